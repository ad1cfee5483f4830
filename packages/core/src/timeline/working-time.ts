import type { WorkingTime } from '../profile/schema.ts';
import { type Zone, zoneOf } from './zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEK = 7;

/** When the service desk works, made ready to be counted with. */
export class WorkingCalendar {
  readonly zone: Zone;
  /** Minutes of one working day. */
  readonly dayMinutes: number;
  /** When a working day begins and ends. In milliseconds from midnight. */
  readonly from: number;
  readonly to: number;
  /** Whether each day of the week is worked. The first is Thursday, as 1 January 1970 was. */
  readonly #worked: readonly boolean[];
  /** How many of the days before each were worked. One more than there are days. */
  readonly #workedBefore: readonly number[];

  constructor({ timeZone, days, from, to }: WorkingTime) {
    this.zone = zoneOf(timeZone);
    this.from = msOf(from);
    this.to = Math.max(this.from, msOf(to));
    this.dayMinutes = (this.to - this.from) / MINUTE;
    this.#worked = Array.from({ length: WEEK }, (_, day) => days.includes(((day + 3) % WEEK) + 1));
    const before = [0];
    for (const worked of this.#worked) before.push((before.at(-1) ?? 0) + (worked ? 1 : 0));
    this.#workedBefore = before;
  }

  /** Working time between two instants, in minutes, not rounded. Instants are milliseconds since 1970, UTC. */
  minutesBetween(from: number, to: number): number {
    if (to <= from) return 0;
    let worked = 0;
    for (const stretch of this.zone.stretches(from, to)) {
      worked += this.#workedUntil(stretch.to + stretch.offset) - this.#workedUntil(stretch.from + stretch.offset);
    }
    return worked / MINUTE;
  }

  /** Whether the day of a wall time is worked. */
  isWorkingDay(wall: number): boolean {
    return this.#worked[weekdayOf(Math.floor(wall / DAY))] === true;
  }

  /** The working time before a wall time, counted from 1970. In milliseconds. */
  #workedUntil(wall: number): number {
    const day = Math.floor(wall / DAY);
    const weekday = weekdayOf(day);
    const days = Math.floor(day / WEEK) * (this.#workedBefore[WEEK] ?? 0) + (this.#workedBefore[weekday] ?? 0);
    const today =
      this.#worked[weekday] === true ? Math.min(Math.max(wall - day * DAY, this.from), this.to) - this.from : 0;
    return days * (this.to - this.from) + today;
  }
}

function weekdayOf(day: number): number {
  return ((day % WEEK) + WEEK) % WEEK;
}

/** `08:30` in milliseconds from midnight. */
function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
}
