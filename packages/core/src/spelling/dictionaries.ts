import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parse } from 'yaml';
import itWordsText from './it-words.yaml';
import { LetterModel } from './letter-model.ts';
import misspellingsText from './misspellings.yaml';
import { WordTree } from './word-tree.ts';

/** What is right, what is surely wrong, and what looks like a slip. All words are in lower case. */
export interface Dictionaries {
  /** A word of British or American English, a name, a product, or a term of the trade. */
  knows(word: string): boolean;
  /** A misspelling that everybody knows, whatever a dictionary says. */
  isKnownMistake(word: string): boolean;
  /** Within one slip of an English word, or within two where it is long. What may be a name has to be closer. */
  isSlip(word: string, mayBeName: boolean): boolean;
  /** Nothing that can be spoken, such as `sdlkfj`. User names and abbreviations may look so too. */
  isUnspeakable(word: string): boolean;
}

/** Shorter unknown words are abbreviations more often than slips. In letters. */
export const SHORTEST_SLIP = 5;
/** Two slips make any short word from any other. */
const SHORTEST_DOUBLE_SLIP = 8;
const SHORTEST_UNSPEAKABLE = 5;
const UNSPEAKABLE = 0.8;
/** Shortest half of two words written as one. */
const SHORTEST_HALF = 4;

const WORD_LISTS = [
  ['@cspell/dict-software-terms', 'dict/softwareTerms.txt.gz'],
  ['@cspell/dict-software-terms', 'dict/software-tools.txt'],
  ['@cspell/dict-software-terms', 'dict/webServices.txt'],
  ['@cspell/dict-software-terms', 'dict/networkingTerms.txt'],
  ['@cspell/dict-software-terms', 'dict/computing-acronyms.txt'],
  ['@cspell/dict-companies', 'dict/companies.txt'],
  ['@cspell/dict-people-names', 'dict/people-names.txt'],
] as const;

let loaded: Promise<Dictionaries> | undefined;

/** Loads the dictionaries once for the process. About 0.3 s, and 25 MB once loaded. */
export function loadDictionaries(): Promise<Dictionaries> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Dictionaries> {
  const { decodeTrie } = await import('cspell-trie-lib');
  const american = decodeTrie(await readDictionary('@cspell/dict-en_us', 'en_US.trie.gz'));
  const british = decodeTrie(await readDictionary('@cspell/dict-en-gb-mit', 'en_GB.trie.gz'));
  const terms = new Set(wordsOfList(itWordsText));
  for (const [name, path] of WORD_LISTS) {
    for (const word of (await readDictionary(name, path)).toString('utf8').split('\n')) {
      if (word !== '' && !word.startsWith('#')) terms.add(word.toLowerCase());
    }
  }
  const mistakes = new Set(wordsOfList(misspellingsText));
  const letters = new LetterModel();
  const tree = new WordTree(letters.learning(american.words()));

  const isPlain = (word: string) => american.has(word) || british.has(word);
  // The tries hold words with capitals in lower case behind a tilde.
  const knows = (word: string) =>
    terms.has(word) || isPlain(word) || american.has(`~${word}`) || british.has(`~${word}`);
  const isDoubleSlip = (word: string) =>
    word.length >= SHORTEST_DOUBLE_SLIP && !isTwoWords(word, isPlain) && tree.hasNear(word, 2, true);

  return {
    knows,
    isKnownMistake: (word) => mistakes.has(word) || word.endsWith("'nt"),
    isSlip: (word, mayBeName) => {
      if (word.length < SHORTEST_SLIP || isDerived(word, isPlain)) return false;
      if (mayBeName) return tree.hasNear(word, 1, true);
      return tree.hasNear(word, 1, word.length === SHORTEST_SLIP) || isDoubleSlip(word);
    },
    isUnspeakable: (word) => word.length >= SHORTEST_UNSPEAKABLE && letters.strangeness(word) >= UNSPEAKABLE,
  };
}

const PREFIX = /^(?:un|pre|non|sub|auto|multi|de|inter|mis)(?=[a-z]{5})/;

/** A word that a prefix makes of another: `unassign`, `preinstall`. Not `re-`, with which too many slips begin. */
function isDerived(word: string, isPlain: (word: string) => boolean): boolean {
  const prefix = PREFIX.exec(word)?.[0];
  return prefix !== undefined && isPlain(word.slice(prefix.length));
}

/** Two words written as one, as the trade likes to: `mailgroup`, `passwordpolicy`. */
function isTwoWords(word: string, isPlain: (word: string) => boolean): boolean {
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++) {
    if (isPlain(word.slice(0, at)) && isPlain(word.slice(at))) return true;
  }
  return false;
}

const gunzipped = promisify<Buffer, Buffer<ArrayBuffer>>(gunzip);
const require = createRequire(import.meta.url);

/** The dictionary packages export only their settings file; their word lists lie beside it. */
async function readDictionary(name: string, path: string): Promise<Buffer<ArrayBuffer>> {
  const bytes = await readFile(join(dirname(require.resolve(`${name}/cspell-ext.json`)), path));
  return path.endsWith('.gz') ? gunzipped(bytes) : bytes;
}

/** The words of a data file: topics with words separated by white space. */
function wordsOfList(text: string): string[] {
  const topics: Record<string, string> = parse(text);
  return Object.values(topics).flatMap((words) => words.trim().toLowerCase().split(/\s+/));
}
