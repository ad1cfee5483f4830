import type { AnalysedSentence } from '../text/text-analyser.ts';

/** Small words inside a name. */
const PARTICLES = new Set('van von de da di der den del la le al el bin binti ter te dos das do'.split(' '));
/** Capitalised words that name no person. */
const NO_NAME = new Set(
  (
    'verified validated confirmed checked authenticated caller user users employee full name first last okta push the his ' +
    'her their badge id office site location issue outlook microsoft windows teams service desk active directory remote ' +
    'desktop excel word sap vpn task device control credential event manager panel viewer settings network internet explorer ' +
    'edge chrome google adobe acrobat reader file print server system start menu command prompt company portal software center ' +
    'centre sharepoint onedrive power zoom citrix workday servicenow cisco self group policy safe mode help support team shared ' +
    'mailbox drive error blue screen docking station all user monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);
/** In words: `Ana Luiza de la Cruz Prado`. */
const LONGEST_NAME = 6;

/**
 * Behind the last word of a name that begins at a word: two or more capitalised words in a row, with initials and small
 * words between them. Undefined: none begins there.
 */
export function nameEnd(sentence: AnalysedSentence, at: number): number | undefined {
  if (!isCapitalised(sentence, at)) return undefined;
  let end: number | undefined;
  for (let next = at + 1; next < at + LONGEST_NAME && isAdjacent(sentence, next - 1); next++) {
    if (isCapitalised(sentence, next)) end = next + 1;
    else if (!isBetween(sentence, next)) break;
  }
  return end;
}

/** A word of letters that begins with a capital, and is no acronym: `Ada`, `O'Neill`. */
function isCapitalised(sentence: AnalysedSentence, at: number): boolean {
  const start = sentence.words.starts[at];
  if (start === undefined || isLowerCase(sentence.text.charCodeAt(start))) return false;
  if (NO_NAME.has(sentence.words.folded[at] ?? '')) return false;
  return /^\p{Lu}(?:['’]\p{Lu})?\p{Ll}+/u.test(sentence.wordAt(at));
}

function isLowerCase(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isBetween(sentence: AnalysedSentence, at: number): boolean {
  return PARTICLES.has(sentence.words.folded[at] ?? '') || /^\p{Lu}$/u.test(sentence.wordAt(at));
}

function isAdjacent({ text, words: { starts, ends } }: AnalysedSentence, at: number): boolean {
  return /^[\s,.-]{1,2}$/.test(text.slice(ends[at], starts[at + 1]));
}

/** Words that a speaker says, and no name has: `User: And how do I do that?` */
const NO_NAME_WORDS = new Set(
  'i you he she it we they my your the this that is are was were do does did have has had not no yes how what when where why can cannot could will would please thanks hello hi and but so if to with from for'.split(
    ' ',
  ),
);

/** Two or more words of letters and no more than six: `Ada Example`, `Example, Ada`. */
export function hasTwoNames(value: string): boolean {
  const words = value.split(/[\s,]+/).filter((word) => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word));
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    !/[?!]/.test(value) &&
    !words.some((word) => NO_NAME_WORDS.has(word.toLowerCase()))
  );
}
