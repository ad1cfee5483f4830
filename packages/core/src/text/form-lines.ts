import type { Span } from './spans.ts';
import { wordsOf } from './words.ts';

/** A line of a form: `Employee ID: 100234`, `OKTA MFA-N`, `Contact Number -`. Offsets point into the passage. */
export interface FormLine extends Span {
  /** The label's words, folded and joined by spaces. */
  readonly label: string;
  readonly labelEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly value: string;
  readonly answer: FormAnswer;
}

/** What stands behind a label: a yes, a no, nothing that means anything, or a value. */
export type FormAnswer = 'yes' | 'no' | 'blank' | 'given';

const LONGEST_LABEL = 60;
const MOST_LABEL_WORDS = 7;
/** A line with more is no form. */
const MOST_LABELS = 30;
const YES = new Set([
  'y',
  'yes',
  'yep',
  'yeah',
  'true',
  'done',
  'ok',
  'verified',
  'validated',
  'confirmed',
  'completed',
  'complete',
  'success',
  'successful',
  'successfully',
  'approved',
  'accepted',
  'passed',
  'pass',
  'provided',
  'checked',
]);
const NO = new Set([
  'n',
  'no',
  'nope',
  'false',
  'failed',
  'fail',
  'denied',
  'declined',
  'rejected',
  'unverified',
  'incorrect',
  'wrong',
]);
const NOTHING = new Set([
  '',
  'na',
  'n a',
  'nil',
  'none',
  'null',
  'unknown',
  'tbd',
  'tbc',
  'not available',
  'not applicable',
  'not provided',
  'not given',
  'not known',
  'not shared',
  'not captured',
  'not mentioned',
  'same',
  'blank',
  'x',
  'xx',
  'xxx',
  'xxxx',
  'xxxxx',
]);

/** Words that a hyphen-separated label is made of; other text before a hyphen is prose or a title. */
const LABEL_WORDS = new Set([
  'name',
  'id',
  'number',
  'no',
  'num',
  'phone',
  'mobile',
  'cell',
  'contact',
  'location',
  'office',
  'site',
  'city',
  'country',
  'floor',
  'desk',
  'okta',
  'mfa',
  'push',
  'email',
  'mail',
  'username',
  'user',
  'login',
  'domain',
  'manager',
  'department',
  'dept',
  'company',
  'employee',
  'emp',
  'ext',
  'extension',
  'asset',
  'tag',
  'hostname',
  'host',
  'issue',
  'problem',
  'error',
  'description',
  'vip',
  'owg',
  'wfh',
  'wfo',
  'remote',
  'callback',
  'validation',
  'verification',
  'validated',
  'verified',
  'verify',
  'identity',
  'application',
  'app',
  'approval',
  'mailbox',
  'path',
  'impact',
  'time',
  'device',
  'upn',
  'account',
  'available',
  'availability',
  'title',
  'address',
  'lob',
  'service',
  'computer',
  'laptop',
  'pc',
  'ip',
  'serial',
  'model',
  'caller',
  'staff',
  'eid',
  'empid',
  'tel',
  'telephone',
  'details',
  'loc',
  'ph',
  'mob',
  'mobil',
  'city',
  'branch',
  'campus',
  'telefon',
  'surname',
  'fullname',
  'place',
  'where',
  'matricule',
  'personnel',
  'badge',
  'cx',
  'usr',
  'nbr',
  'guest',
  'who',
  'mode',
  'workday',
  'sap',
  'push',
]);

/**
 * The form lines of one line of text, whose offsets are `line`. A line can hold several, one after the other:
 * `Name: Ada Example, Employee ID: 100234 | Location: Oslo`.
 */
export function formLinesOf(text: string, line: Span): FormLine[] {
  if (line.end <= line.start) return [];
  const labels = labelsIn(text, line);
  if (labels.length === 0) labels.push(...bareLabel(text, line));
  return labels.map((label, index) => {
    const limit = labels[index + 1]?.start ?? line.end;
    return toFormLine(text, label, limit);
  });
}

/** Reads the answer out of a form value. */
export function answerOf(value: string): FormAnswer {
  const { folded, starts, ends } = wordsOf(value);
  const joined = folded.join(' ');
  if (NOTHING.has(joined) || /^[\s\-_.?*#/\\]*$/.test(value)) return 'blank';
  const first = folded[0] ?? '';
  const second = folded[1];
  if (first === 'not') return 'no';
  const alone = second === undefined || /[.,;]/.test(value.slice(ends[0], starts[1]));
  if (YES.has(first) && (alone || folded.length <= 6)) return 'yes';
  if (NO.has(first) && (alone || !/^\d/.test(second ?? ''))) return 'no';
  return 'given';
}

/** A label without a mark behind it, at the beginning of a short line: `Emp ID 7902`, `Name Ada Example`. */
function bareLabel(text: string, line: Span): Label[] {
  if (line.end - line.start > LONGEST_LABEL) return [];
  const match =
    /^(?:full name|name|empl?(?:oyee)? (?:id|no|nbr|number)|loc(?:ation)?|city|site|phone|ph|mob(?:ile)?|contact (?:no|number)|user ?name|user id|login id)(?= +[\p{Lu}\d+(])/iu.exec(
      text.slice(line.start, line.end),
    );
  if (match === null || text.slice(line.start, line.end).split(/\s+/).length > 6 || !/^\p{Lu}/u.test(match[0]))
    return [];
  const end = line.start + match[0].length;
  return [{ start: line.start, end, valueStart: end }];
}

interface Label extends Span {
  readonly valueStart: number;
}

function toFormLine(text: string, label: Label, limit: number): FormLine {
  const valueStart = skip(text, label.valueStart, limit);
  const valueEnd = trimValue(text, valueStart, endOfValue(text, valueStart, limit));
  const value = text.slice(valueStart, valueEnd);
  return {
    start: label.start,
    end: Math.max(valueEnd, label.valueStart),
    label: wordsOf(text.slice(label.start, label.end)).folded.join(' '),
    labelEnd: label.end,
    valueStart,
    valueEnd,
    value,
    answer: answerOf(value),
  };
}

/** A value ends where a new sentence begins: `Phone: see record. Asset tag 100200`. */
function endOfValue(text: string, start: number, limit: number): number {
  for (let stop = text.indexOf('. ', start); stop >= 0 && stop < limit; stop = text.indexOf('. ', stop + 1)) {
    if (/^\p{Lu}/u.test(text.slice(stop + 2, stop + 4)) && /[\p{L}\p{N}]{2}$/u.test(text.slice(start, stop)))
      return stop + 1;
  }
  return limit;
}

/** Labels from left to right: the first may be any short words before a colon, or label words before a hyphen. */
function labelsIn(text: string, line: Span): Label[] {
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
        ? skip(text, segment, index)
        : labelStartInside(text, Math.max(labels.at(-1)?.valueStart ?? segment, index - LONGEST_LABEL), index);
    if (start < 0 || !isLabel(text, start, index, separator, labels.length === 0 && segment === line.start)) continue;
    labels.push({ start, end: trimValue(text, start, index), valueStart: index + separator });
    index += separator - 1;
  }
  return labels;
}

/** Neither a separator nor anything that ends a segment: letters, digits, spaces. */
function isOrdinary(code: number): boolean {
  return code === 32 || (code >= 48 && code <= 57) || (code >= 64 && code < 0x2000 && code !== 124);
}

/** A colon or equals sign; or a hyphen or dash, with or without spaces. Not inside a time, a path or a URL. */
function separatorLength(text: string, index: number, line: Span): number {
  const code = text.charCodeAt(index);
  const next = text.charCodeAt(index + 1);
  if (code === 58 || code === 61) {
    if (next === 47 || next === 92) return 0;
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
  if (mark === ':' || mark === '=') return first || known || separator > 1;
  if (mark === '?')
    return (
      known &&
      (first || answerOf(text.slice(end + 1, Math.min(end + 12, text.length)).split('\n')[0] ?? '') !== 'given')
    );
  if (mark === '.') return known && first;
  return LABEL_WORDS.has(folded.at(-1) ?? '') && folded.every((word) => LABEL_WORDS.has(word) || SMALL_WORDS.has(word));
}

const SMALL_WORDS = new Set([
  'and',
  'or',
  'of',
  'the',
  'first',
  'last',
  'full',
  'your',
  'his',
  'her',
  'best',
  'work',
  'working',
  'current',
  'from',
  'home',
  'is',
  'done',
  'to',
  'in',
  'at',
  'back',
  'call',
  'customer',
  'base',
  'primary',
  'line',
  'manager',
  'caller',
  'personal',
  'official',
]);

/** Where a further label may begin inside a value: the longest run of label words right before the separator. */
function labelStartInside(text: string, from: number, end: number): number {
  const { folded, starts } = wordsOf(text.slice(from, end));
  let first = folded.length;
  while (first > 0 && folded.length - first < MOST_LABEL_WORDS) {
    const word = folded[first - 1] ?? '';
    if (!LABEL_WORDS.has(word) && !SMALL_WORDS.has(word)) break;
    first--;
  }
  while (
    first < folded.length &&
    SMALL_WORDS.has(folded[first] ?? '') &&
    !['first', 'full', 'last', 'work', 'working', 'manager', 'caller', 'base'].includes(folded[first] ?? '')
  )
    first++;
  const start = starts[first];
  return start === undefined || first === 0 ? -1 : from + start;
}

function skip(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && /\s/.test(text.charAt(index))) index++;
  return index;
}

function trimValue(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && /[\s,;|(]/.test(text.charAt(index - 1))) index--;
  return index;
}

/** Folds a label for comparison with {@link FormLine.label}. */
export function foldFormLabel(label: string): string {
  return wordsOf(label).folded.join(' ');
}
