import { cp } from 'node:fs/promises';
import { libraryConfig } from '../../scripts/tsup-config.mjs';

/** Also for pages that are to look like a report. */
const STYLES = ['tokens.css', 'base.css', 'marks.css'];

/** What marks outcomes and the words they stand on is an entry of its own: it runs in browsers, too. */
export default libraryConfig({
  entry: ['src/index.ts', 'src/marking/index.ts'],
  async onSuccess() {
    for (const name of STYLES) await cp(`src/html/assets/${name}`, `dist/${name}`);
  },
});
