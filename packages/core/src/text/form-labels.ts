import { answerOf } from './form-answer.ts';
import { LABEL_WORDS, SMALL_WORDS } from './form-words.ts';
import type { Span } from './spans.ts';
import { skipSpace, trimValue } from './trim.ts';
import { wordsOf } from './words.ts';

/** In UTF-16 units. */
const LONGEST_LABEL = 60;
const MOST_LABEL_WORDS = 7;
/** A line with more is no form. */
const MOST_LABELS = 30;
/** A quotation that begins inside goes on behind the mark: `It stays at "Loading (4 of 9): 12%"`. */
const OPEN_QUOTE = /\s["“„][^"“”„]*$/;
/** Small words that a label may begin with inside a line: `…, first name: Ada`. */
const LEADING_SMALL_WORDS = new Set(['first', 'full', 'last', 'work', 'working', 'manager', 'caller', 'base']);
/** The capitals that the labels of {@link bareLabel} begin with: the expression costs too much to try it on every line. */
const BARE_LABEL_INITIALS = new Set('FNELCSPMU');

/** A label of a form, and where its value begins. */
export interface Label extends Span {
  readonly valueStart: number;
}

/** The labels of a line, from left to right. A short line may have one without a mark behind it. */
export function findLabels(text: string, line: Span): Label[] {
  const labels = markedLabels(text, line);
  return labels.length === 0 ? bareLabel(text, line) : labels;
}

/** Labels with a mark behind them: the first may be any short words before a colon, or label words before a hyphen. */
function markedLabels(text: string, line: Span): Label[] {
  const labels: Label[] = [];
  let segment = line.start;
  for (let index = line.start; index < line.end && labels.length < MOST_LABELS; index++) {
    const code = text.charCodeAt(index);
    if (isOrdinary(code)) continue;
    if (
      code === 44 ||
      code === 124 ||
      code === 59 ||
      code === 9 ||
      (code === 46 && text.charCodeAt(index + 1) === 32)
    ) {
      segment = index + 1;
      continue;
    }
    const separator = separatorLength(text, index, line);
    if (separator === 0) continue;
    const start =
      labels.length === 0 || segment > (labels.at(-1)?.valueStart ?? 0)
        ? skipSpace(text, segment, index)
        : labelStartInside(text, Math.max(labels.at(-1)?.valueStart ?? segment, index - LONGEST_LABEL), index);
    if (start < 0 || !isLabel(text, start, index, separator, labels.length === 0 && segment === line.start)) {
      // The dots of a leader fail together; all but the last, which may end a sentence, are counted only once.
      if (code === 46) index += separator - 2;
      continue;
    }
    labels.push({ start, end: trimValue(text, start, index), valueStart: index + separator });
    index += separator - 1;
  }
  return labels;
}

/** Neither a separator nor anything that ends a segment: letters, digits, spaces. */
function isOrdinary(code: number): boolean {
  return (code >= 64 && code < 0x2000 && code !== 124) || code === 32 || (code >= 48 && code <= 57);
}

/** A colon or equals sign; or a hyphen or dash, with or without spaces. Not inside a time, a path or a URL. */
function separatorLength(text: string, index: number, line: Span): number {
  const code = text.charCodeAt(index);
  const next = text.charCodeAt(index + 1);
  if (code === 58 || code === 61) {
    if (next === 47 || next === 92 || isSmiley(text, index, line.end)) return 0;
    const previous = text.charCodeAt(index - 1);
    const inTime = previous >= 48 && previous <= 57 && next >= 48 && next <= 57;
    if (inTime) return 0;
    return next === 45 || next === 8211 || next === 62 ? 2 : 1;
  }
  if (code === 62) return next === 62 ? 2 : 1;
  if (code === 63) return index + 1 < line.end ? 1 : 0;
  if (code === 46) return dotLeader(text, index, line.end);
  if (code === 45 && next === 62) return 2;
  return code === 45 || code === 8211 || code === 8212 ? 1 : 0;
}

/** `you can close it :)` */
function isSmiley(text: string, colon: number, end: number): boolean {
  const mouth = text.charCodeAt(colon + 1) === 45 ? colon + 2 : colon + 1;
  const code = text.charCodeAt(mouth);
  return mouth < end && (code === 41 || (code === 40 && mouth + 1 >= end));
}

/** `Number ........ 555-0123`: the length of the dots. */
function dotLeader(text: string, index: number, end: number): number {
  let length = 0;
  while (index + length < end && text.charCodeAt(index + length) === 46) length++;
  return length >= 4 ? length : 0;
}

function isLabel(text: string, start: number, end: number, separator: number, first: boolean): boolean {
  if (end - start > LONGEST_LABEL || end <= start) return false;
  const { folded } = wordsOf(text.slice(start, end));
  if (folded.length === 0 || folded.length > MOST_LABEL_WORDS) return false;
  const known = LABEL_WORDS.has(folded.at(-1) ?? '') || LABEL_WORDS.has(folded[0] ?? '');
  const mark = text.charAt(end);
  if (OPEN_QUOTE.test(text.slice(start, end))) return false;
  if (mark === ':' || mark === '=') return first || known || separator > 1;
  if (mark === '?')
    return (
      known &&
      (first || answerOf(text.slice(end + 1, Math.min(end + 12, text.length)).split('\n')[0] ?? '') !== 'given')
    );
  if (mark === '.') return known && first;
  return LABEL_WORDS.has(folded.at(-1) ?? '') && folded.every((word) => LABEL_WORDS.has(word) || SMALL_WORDS.has(word));
}

/** Where a further label may begin inside a value: the longest run of label words right before the separator. */
function labelStartInside(text: string, from: number, end: number): number {
  const { folded, starts } = wordsOf(text.slice(from, end));
  let first = folded.length;
  while (first > 0 && folded.length - first < MOST_LABEL_WORDS) {
    const word = folded[first - 1] ?? '';
    if (!LABEL_WORDS.has(word) && !SMALL_WORDS.has(word)) break;
    first--;
  }
  while (first < folded.length && SMALL_WORDS.has(folded[first] ?? '') && !LEADING_SMALL_WORDS.has(folded[first] ?? ''))
    first++;
  const start = starts[first];
  return start === undefined || first === 0 ? -1 : from + start;
}

/** A label without a mark behind it, at the beginning of a short line: `Emp ID 7902`, `Name Ada Example`. */
function bareLabel(text: string, line: Span): Label[] {
  if (line.end - line.start > LONGEST_LABEL || !BARE_LABEL_INITIALS.has(text.charAt(line.start))) return [];
  const match =
    /^(?:full name|name|empl?(?:oyee)? (?:id|no|nbr|number)|loc(?:ation)?|city|site|phone|ph|mob(?:ile)?|contact (?:no|number)|user ?name|user id|login id)(?= +[\p{Lu}\d+(])/iu.exec(
      text.slice(line.start, line.end),
    );
  if (match === null || text.slice(line.start, line.end).split(/\s+/).length > 6 || !/^\p{Lu}/u.test(match[0]))
    return [];
  const end = line.start + match[0].length;
  return [{ start: line.start, end, valueStart: end }];
}
