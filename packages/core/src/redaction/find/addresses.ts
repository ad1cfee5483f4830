import type { FormLine } from '../../text/form-lines.ts';
import { matchesOf } from '../../text/matches-of.ts';
import { skipSpace, trimValue } from '../../text/trim.ts';
import { wordsOf } from '../../text/words.ts';
import type { Personal } from '../personal.ts';

/** A form line where it stands, and where the next one begins. */
export interface FormPlace {
  readonly text: string;
  readonly line: FormLine;
  readonly limit: number;
}

/** In UTF-16 units. */
const LONGEST = 200;
const MOST_LINES = 4;
const MOST_WORDS_OF_LINE = 8;
const STREET = /\b(?:st|rd|dr|ave|apt|no|blvd|ln|ct|pl|str|bldg|flr|opp|nr)$/i;
/** In a sentence: `her home address is 12 Sample Street`. */
const CUE =
  /\b(?:home|shipping|delivery|postal|mailing|residential|private|personal|street|current) address(?: is| was)?[ \t\u00a0:–-]{1,4}(?=[\p{Lu}\d])/giu;

/** What {@link CUE} is about: looked for first, at less cost. */
const HINT = / address/iu;

/** The address that a form line holds, with the lines that go on with it. */
export function addressIn({ text, line, limit }: FormPlace): Personal | undefined {
  const lineEnd = endOfLine(text, line.valueStart);
  const start = skipSpace(text, line.valueStart, Math.min(limit, text.length));
  if (start >= limit) return undefined;
  let end = Math.min(limit, Math.max(lineEnd, endOfLine(text, start)));
  for (let lines = 1; lines < MOST_LINES && end < limit; lines++) {
    const next = { start: end + 1, end: Math.min(limit, endOfLine(text, end + 1)) };
    if (!goesOn(text.slice(start, end), text.slice(next.start, next.end))) break;
    end = next.end;
  }
  return addressOf(text, start, trimValue(text, start, Math.min(end, start + LONGEST)));
}

/** Addresses in sentences that call them so. */
export function findAddresses(text: string): Personal[] {
  const found: Personal[] = [];
  if (!HINT.test(text)) return found;
  for (const { 0: cue, index } of matchesOf(CUE, text)) {
    const start = index + cue.length;
    const address = addressOf(text, start, Math.min(endOfLine(text, start), start + LONGEST));
    if (address !== undefined) found.push(address);
  }
  return found;
}

function addressOf(text: string, start: number, limit: number): Personal | undefined {
  const end = endOfSentence(text, start, limit);
  const address = text.slice(start, end);
  const words = wordsOf(address).folded;
  const isAddress =
    /\d/.test(address) &&
    /\p{L}{3}/u.test(address) &&
    address.split(/[\s,]+/).length >= 3 &&
    !/[@\\]|:\/\//.test(address);
  return isAddress ? { type: 'ADDRESS', key: words.join(' '), start, end } : undefined;
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** An address goes on where a comma says so, or the next line is short and has a number: `50668 Köln`. */
function goesOn(so: string, next: string): boolean {
  const words = wordsOf(next).folded.length;
  if (next.trim() === '' || words > MOST_WORDS_OF_LINE || /[:=?]/.test(next)) return false;
  const isPlaceName = next
    .trim()
    .split(/[\s,]+/)
    .every((word) => /^[\p{Lu}\d-]/u.test(word));
  return isPlaceName && (/,\s*$/.test(so) || /\d{3}/.test(next));
}

function endOfSentence(text: string, start: number, limit: number): number {
  for (let stop = text.indexOf('. ', start); stop >= 0 && stop < limit; stop = text.indexOf('. ', stop + 1)) {
    if (/\p{Lu}/u.test(text.charAt(stop + 2)) && !STREET.test(text.slice(Math.max(start, stop - 6), stop))) return stop;
  }
  return trimValue(text, start, text.charAt(limit - 1) === '.' ? limit - 1 : limit);
}
