/** Run in the build: what takes a second to read from the dictionaries is at hand when a ticket is read. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
import { parse } from 'yaml';
import { LetterModel } from './letter-model.ts';
import { packWords } from './pack-words.ts';
import { wordsOfTopics } from './words-of-topics.ts';

const require = createRequire(import.meta.url);

/** The dictionary packages export only their settings file; their word lists lie beside it. */
async function readDictionary(name: string, path: string): Promise<Buffer<ArrayBuffer>> {
  const bytes = await readFile(join(dirname(require.resolve(`${name}/cspell-ext.json`)), path));
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** One word a line; notes begin with a number sign. */
async function readWordList(name: string, path: string): Promise<string[]> {
  const lines = (await readDictionary(name, path)).toString('utf8').split('\n');
  return lines.filter((line) => !line.startsWith('#')).map((line) => line.toLowerCase());
}

const WORD_LISTS = [
  ['@cspell/dict-software-terms', 'dict/softwareTerms.txt.gz'],
  ['@cspell/dict-software-terms', 'dict/software-tools.txt'],
  ['@cspell/dict-software-terms', 'dict/webServices.txt'],
  ['@cspell/dict-software-terms', 'dict/networkingTerms.txt'],
  ['@cspell/dict-software-terms', 'dict/computing-acronyms.txt'],
  ['@cspell/dict-companies', 'dict/companies.txt'],
  ['@cspell/dict-people-names', 'dict/people-names.txt'],
] as const;

const american = [...decodeTrie(await readDictionary('@cspell/dict-en_us', 'en_US.trie.gz')).words()];
const british = [...decodeTrie(await readDictionary('@cspell/dict-en-gb-mit', 'en_GB.trie.gz')).words()];
const itWords = parse(await readFile(new URL('it-words.yaml', import.meta.url), 'utf8'));
const lists = await Promise.all(WORD_LISTS.map(([name, path]) => readWordList(name, path)));

const isPlain = (word: string) => /^[a-z]+$/.test(word);
/** A word with capitals stands there twice, the second time behind a tilde; a forbidden one behind an exclamation mark. */
const isMarked = (word: string) => word.startsWith('~') || word.startsWith('!');
const isLowerCase = (word: string) => word === word.toLowerCase();

const plain = new Set(american.filter(isPlain));
const other = new Set(
  [...american, ...british].filter((word) => !isMarked(word) && isLowerCase(word) && !plain.has(word)),
);
const withCapitals = [...american, ...british].filter((word) => word.startsWith('~')).map((word) => word.slice(1));

/** American words of plain letters: what others are likened to. */
export const plainWords = packWords(plain);
/** All other words of the language, British or with an accent, an apostrophe or a hyphen. */
export const otherWords = packWords(other);
/** Names, products and terms of the trade. */
export const terms = packWords(
  [...wordsOfTopics(itWords), ...lists.flat(), ...withCapitals].filter((word) => !plain.has(word) && !other.has(word)),
);

const model = new LetterModel();
for (const word of plain) model.learn(word);
/** What the plain words taught a {@link LetterModel}. */
export const { counts } = model;
