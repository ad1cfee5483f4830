import { libraryConfig } from '../../scripts/tsup-config.mjs';

export default libraryConfig();
