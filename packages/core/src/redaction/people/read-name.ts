import { isSysId } from '@tqrs/parser';
import { type Words, wordsOf } from '../../text/words.ts';
import { IMPERSONAL, PARTICLES, TITLES } from './words.ts';

/** In words. */
const LONGEST_NAME = 6;
/** In UTF-16 units: nothing longer is read. */
const LONGEST_VALUE = 200;
/** What ends a name: brackets, marks that part it from the next value, digits. */
const END_OF_NAME = /[\d()[\]{}<>|/\\;:=?!@"“”„*•]|\s[-–—~]\s|\s[-–—]$|(?<=\p{Ll}{3})\.\s+\p{Lu}/u;
const JOINED = /^(?:[ \t\u00a0]{1,3}|[.,]?[ \t\u00a0]{0,2}|['’‐-])$/;
const CONTRACTION = /['’](?:m|ll|ve|re|s|t)$/;

/**
 * The name in a field that holds a person: `Ada Example`, `Example, Ada (Contractor)`, `ada.example@acme.example`.
 * Undefined for a bare sys_id, and for what is no person: a group, a system account.
 */
export function nameInField(value: string): string | undefined {
  const text = value.slice(0, LONGEST_VALUE).trim();
  if (text === '' || isSysId(text)) return undefined;
  const name = text.replace(/@.*$/, '').split(/[([<|;]/)[0] ?? '';
  const { folded } = wordsOf(name);
  if (folded.length === 0 || folded.length > LONGEST_NAME + 2 || !/\p{L}{2}/u.test(name)) return undefined;
  if (folded.some((word) => word.length > 2 && IMPERSONAL.has(word))) return undefined;
  return folded.every((word) => IMPERSONAL.has(word) || /^\d+$/.test(word)) ? undefined : name.trim();
}

/**
 * The name that a labelled value begins with; what follows it is left. Undefined where it begins with no name: names are
 * written with capitals, or make up the whole value.
 *
 * @param isSure The label asks for nothing but a name, so that one word is enough, and small letters are.
 */
export function nameInValue(value: string, isSure: boolean): string | undefined {
  const text = value.slice(0, LONGEST_VALUE);
  const end = END_OF_NAME.exec(text)?.index ?? text.length;
  const head = text.slice(0, end);
  const words = wordsOf(head);
  const from = words.folded.findIndex((word) => !TITLES.has(word));
  if (from < 0) return undefined;
  const length = lengthOfName(head, words, from);
  const isWhole = from + length === words.folded.length;
  const hasCapitals = isCapital(head, words.starts[from] ?? 0);
  const names = words.folded.slice(from, from + length).filter((word) => !PARTICLES.has(word) && word.length > 1);
  if (names.length === 0 || length > LONGEST_NAME || (names.length < 2 && !isSure)) return undefined;
  if (!hasCapitals && !(isSure && isWhole && names.length > 1 && length <= 4)) return undefined;
  return head.slice(words.starts[from], words.ends[from + length - 1]);
}

/** How many words from `from` on may be a name. */
function lengthOfName(text: string, { folded, starts, ends }: Words, from: number): number {
  const isWritten = isCapital(text, starts[from] ?? 0);
  let to = from;
  for (; to < folded.length; to++) {
    const word = folded[to] ?? '';
    const isInitial = word.length === 1 && isCapital(text, starts[to] ?? 0) && text.charAt(ends[to] ?? 0) === '.';
    if ((IMPERSONAL.has(word) && !PARTICLES.has(word) && !isInitial) || CONTRACTION.test(word)) break;
    const gap = to === from ? '' : text.slice(ends[to - 1], starts[to]);
    if (!JOINED.test(gap) || (gap.includes(',') && !isFamilyName(text.slice(starts[from], ends[to - 1])))) break;
    if (isWritten && !PARTICLES.has(word) && !isCapital(text, starts[to] ?? 0) && !follows(text, starts[to])) break;
  }
  while (to > from && PARTICLES.has(folded[to - 1] ?? '') && (folded[to - 1] ?? '').length > 1) to--;
  return to - from;
}

/** Before a comma: `Example`, `van den Example`. Another name behind it would be a list. */
function isFamilyName(text: string): boolean {
  return text.split(/\s+/).filter((word) => !PARTICLES.has(word.toLowerCase())).length === 1;
}

/** `Lars-erik`: small behind a hyphen. */
function follows(text: string, start = 0): boolean {
  return /[-‐'’]/.test(text.charAt(start - 1));
}

function isCapital(text: string, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}
