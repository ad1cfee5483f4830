import type { Timestamp } from '../ticket.ts';

const RAW = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;
const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A time as exported. Raw times are UTC; a displayed time stands in a zone that the export does not tell. */
export function toTimestamp(text: string, raw: string | undefined): Timestamp {
  const instant = raw === undefined ? undefined : instantOf(raw);
  return instant === undefined ? { text } : { text, instant };
}

/** The instant of a raw ServiceNow time (UTC), or of an ISO time that names its zone. */
export function instantOf(text: string): string | undefined {
  if (text.length === 19) {
    const parts = RAW.exec(text);
    if (parts === null) return undefined;
    const [, year, month, day, hour, minute, second] = parts.map(Number) as [number, ...number[]];
    return isDate(year, month, day) && within(hour, 23) && within(minute, 59) && within(second, 59)
      ? `${text.slice(0, 10)}T${text.slice(11)}.000Z`
      : undefined;
  }
  if (text.length > 40 || !ISO_WITH_ZONE.test(text)) return undefined;
  const time = new Date(text);
  const parts = text.slice(0, 10).split('-').map(Number);
  return Number.isNaN(time.getTime()) || !isDate(parts[0], parts[1], parts[2]) ? undefined : time.toISOString();
}

function isDate(year: number | undefined, month: number | undefined, day: number | undefined): boolean {
  if (year === undefined || month === undefined || day === undefined) return false;
  const days = DAYS[month - 1];
  if (days === undefined || day < 1 || day > days) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

function within(value: number | undefined, highest: number): boolean {
  return value !== undefined && value <= highest;
}
