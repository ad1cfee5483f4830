import { matchesOf } from '../../text/matches-of.ts';
import { overlapping, type Span } from '../../text/spans.ts';
import type { Personal } from '../personal.ts';

/** What the surroundings say of a number: its label asks for one, or nothing. */
type Context = 'labelled' | 'bare';

/** Digits with the marks that stand in phone numbers. Bounded, so that the scan is linear. */
const RUN = /(?:\+\s?|\(\+?)?\d(?:[\d\u00a0 ().\-–‑/]{0,30}\d)?/g;
/** In UTF-16 units. */
const LOOK_BACK = 45;
const CUE =
  /(?:\b(?:call(?:ed|ing)?|contact|reach(?:ed|able)?|phone|mobile|mob|cell|tel(?:efon(?:o|isch)?|ephone)?|tlf|t[ée]l[ée]phone|landline|whatsapp|text|dial|ring|rang|callback|handy|gsm|natel|number|fax|ph|num[ée]ro|nummer|rappelez|sms|no)\b\.?|☎)[^\d\n]{0,24}$/i;
const EXTENSION = /(?:\b(?:ext(?:n|ension)?|x|durchwahl|dw|poste|anknytning)|\d[-. ]?\d{4}x)[\s.:#-]{0,3}$/i;
/** Numbers that other things go by. */
const OTHER_NUMBER =
  /(?:\b(?:asset|serial|ticket|incident|inc|ritm|req|request|chg|order|invoice|case|error|code|kb|build|version|ver|room|floor|badge|model|port|licen[cs]e|tag|po|event|meeting|account|acct|imei|iccid|tracking|awb|docket|ref(?:erence)?|sku|part|p\/n|s\/n|vlan|pid|batch|invoice|contract|cost cent(?:er|re)|document|doc|process|client|session|transaction|employee|emp|staff|personnel|eid|empid|pnr|gst|pan|token|inv)(?:['’]?s)?(?:\.-nr|[\s:#.]{1,2}(?:id|no\.?|number|num|code|tag|nr\.?))?|\bid)(?:[:#=-]|\.(?=\S))?[ \u00a0]?(?:is\s)?$/i;

/**
 * Phone numbers in a text, in any of the ways that they are written: international, with a trunk 0, in groups.
 *
 * @param isKnown Whether these digits were told to be a phone number elsewhere in the ticket.
 * @param isTaken Where something else stands: a date, a version, a value of another type.
 */
export function findPhones(text: string, isKnown: (key: string) => boolean, isTaken: readonly Span[]): Personal[] {
  return phonesIn(text, { start: 0, end: text.length }, 'bare', isTaken, isKnown);
}

/** Phone numbers in a value whose label asks for one: short ones too. */
export function phonesInValue(text: string, value: Span): Personal[] {
  return phonesIn(text, value, 'labelled', [], () => false);
}

/** What tells phone numbers apart: their last digits, so that a country code makes no difference. */
export function phoneKey(number: string): string {
  return number.replace(/\(0\)/, '').replace(/\D/g, '').slice(-9);
}

function phonesIn(
  text: string,
  { start: from, end: to }: Span,
  least: Context,
  taken: readonly Span[],
  isKnown: (key: string) => boolean,
): Personal[] {
  const found: Personal[] = [];
  for (const match of matchesOf(RUN, text.slice(from, to))) {
    const start = from + match.index;
    for (const piece of piecesOf(match[0])) {
      const span = { start: start + piece.start, end: start + piece.end };
      if (overlapping(taken, span) !== undefined) continue;
      const number = text.slice(span.start, span.end);
      const before = text.slice(Math.max(least === 'labelled' ? from : 0, span.start - LOOK_BACK), span.start);
      if (isPhone(number, before, text.slice(span.end, span.end + 2), least) || isKnown(phoneKey(number)))
        found.push({ type: 'PHONE', key: phoneKey(number), ...span });
    }
  }
  return found;
}

/** What may part two numbers that stand side by side. */
const BETWEEN =
  /[ \u00a0]{2,}|[ \u00a0]?\/[ \u00a0]|[ \u00a0]\/|[ \u00a0][-–][ \u00a0]|\.[ \u00a0]|[ \u00a0]\(|\)?[ \u00a0](?=\+)/g;

/** A run of digits and marks, cut where two numbers stand side by side: `555-0140 / 555-0141`, `555-0121 (11/6)`. */
function piecesOf(run: string): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of matchesOf(BETWEEN, run)) {
    const left = run.slice(start, index);
    if (!mark.includes('.') && isAreaCode(left, mark.endsWith('('))) continue;
    pieces.push({ start, end: index + (mark.startsWith(')') ? 1 : 0) });
    start = index + mark.length - (mark.endsWith('(') ? 1 : 0);
  }
  pieces.push({ start, end: run.length });
  return pieces.map((piece) => trimmed(run, piece)).filter(({ start: at, end }) => end > at);
}

/** `+44 (0)20 …`, `1 (303) …`, `030 / …`: what stands before the rest of one number. */
function isAreaCode(left: string, isBeforeBracket: boolean): boolean {
  const digits = left.replace(/\D/g, '').length;
  if (left.startsWith('+')) return digits < 6;
  return digits < 3 || (digits < 6 && !isBeforeBracket && /^\(?0/.test(left));
}

function trimmed(run: string, { start, end }: Span): Span {
  const piece = run.slice(start, end);
  const lead = (piece.includes(')') ? /^[\s.\-–/)]*/ : /^[\s.\-–/(]*/).exec(piece)?.[0].length ?? 0;
  const tail = /[\s.\-–/(]*$/.exec(piece)?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

function isPhone(number: string, before: string, after: string, least: Context): boolean {
  const digits = number.replace(/\D/g, '').length;
  if (digits > 17 || (/[\p{L}\d_\\#@$€£₹%]$|\p{L}-$/u.test(before) && !EXTENSION.test(before))) return false;
  if (/^[\p{L}_%@\\€£$"]/u.test(after) && !/^x\d/i.test(after)) return false;
  if (least === 'labelled') return digits >= 3 && isShortNumber(number, before, digits);
  if (digits >= 2 && digits <= 7 && EXTENSION.test(before)) return digits > 2 || !/\bx$/i.test(before);
  if (digits < 7 || digits > 15 || /[./-]$|\d:$/.test(before) || isDate(number)) return false;
  if (/^\+/.test(number)) return digits >= 8;
  if (OTHER_NUMBER.test(before)) return false;
  return CUE.test(before) || isWrittenAsPhone(number, digits);
}

/** A short number is an extension unless a word stands before it that is none of a phone's: `Phone: Cisco 8845`. */
function isShortNumber(number: string, before: string, digits: number): boolean {
  if (digits >= 6) return true;
  const word = /(\p{L}+)[\s.:#-]{0,4}$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return !NO_EXTENSION.has(word) && !/^\d{1,2}[/.]\d{1,2}$/.test(number);
}

const NO_EXTENSION = new Set(
  'cisco iphone galaxy model android ios polycom yealink avaya pixel nokia type version floor room after before until since between'.split(
    ' ',
  ),
);

const SHAPES = [
  // (212) 555-0123, 212-555-0123, 212.555.0123, 1-212-555-0123
  /^(?:1[\s.-])?\(?[2-9]\d{2}\)?[\s.\-/]{0,2}\d{3}[\s.-]\d{4}$/,
  // 555-0123
  /^\d{3}[-‑]\d{4}$/,
  // 98765 43210, 98765-43210
  /^[6-9]\d{4}[\s-]\d{5}$/,
  // 9876543210
  /^[6-9]\d{9}$/,
  // 0049 30 123456
  /^00[1-9]\d{0,2}[\s\d()./-]{8,20}$/,
];

function isWrittenAsPhone(number: string, digits: number): boolean {
  if (SHAPES.some((shape) => shape.test(number)) || isGrouped(number, digits)) return true;
  // A trunk 0: 020 7946 0991, 01632 960118, 06-12345678, 030/555 01 23, 07700900142
  if (!/^\(?0[1-9]/.test(number) || digits < 9 || digits > 12) return false;
  return /[\s\-/.()]/.test(number) ? /^\(?0\d{1,4}\)?[\s\-/.]{0,3}\d[\d\s.-]*$/.test(number) : digits >= 10;
}

/** Three short groups or more, with single spaces between: `22 55 50 11`, `95 555 01 20`. Not `75 000 000`, `100 200 300`. */
function isGrouped(number: string, digits: number): boolean {
  const groups = number.split(/[ \u00a0]/);
  if (groups.length < 3 || digits < 8 || digits > 12) return false;
  const isRound =
    groups.filter((group) => group.endsWith('00')).length > 1 || groups.slice(1).some((group) => group === '000');
  return !isRound && groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{2,4}$/).test(group));
}

function isDate(number: string): boolean {
  return /^(?:\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2}))$/.test(number);
}
