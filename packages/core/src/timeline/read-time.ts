/** In which order an export writes the day and the month. ServiceNow lets each user choose. */
export type DateOrder = 'day-first' | 'month-first';

/** A time as it was written, read as far as it tells. Wall times: milliseconds since 1970 as if the clock were UTC. */
export interface WrittenTime {
  /** The wall time in each order that makes a date of it; the same in both where the order does not matter. */
  readonly wall: Readonly<Record<DateOrder, number | undefined>>;
  /** It says that it is in UTC. */
  readonly utc: boolean;
}

/** Nothing that a service desk writes down is older or newer. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const LONGEST = 60;
const WRITTEN =
  /^\s{0,5}(\d{1,4})([-/.])(\d{1,2}|\p{L}{3,12}\.?)\2(\d{2,4})(?:,? {1,2}|T)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d{1,3})?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|UTC|GMT))?\s{0,5}$/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Months by their names as {@link foldMonth} makes them, beside the English ones. */
export type MonthNames = ReadonlyMap<string, number>;

/** The names of months are compared without case, and without the full stop that shortens them. */
export function foldMonth(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\.$/, '');
}

/** Reads a time in any of the forms that instances use. Undefined where it is none, or names a zone other than UTC. */
export function readTime(text: string, months?: MonthNames): WrittenTime | undefined {
  const plain = text.length === PLAIN_LENGTH ? readPlain(text, ' ') : undefined;
  if (plain !== undefined) return inBothOrders(plain, false);
  const parts = text.length > LONGEST ? null : WRITTEN.exec(text);
  if (parts === null) return undefined;
  const [, first = '', separator, second = '', third = '', hour, minute, secondOfMinute, half, zone] = parts;
  const time = timeOfDay(Number(hour), Number(minute), Number(secondOfMinute ?? 0), half?.toLowerCase());
  if (time === undefined) return undefined;
  const utc = zone !== undefined;
  const on = (year: string, month: number, day: string) => {
    const date = dateOf(yearOf(year), month, Number(day));
    return date === undefined ? undefined : date + time;
  };
  const month = monthOf(second, months);
  if (first.length === 4) return inBothOrders(on(first, month ?? Number(second), third), utc);
  if (month !== undefined) return inBothOrders(on(third, month, first), utc);
  const dayFirst = on(third, Number(second), first);
  // Nobody writes the month first with full stops.
  const monthFirst = separator === '.' ? dayFirst : on(third, Number(first), second);
  return dayFirst === undefined && monthFirst === undefined
    ? undefined
    : { wall: { 'day-first': dayFirst, 'month-first': monthFirst }, utc };
}

/**
 * An instant in ISO 8601, in milliseconds since 1970; NaN where it is none. As `Date.parse`, but several times as quick for
 * the form that the parser gives.
 */
export function readInstant(instant: string): number {
  const isUsual = instant.length === PLAIN_LENGTH + '.000Z'.length && instant.endsWith('.000Z');
  return (isUsual ? readPlain(instant, 'T') : undefined) ?? Date.parse(instant);
}

const PLAIN_LENGTH = '2026-03-02 07:12:00'.length;

/** `2026-03-02 07:12:00`, as nearly all exports have it, read without the expression. Undefined where it is anything else. */
function readPlain(text: string, between: ' ' | 'T'): number | undefined {
  const isPlain =
    text.charAt(4) === '-' &&
    text.charAt(7) === '-' &&
    text.charAt(10) === between &&
    text.charAt(13) === ':' &&
    text.charAt(16) === ':';
  if (!isPlain) return undefined;
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
  const date = dateOf(year, digitsAt(text, 5), digitsAt(text, 8));
  const time = timeOfDay(digitsAt(text, 11), digitsAt(text, 14), digitsAt(text, 17), undefined);
  return date === undefined || time === undefined ? undefined : date + time;
}

/** The number that two digits make; NaN where they are none. */
function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function inBothOrders(wall: number | undefined, utc: boolean): WrittenTime | undefined {
  return wall === undefined ? undefined : { wall: { 'day-first': wall, 'month-first': wall }, utc };
}

function monthOf(word: string, months: MonthNames | undefined): number | undefined {
  const folded = foldMonth(word);
  const at = folded.length === 3 ? MONTHS.indexOf(folded) : LONG_MONTHS.indexOf(folded);
  return at < 0 ? months?.get(folded) : at + 1;
}

function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function dateOf(year: number, month: number, day: number): number | undefined {
  if (!(year >= FIRST_YEAR && year < LAST_YEAR && month >= 1 && month <= 12)) return undefined;
  if (!(day >= 1 && day <= 31)) return undefined;
  const date = Date.UTC(year, month - 1, day);
  // Every month has 28 days.
  return day <= 28 || new Date(date).getUTCDate() === day ? date : undefined;
}

function timeOfDay(hour: number, minute: number, second: number, half: string | undefined): number | undefined {
  if (!(minute <= 59 && second <= 59 && hour <= 23)) return undefined;
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return ((hours * 60 + minute) * 60 + second) * 1000;
}
