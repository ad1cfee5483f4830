import { LetterModel } from './letter-model.ts';
import { data as misspellings } from './misspellings.yaml';
import { WordGraph } from './word-graph.ts';
import { wordsOfTopics } from './words-of-topics.ts';

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

let loaded: Promise<Dictionaries> | undefined;

/** Loads the dictionaries once for the process: some 20 ms and 3 MB. */
export function loadDictionaries(): Promise<Dictionaries> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Dictionaries> {
  const english = await import('./english.built.ts');
  const plain = new WordGraph(english.plainWords);
  const other = new WordGraph(english.otherWords);
  const terms = new WordGraph(english.terms);
  const letters = new LetterModel(english.counts);
  const mistakes = new Set(wordsOfTopics(misspellings));

  const isEnglish = (word: string) => plain.has(word) || other.has(word);
  const isDoubleSlip = (word: string) =>
    word.length >= SHORTEST_DOUBLE_SLIP && !isTwoWords(word, isEnglish) && plain.hasNear(word, 2, true);

  return {
    knows: (word) => isEnglish(word) || terms.has(word),
    isKnownMistake: (word) => mistakes.has(word) || word.endsWith("'nt"),
    isSlip: (word, mayBeName) => {
      if (word.length < SHORTEST_SLIP || isDerived(word, isEnglish)) return false;
      if (mayBeName) return plain.hasNear(word, 1, true);
      return plain.hasNear(word, 1, word.length === SHORTEST_SLIP) || isDoubleSlip(word);
    },
    isUnspeakable: (word) => word.length >= SHORTEST_UNSPEAKABLE && letters.strangeness(word) >= UNSPEAKABLE,
  };
}

const PREFIX = /^(?:un|pre|non|sub|auto|multi|de|inter|mis)(?=[a-z]{5})/;

/** A word that a prefix makes of another: `unassign`, `preinstall`. Not `re-`, with which too many slips begin. */
function isDerived(word: string, isEnglish: (word: string) => boolean): boolean {
  const prefix = PREFIX.exec(word)?.[0];
  return prefix !== undefined && isEnglish(word.slice(prefix.length));
}

/** Two words written as one, as the trade likes to: `mailgroup`, `passwordpolicy`. */
function isTwoWords(word: string, isEnglish: (word: string) => boolean): boolean {
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++) {
    if (isEnglish(word.slice(0, at)) && isEnglish(word.slice(at))) return true;
  }
  return false;
}
