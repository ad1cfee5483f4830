/** The version of this package, for a scorecard’s provenance. */
export const VERSION = '0.0.0';
