import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { libraryConfig } from '../../scripts/tsup-config.mjs';

const require = createRequire(import.meta.url);

/** Whose words the build takes over. */
const DICTIONARIES = Object.keys(require('./package.json').devDependencies).filter((name) =>
  name.startsWith('@cspell/dict-'),
);
/** What some of them want to be said beside their licence. */
const MORE_NOTICES = { '@cspell/dict-en_us': ['src/hunspell/README_en_US-large.txt'] };

async function dictionaryNotices() {
  const notices = DICTIONARIES.map(async (name) => {
    const folder = dirname(require.resolve(`${name}/cspell-ext.json`));
    const files = ['LICENSE', ...(MORE_NOTICES[name] ?? [])];
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
