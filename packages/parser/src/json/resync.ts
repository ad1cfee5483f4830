import { BACKSLASH, COLON, COMMA, isBlank, LINE_FEED, OPEN_BRACE, QUOTE } from './bytes.ts';

const LONGEST_GAP = 256;
const LONGEST_KEY = 200;

/** Where the next record starts, or from where on the bytes must be kept until more have come. */
export type Boundary = { readonly found: number } | { readonly keepFrom: number };

/**
 * What must stand before a record: a comma or line feed within an array; a line feed where records stand side by side;
 * nothing where the damage itself stands between two records.
 */
export type Before = 'comma' | 'line' | 'anything';

/**
 * Looks for the start of a record: `{"key":` with the right thing before it.
 *
 * Inside a JSON string a quote is always escaped, so `,{"key":` cannot stand in text. That makes it safe to look for
 * from anywhere, also where a lost quote has turned text and structure inside out.
 *
 * @param from Where a record may start at the earliest; the byte before it is looked at too.
 */
export function findBoundary(buffer: Buffer, from: number, end: number, before: Before): Boundary {
  let at = from;
  for (;;) {
    const brace = buffer.indexOf(OPEN_BRACE, at);
    if (brace < 0 || brace >= end) return { keepFrom: Math.max(from - 1, end - LONGEST_GAP) };
    const start = startsRecord(buffer, brace, end);
    if (start === 'unknown') return { keepFrom: Math.max(from - 1, brace - LONGEST_GAP) };
    if (start === 'yes' && followsSeparator(buffer, brace, from, before)) return { found: brace };
    at = brace + 1;
  }
}

function startsRecord(buffer: Buffer, brace: number, end: number): 'yes' | 'no' | 'unknown' {
  let at = skipBlank(buffer, brace + 1, end);
  if (at >= end) return at - brace > LONGEST_GAP ? 'no' : 'unknown';
  if (buffer[at] !== QUOTE) return 'no';
  const keyStart = at + 1;
  at = keyStart;
  while (at < end && buffer[at] !== QUOTE) {
    if (buffer[at] === BACKSLASH || (buffer[at] as number) < 0x20 || at - keyStart > LONGEST_KEY) return 'no';
    at++;
  }
  at = skipBlank(buffer, at + 1, end);
  if (at >= end) return 'unknown';
  return buffer[at] === COLON ? 'yes' : 'no';
}

function followsSeparator(buffer: Buffer, brace: number, from: number, before: Before): boolean {
  if (before === 'anything') return true;
  if (before === 'line') return buffer[brace - 1] === LINE_FEED;
  const lowest = Math.max(0, from - 1, brace - LONGEST_GAP);
  let at = brace - 1;
  while (at >= lowest && isBlank(buffer[at])) {
    if (buffer[at] === LINE_FEED) return true;
    at--;
  }
  return at >= lowest && buffer[at] === COMMA;
}

function skipBlank(buffer: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(buffer[at]) && at - from <= LONGEST_GAP) at++;
  return at;
}
