/** The words of a text: folded forms with their offsets into it, in three parallel lists. */
export interface Words {
  readonly folded: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;
/** biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant. */
const ASCII = /^[\x00-\x7f]*$/;
const ACCENT = /\p{M}+/gu;

/** Whether a UTF-16 unit is a letter or digit of ASCII. */
export function isAsciiWordUnit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/** The length in UTF-16 units of the word character at `index`, 0 where there is none. */
function wordCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 128) return isAsciiWordUnit(code) ? 1 : 0;
  const point = text.codePointAt(index);
  if (point === undefined || !LETTER_OR_DIGIT.test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
}

/** A word without regard to case, accents and the shape of its apostrophe. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  for (let index = 0; index < lower.length; index++) {
    if (lower.charCodeAt(index) >= 128) return lower.normalize('NFKD').replace(ACCENT, '').replaceAll('’', "'");
  }
  return lower;
}

/** Cuts a text into words: runs of letters and digits, with apostrophes inside. Everything else separates. */
export function wordsOf(text: string): Words {
  return ASCII.test(text) ? asciiWordsOf(text) : anyWordsOf(text);
}

function asciiWordsOf(text: string): Words {
  const lower = text.toLowerCase();
  const folded: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < lower.length; index++) {
    if (!isLowerWordUnit(lower.charCodeAt(index))) continue;
    const start = index;
    for (index++; index < lower.length; index++) {
      const code = lower.charCodeAt(index);
      if (!isLowerWordUnit(code) && !(code === 39 && isLowerWordUnit(lower.charCodeAt(index + 1)))) break;
    }
    starts.push(start);
    ends.push(index);
    folded.push(lower.slice(start, index));
  }
  return { folded, starts, ends };
}

function isLowerWordUnit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function anyWordsOf(text: string): Words {
  const folded: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  while (index < text.length) {
    let step = wordCharacter(text, index);
    if (step === 0) {
      index++;
      continue;
    }
    const start = index;
    while (step > 0) {
      index += step;
      step = index < text.length ? wordCharacter(text, index) : 0;
      if (step === 0 && isApostrophe(text.charCodeAt(index)) && wordCharacter(text, index + 1) > 0) step = 1;
    }
    starts.push(start);
    ends.push(index);
    folded.push(foldWord(text.slice(start, index)));
  }
  return { folded, starts, ends };
}
