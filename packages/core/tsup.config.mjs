import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { libraryConfig } from '../../scripts/tsup-config.mjs';

const require = createRequire(import.meta.url);

/** Whose words the build takes over, and what they want to be said with them. */
const DICTIONARY_NOTICES = [
  ['@cspell/dict-en_us', 'LICENSE', 'src/hunspell/README_en_US-large.txt'],
  ['@cspell/dict-en-gb-mit', 'LICENSE'],
  ['@cspell/dict-software-terms', 'LICENSE'],
  ['@cspell/dict-companies', 'LICENSE'],
  ['@cspell/dict-people-names', 'LICENSE'],
];

async function dictionaryNotices() {
  const notices = DICTIONARY_NOTICES.map(async ([name, ...files]) => {
    const folder = dirname(require.resolve(`${name}/cspell-ext.json`));
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    return [`# ${name}`, ...texts.map((text) => text.trim())].join('\n\n');
  });
  return `${(await Promise.all(notices)).join('\n\n\n')}\n`;
}

/** The record of runs is an entry of its own: it alone needs a database. */
export default libraryConfig({
  entry: ['src/index.ts', 'src/runs/index.ts'],
  async onSuccess() {
    await writeFile('dist/dictionary-licenses.txt', await dictionaryNotices());
  },
});
