import { libraryConfig } from '../../scripts/tsup-config.mjs';

/** The record of runs is an entry of its own: it alone needs a database. */
export default libraryConfig({ entry: ['src/index.ts', 'src/runs/index.ts'] });
