import { cp } from 'node:fs/promises';
import { libraryConfig } from '../../scripts/tsup-config.mjs';

export default libraryConfig({
  // Also for pages that are to look like a report.
  onSuccess: () => cp('src/html/assets/tokens.css', 'dist/tokens.css'),
});
