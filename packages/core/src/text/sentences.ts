import type { Span } from './spans.ts';

/** A line shorter than this was ended on purpose, not wrapped. */
const SHORTEST_WRAPPED_LINE = 40;

/** In UTF-16 units. */
const LONGEST_SENTENCE = 1000;

const ABBREVIATIONS = new Set([
  'e.g',
  'i.e',
  'mr',
  'mrs',
  'ms',
  'dr',
  'no',
  'vs',
  'approx',
  'ext',
  'tel',
  'dept',
  'incl',
  'st',
  'emp',
  'nr',
  'num',
  'mob',
  'ph',
  'min',
  'max',
  'mgr',
  'acct',
  'verif',
  'auth',
  'ident',
  'ref',
]);

/** The non-empty lines of a text, trimmed, without their bullets; a line that was merely wrapped joins the one before. */
export function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  let open: { start: number; end: number } | undefined;
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const lineEnd = found < 0 ? text.length : found;
    const start = skipBullet(text, skipSpace(text, at, lineEnd), lineEnd);
    const end = trimEnd(text, start, lineEnd);
    if (end <= start) open = undefined;
    else if (open !== undefined && isWrapped(text, open, { start, end })) open.end = end;
    else {
      open = { start, end };
      blocks.push(open);
    }
    at = lineEnd + 1;
  }
  return blocks;
}

/**
 * The sentences of one block. Ends at `.`, `!` or `?` before white space, and at a full stop with a capital glued to it.
 * Endless ones are cut, so that no later step meets more than a few hundred words at once.
 */
export function sentencesOf(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  let start = block.start;
  for (let index = block.start; index < block.end; index++) {
    const code = text.charCodeAt(index);
    const isLong = index - start >= LONGEST_SENTENCE;
    if (!isLong && !isTerminator(code)) continue;
    const overlong = isLong && (isSpace(code) || index - start >= 2 * LONGEST_SENTENCE);
    if (!overlong && !isTerminator(code)) continue;
    while (!overlong && index + 1 < block.end && isTerminator(text.charCodeAt(index + 1))) index++;
    if (!overlong && isClosing(text.charCodeAt(index + 1)) && index + 1 < block.end) index++;
    if (!overlong && !endsSentence(text, start, index, block.end)) continue;
    sentences.push({ start, end: index + 1 });
    start = skipSpace(text, index + 1, block.end);
    index = start - 1;
  }
  if (start < block.end) sentences.push({ start, end: block.end });
  return sentences;
}

/** Whether a line merely goes on with the block right above it. */
function isWrapped(text: string, block: Span, line: Span): boolean {
  if (block.end - text.lastIndexOf('\n', block.end - 1) < SHORTEST_WRAPPED_LINE) return false;
  if (/[.!?:;]/.test(text.charAt(block.end - 1))) return false;
  return (
    /^\p{Ll}/u.test(text.slice(line.start, line.start + 2)) &&
    !/[:=]/.test(text.slice(line.start, Math.min(line.end, line.start + 40)))
  );
}

function endsSentence(text: string, start: number, mark: number, end: number): boolean {
  const next = text.charCodeAt(mark + 1);
  if (mark + 1 >= end) return true;
  if (text.charCodeAt(mark) !== 46) return isSpace(next);
  if (isSpace(next)) return !isAbbreviation(text, start, mark);
  return /[a-z]{2}/.test(text.slice(mark - 2, mark)) && /^[A-Z][a-z ]/.test(text.slice(mark + 1, mark + 3));
}

const LONGEST_ABBREVIATION = 6;

function isAbbreviation(text: string, start: number, mark: number): boolean {
  let from = mark;
  while (
    from > start &&
    mark - from <= LONGEST_ABBREVIATION &&
    !isSpace(text.charCodeAt(from - 1)) &&
    text.charCodeAt(from - 1) !== 40
  )
    from--;
  const length = mark - from;
  if (length === 0 || length > LONGEST_ABBREVIATION) return false;
  const word = text.slice(from, mark);
  return ABBREVIATIONS.has(word.toLowerCase()) || (length <= 2 && /^\p{Lu}$/u.test(word));
}

function isTerminator(code: number): boolean {
  return code === 46 || code === 33 || code === 63;
}

/** A quotation mark or bracket that closes behind the full stop. */
function isClosing(code: number): boolean {
  return code === 34 || code === 39 || code === 41 || code === 0x2019 || code === 0x201d;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

function skipSpace(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && isSpace(text.charCodeAt(index))) index++;
  return index;
}

function skipBullet(text: string, from: number, end: number): number {
  // Most lines begin with a letter, which no bullet does.
  if (text.charCodeAt(from) >= 64 && text.charCodeAt(from) < 128) return from;
  const bullet = /^(?:[-*•·–>]|\d{1,2}[.)])\s+/.exec(text.slice(from, Math.min(end, from + 8)));
  return bullet === null ? from : from + bullet[0].length;
}

function trimEnd(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && isSpace(text.charCodeAt(index - 1))) index--;
  return index;
}
