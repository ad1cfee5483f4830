import type { Span } from '../text/spans.ts';

/** A separator between two parts: a stretch of dashes and the white space around it. */
export interface Separator extends Span {
  /** A dash between spaces, or a long dash. A bare hyphen may also join the halves of one word. */
  readonly strong: boolean;
}

/** Words whose hyphen joins, by their first half. */
const JOINING_STARTS = new Set([
  'e',
  're',
  'non',
  'pre',
  'multi',
  'co',
  'anti',
  'self',
  'semi',
  'cross',
  'ex',
  'un',
  'x',
  't',
  'wi',
  'two',
  'on',
  'off',
  'follow',
  'one',
  'all',
  'read',
  'high',
  'low',
  'up',
]);
/** And by their second half. */
const JOINING_ENDS = new Set([
  'fi',
  'in',
  'out',
  'up',
  'on',
  'off',
  'down',
  'to',
  'factor',
  'only',
  'free',
  'end',
  'line',
  'based',
]);
const DASHES = '-–—';

/** The separators of a short description, in order. */
export function separatorsOf(text: string): Separator[] {
  const separators: Separator[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!DASHES.includes(text.charAt(index))) continue;
    let end = index + 1;
    while (end < text.length && DASHES.includes(text.charAt(end))) end++;
    const spaced = isSpace(text, index - 1) || isSpace(text, end);
    const long = /[–—]/.test(text.slice(index, end));
    const strong = spaced || long;
    if (strong || !joinsOneWord(text, index, end)) {
      let start = index;
      while (start > 0 && isSpace(text, start - 1)) start--;
      while (end < text.length && isSpace(text, end)) end++;
      separators.push({ start, end, strong });
    }
    index = end - 1;
  }
  return separators;
}

function joinsOneWord(text: string, start: number, end: number): boolean {
  const before = lettersBefore(text, start).toLowerCase();
  const after = lettersAfter(text, end).toLowerCase();
  return before === '' || after === '' || JOINING_STARTS.has(before) || JOINING_ENDS.has(after);
}

const LONGEST_HALF = 12;

function lettersBefore(text: string, end: number): string {
  return /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, end - LONGEST_HALF), end))?.[0] ?? '';
}

function lettersAfter(text: string, start: number): string {
  return /^[\p{L}\p{N}]*/u.exec(text.slice(start, start + LONGEST_HALF))?.[0] ?? '';
}

/** The edge of the text counts as a space. */
function isSpace(text: string, index: number): boolean {
  return index < 0 || index >= text.length || text.charAt(index).trim() === '';
}
