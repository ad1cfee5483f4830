const MINUTE = 60_000;
const DAY = 86_400_000;
/** No zone is changed twice within a week, and back. */
const SAMPLE = 7 * DAY;

/** From `at` on (milliseconds since 1970, UTC), clocks of a zone are `offset` milliseconds ahead of UTC. */
interface OffsetChange {
  readonly at: number;
  readonly offset: number;
}

/** A stretch of time in which the clocks of a zone are not changed. Milliseconds since 1970, UTC. */
export interface EvenStretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const zones = new Map<string, Zone>();

/** The zone of an IANA name. Throws a RangeError where there is none of that name: see {@link isTimeZone}. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = new Zone(name);
    zones.set(name, zone);
  }
  return zone;
}

/** Whether a text is the IANA name of a time zone, such as `Europe/Oslo`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The clocks of a time zone. Wall times are milliseconds since 1970 as if the clock on the wall were UTC. Years are looked
 * through once, for when their clocks change: asking `Intl` for every single time would be slow.
 */
export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, readonly OffsetChange[]>();
  /** The stretch that was asked for last: the times of a ticket mostly lie in one. */
  #last: EvenStretch = { from: 0, to: 0, offset: 0 };

  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** How far the zone's clocks are ahead of UTC at an instant. In milliseconds. */
  offsetAt(instant: number): number {
    const { from, to, offset } = this.#last;
    if (instant >= from && instant < to) return offset;
    this.#last = this.#stretchAt(instant);
    return this.#last.offset;
  }

  /** What the zone's clocks show at an instant. */
  toWall(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** When clocks show a wall time: the first time where they show it twice, and an hour on where they leap over it. */
  toInstant(wall: number): number {
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    if (this.offsetAt(wall - before) === before || before === after) return wall - before;
    return this.offsetAt(wall - after) === after ? wall - after : wall - before;
  }

  /** Cuts a stretch of time where clocks are changed. */
  stretches(from: number, to: number): EvenStretch[] {
    const stretches: EvenStretch[] = [];
    let start = from;
    let offset = this.offsetAt(from);
    if (to <= this.#last.to) return [{ from, to, offset }];
    for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year++) {
      for (const change of this.#changesIn(year)) {
        if (change.at <= start || change.at >= to || change.offset === offset) continue;
        stretches.push({ from: start, to: change.at, offset });
        start = change.at;
        offset = change.offset;
      }
    }
    stretches.push({ from: start, to, offset });
    return stretches;
  }

  /** From one change to the next, as far as the year goes. */
  #stretchAt(instant: number): EvenStretch {
    const year = new Date(instant).getUTCFullYear();
    const changes = this.#changesIn(year);
    const index = Math.max(
      0,
      changes.findLastIndex(({ at }) => at <= instant),
    );
    const { at: from = 0, offset = 0 } = changes[index] ?? {};
    return { from, to: changes[index + 1]?.at ?? Date.UTC(year + 1, 0), offset };
  }

  /** The changes of a year; the first stands for how it begins. */
  #changesIn(year: number): readonly OffsetChange[] {
    const known = this.#years.get(year);
    if (known !== undefined) return known;
    const end = Date.UTC(year + 1, 0);
    let at = Date.UTC(year, 0);
    const changes: OffsetChange[] = [{ at, offset: this.#look(at) }];
    while (at < end) {
      const next = Math.min(at + SAMPLE, end);
      if (this.#look(next) !== this.#look(at)) changes.push(this.#changeBetween(at, next));
      at = next;
    }
    this.#years.set(year, changes);
    return changes;
  }

  /** Halves the time until the minute of the change is found. */
  #changeBetween(from: number, to: number): OffsetChange {
    const offset = this.#look(to);
    let before = from;
    let after = to;
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / (2 * MINUTE)) * MINUTE;
      if (this.#look(middle) === offset) after = middle;
      else before = middle;
    }
    return { at: after, offset };
  }

  #look(instant: number): number {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of this.#format.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 1, day, hour, minute, second } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  }
}
