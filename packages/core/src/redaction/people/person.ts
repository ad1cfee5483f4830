import { wordsOf } from '../../text/words.ts';
import { ORDINARY, PARTICLES, TITLES } from './words.ts';

/** Somebody whose name is known. */
export interface Person {
  /** What makes a placeholder theirs. */
  readonly id: number;
  /** The words that name them, folded, each in all its spellings. */
  readonly words: ReadonlySet<string>;
  /** Those of the words that come first, or behind a comma: what people are called by. */
  readonly given: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
}

/** Letters that have no accent to lose, and what is written in their place. */
const LETTERS = new Map(Object.entries({ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' }));
const UMLAUTS = new Map(Object.entries({ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', đ: 'dj' }));
/** `Bergströms dator`: without an apostrophe, as in German and the Nordic languages. In letters. */
const SHORTEST_GENITIVE = 5;
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'mba']);

/** A folded word without the letters that {@link wordsOf} leaves as they are. */
export function plainWord(folded: string): string {
  for (let at = 0; at < folded.length; at++) {
    if (folded.charCodeAt(at) >= 128) return folded.replace(/[ßøłđðþæœı]/g, (letter) => LETTERS.get(letter) ?? letter);
  }
  return folded;
}

/** Reads a name into the words that stand for it. Undefined where no word of it could. */
export function toPerson(id: number, name: string): Person | undefined {
  const words = new Set<string>();
  const given = new Set<string>();
  const isGiven = givenPart(name);
  const initials = new Set<string>();
  const particles = new Set<string>();
  const { folded, starts, ends } = wordsOf(name);
  folded.forEach((word, index) => {
    const isFirst = index === 0 && folded.length > 1;
    if (/\d/.test(word) || SUFFIXES.has(word) || (isFirst && TITLES.has(word))) return;
    if (word.length === 1) initials.add(word);
    else if (PARTICLES.has(word)) particles.add(word);
    else {
      initials.add(plainWord(word).charAt(0));
      for (const spelling of spellingsOf(word, name.slice(starts[index], ends[index]))) {
        words.add(spelling);
        if (isGiven(starts[index] ?? 0)) given.add(spelling);
      }
    }
  });
  return words.size === 0 ? undefined : { id, words, given, initials, particles };
}

/** What is the same for a name however it is written: `Example, Ada (Dr.)` is `ada.example`. */
export function nameKey(name: string): string {
  const words = wordsOf(name).folded.filter((word) => !/^\d+$/.test(word) && !SUFFIXES.has(word) && !TITLES.has(word));
  return words.length === 0 ? name.trim().toLowerCase() : words.map(plainWord).sort().join(' ');
}

/** Whether somebody could be found by this name. */
export function isName(name: string): boolean {
  return toPerson(0, name) !== undefined;
}

/** `Ada M. Example-Sample`, `Example-Sample, Ada M.`: where the given names stand. */
function givenPart(name: string): (at: number) => boolean {
  const comma = name.indexOf(',');
  if (comma > 0) return (at) => at > comma;
  const last = name.trimEnd().search(/\s\S+$/);
  return (at) => last < 0 || at < last;
}

function spellingsOf(folded: string, written: string): string[] {
  const plain = plainWord(folded);
  const german = written
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüøåđ]/g, (letter) => UMLAUTS.get(letter) ?? letter);
  const spelt = [plain, plain.replaceAll("'", ''), plainWord(wordsOf(german).folded.join(''))];
  const hasGenitive = plain.length >= SHORTEST_GENITIVE && !plain.endsWith('s') && !ORDINARY.has(plain);
  return hasGenitive ? [...spelt, `${plain}s`] : spelt;
}
