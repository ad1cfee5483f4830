import type { Zone } from '../timeline/zone.ts';
import { type Place, SelectionError } from './errors.ts';

/** A day, a minute or a second, in milliseconds since 1970; `to` is exclusive. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/**
 * Reads a date or a time: `2026-03-01`, `2026-03-01 08:30`, `2026-03-01T08:30:00Z`, `2026-03-01T08:30+01:00`. A date is the whole
 * day. Without a zone of its own it is told by the clocks of `zone`.
 *
 * @throws {SelectionError} where it is neither.
 */
export function readTimeSpan(written: string, zone: Zone, place: Place): TimeSpan {
  const parts = WRITTEN.exec(written);
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset] = parts ?? [];
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // Date.parse takes the 31st of every month.
  if (parts === null || Number.isNaN(wall) || new Date(wall).getUTCDate() !== Number(day)) {
    throw new SelectionError(`"${written}" is no date.`, {
      code: 'date-invalid',
      hint: 'Write 2026-03-01, or 2026-03-01T08:30, with Z or +01:00 behind it where the zone matters.',
      place,
    });
  }
  const length = parts[4] === undefined ? DAY : parts[6] === undefined ? MINUTE : SECOND;
  const instantOf = (time: number) => (offset === undefined ? zone.toInstant(time) : time - offsetOf(offset));
  return { from: instantOf(wall), to: instantOf(wall + length) };
}

function offsetOf(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith('-') ? -minutes : minutes) * MINUTE;
}
