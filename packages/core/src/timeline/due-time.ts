import type { Sentence } from '../text/text-analyser.ts';
import { isTimeUnit, readSpan, type TimeSpan } from './read-span.ts';
import type { WorkingCalendar } from './working-time.ts';

/** What a sentence says of when. `at`: until then, in milliseconds since 1970, UTC; undefined where it cannot be told. */
export interface Due {
  readonly at: number | undefined;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = 12 * HOUR;

const CLOCK_WORDS = new Set('at by before around about approx approximately til till until after for'.split(' '));
/** A time that is said of something stands near it. In words. */
const FURTHEST = 20;

const HOUR_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TODAY = new Set(['today', 'tonight', 'eod', 'cob']);
const TOMORROW = new Set(['tomorrow', 'tomorow', 'tommorow', 'tommorrow', 'tmrw', 'tmr', 'tmw']);
const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    'sunday sun',
    'monday mon',
    'tuesday tue tues',
    'wednesday wed',
    'thursday thu thur thurs',
    'friday fri',
    'saturday sat',
  ].flatMap((names, day) => names.split(' ').map((name) => [name, day] as const)),
);
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)/;
const PARTS_OF_DAY: ReadonlyMap<string, 'noon' | 'end'> = new Map([
  ['morning', 'noon'],
  ['noon', 'noon'],
  ['midday', 'noon'],
  ['lunch', 'noon'],
  ['lunchtime', 'noon'],
  ['afternoon', 'end'],
  ['evening', 'end'],
]);

interface DayAndTime {
  /** Midnight of the day, as a wall time. */
  day?: number;
  /** From midnight. */
  time?: number;
  /** The time is by a clock of twelve hours, and the half is not said. */
  eitherHalf?: boolean;
  /** A date is named in a way that is not read. */
  unclear?: boolean;
  instant?: number;
}

/**
 * When a sentence says that something will happen: "at 3", "tomorrow morning", "within two hours", "by Friday". Undefined
 * where it says nothing of it.
 *
 * @param said When it was said, in milliseconds since 1970; undefined where that is not known.
 * @param from From which word on to look.
 */
export function dueTimeIn(
  sentence: Sentence,
  from: number,
  said: number | undefined,
  calendar: WorkingCalendar,
): Due | undefined {
  const found = readWords(sentence, from, said, calendar);
  if (found.unclear) return { at: undefined };
  if (found.instant !== undefined) return { at: said === undefined ? undefined : found.instant };
  if (found.day === undefined && found.time === undefined) return undefined;
  return { at: said === undefined ? undefined : instantOf(found, said, calendar) };
}

function readWords(
  { analysis }: Sentence,
  from: number,
  said: number | undefined,
  calendar: WorkingCalendar,
): DayAndTime {
  const { folded } = analysis.words;
  const today = midnightOf(calendar.zone.toWall(said ?? 0));
  const found: DayAndTime = {};
  for (let at = from; at < Math.min(from + FURTHEST, folded.length); at++) {
    const word = folded[at] ?? '';
    const before = folded[at - 1] ?? '';
    const part = PARTS_OF_DAY.get(word);
    const weekday = WEEKDAYS.get(word);
    if (TODAY.has(word) || (word === 'business' && before === 'of') || (word === 'day' && before === 'of')) {
      found.day ??= today;
      if (word !== 'today') found.time ??= calendar.to;
    } else if (TOMORROW.has(word)) found.day = today + DAY;
    else if (weekday !== undefined) found.day = nextWeekday(today, weekday);
    else if (word === 'week' && before === 'next') found.day = nextWeekday(nextWeekday(today, 1) - DAY, 5);
    else if (word === 'day' && /^(?:next|working|business)$/.test(before))
      found.day ??= addWorkingDays(today, 1, calendar);
    else if (part !== undefined) {
      if (before === 'this') found.day ??= today;
      found.time ??= part === 'noon' ? NOON : calendar.to;
    } else if (isDate(folded, at)) found.unclear = true;
    else if (/^(?:in|within|after|next)$/.test(before)) {
      const span = readSpan(folded, at);
      if (span === undefined) readClock(analysis, at, found, calendar);
      else found.instant ??= afterSpan(said ?? 0, span, calendar);
    } else readClock(analysis, at, found, calendar);
  }
  return found;
}

function afterSpan(said: number, { minutes, days, working }: TimeSpan, calendar: WorkingCalendar): number {
  if (days === 0) return said + minutes * MINUTE;
  const today = midnightOf(calendar.zone.toWall(said));
  return calendar.zone.toInstant((working ? addWorkingDays(today, days, calendar) : today + days * DAY) + calendar.to);
}

/** `at 3`, `at 15:00`, `3pm`, `15.30 hrs`, `1500 hrs`. */
function readClock(analysis: Sentence['analysis'], at: number, found: DayAndTime, calendar: WorkingCalendar): void {
  const { folded, starts, ends } = analysis.words;
  const word = folded[at] ?? '';
  const parts = /^(\d{1,2})(am|pm)?$/.exec(HOUR_WORDS.indexOf(word) > 0 ? String(HOUR_WORDS.indexOf(word)) : word);
  const military = /^([01]\d|2[0-3])([0-5]\d)$/.exec(folded[at] ?? '');
  const next = folded[at + 1] ?? '';
  const before = folded[at - 1] ?? '';
  // Of "between 2 and 4", the end counts.
  if (before === 'between') return;
  const isEnd = before === 'and' && folded.slice(Math.max(0, at - 4), at - 1).includes('between');
  const isAnnounced =
    isEnd || CLOCK_WORDS.has(before) || analysis.text.slice(ends[at - 1] ?? 0, starts[at]).includes('@');
  if (military !== null && parts === null) {
    if (isAnnounced || /^(?:hrs|hours|h|uhr)$/.test(next))
      found.time ??= (Number(military[1]) * 60 + Number(military[2])) * MINUTE;
    return;
  }
  if (parts === null) return;
  const mark = analysis.text.slice(ends[at], starts[at + 1]);
  const second = /^([0-5]\d)(am|pm)?$/.exec(mark === ':' || mark === '.' ? next : '');
  const behind = second === null ? at + 1 : at + 2;
  const half = parts[2] ?? second?.[2] ?? halfAt(folded, behind);
  const isClock = half !== undefined || mark === ':' || /^(?:o'clock|oclock|hrs)$/.test(folded[behind] ?? '');
  if (!isClock && (!isAnnounced || isTimeUnit(folded[behind] ?? ''))) return;
  const hour = Number(parts[1]);
  if (hour > 23 || (half !== undefined && (hour < 1 || hour > 12)) || found.time !== undefined) return;
  if (before === 'after') {
    found.time = calendar.to;
    return;
  }
  found.time =
    ((half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + Number(second?.[1] ?? 0)) * MINUTE;
  found.eitherHalf = half === undefined && hour >= 1 && hour <= 12 && parts[1]?.startsWith('0') === false;
}

function halfAt(folded: readonly string[], at: number): 'am' | 'pm' | undefined {
  const word = folded[at];
  if (word === 'am' || word === 'pm') return word;
  return (word === 'a' || word === 'p') && folded[at + 1] === 'm' ? `${word}m` : undefined;
}

/** `14 March`, `March 14`, `the 14th`, `14/03`: dates that are seldom said and often ambiguous. */
function isDate(folded: readonly string[], at: number): boolean {
  const word = folded[at] ?? '';
  const before = folded[at - 1] ?? '';
  if (/^\d{1,2}(?:st|nd|rd|th)$/.test(word)) return true;
  return MONTH.test(word) && (/^\d{1,2}$/.test(before) || /^\d{1,2}$/.test(folded[at + 1] ?? ''));
}

function instantOf(found: DayAndTime, said: number, { zone, from, to }: WorkingCalendar): number {
  const saidAt = zone.toWall(said);
  const today = midnightOf(saidAt);
  if (found.time === undefined) return zone.toInstant((found.day ?? today) + to);
  const times = found.eitherHalf ? [found.time, (found.time + NOON) % DAY] : [found.time];
  const days = found.day === undefined ? [today, today + DAY] : [found.day];
  const walls = days
    .flatMap((day) => times.map((time) => day + time))
    .filter((wall) => found.day !== undefined || wall > saidAt);
  const atWork = walls.filter((wall) => wall - midnightOf(wall) >= from && wall - midnightOf(wall) <= to);
  return zone.toInstant(atWork[0] ?? walls[0] ?? (found.day ?? today) + to);
}

function midnightOf(wall: number): number {
  return Math.floor(wall / DAY) * DAY;
}

/** The next such day after `day`. 0 is Sunday. */
function nextWeekday(day: number, weekday: number): number {
  const ahead = (weekday - new Date(day).getUTCDay() + 7) % 7;
  return day + (ahead === 0 ? 7 : ahead) * DAY;
}

function addWorkingDays(day: number, count: number, calendar: WorkingCalendar): number {
  let left = Math.min(count, 250);
  let at = day;
  for (let tries = 0; left > 0 && tries < 2000; tries++) {
    at += DAY;
    if (calendar.isWorkingDay(at)) left--;
  }
  return at;
}
