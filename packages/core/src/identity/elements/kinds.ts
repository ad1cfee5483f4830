/** What identifies a caller. */
export const IDENTITY_ELEMENTS = ['employee id', 'full name', 'location'] as const;
export type IdentityElement = (typeof IDENTITY_ELEMENTS)[number];
