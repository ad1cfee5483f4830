import { TIME_FIELDS, type Ticket, type Timestamp } from '@tqrs/parser';
import { type DateOrder, type MonthNames, readInstant, readTime, type WrittenTime } from './read-time.ts';
import type { ClockBasis } from './types.ts';
import type { Zone } from './zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** No zone is further from UTC, and none stands between quarters of an hour. */
const FURTHEST = 14 * 60 * MINUTE;
const QUARTER = 15 * MINUTE;
const ORDERS = ['day-first', 'month-first'] as const satisfies readonly DateOrder[];

/** What a time that is given both raw and displayed tells of the clock that it was displayed by. */
interface ShownOffset {
  readonly at: number;
  readonly offset: number;
  readonly order: DateOrder;
}

/** How the organisation's exports write dates, as far as its profile tells. */
export interface DateStyle {
  readonly order: DateOrder | undefined;
  readonly months: MonthNames;
}

const NO_STYLE: DateStyle = { order: undefined, months: new Map() };

/**
 * The clock by which a ticket's times were written that are given without a zone. Where the export gives a time both raw (UTC)
 * and as displayed, the two tell how far that clock is from UTC; else it is taken to be the profile's. Where
 * neither the ticket nor the profile tells whether the day or the month comes first, times that would differ cannot be read.
 */
export class Clock {
  readonly #ticket: Ticket;
  readonly #zone: Zone;
  readonly #style: DateStyle;
  /** Worked out when first asked for, as most tickets need neither. */
  #shown: ShownOffset | 'none' | undefined;
  #order: DateOrder | 'unknown' | undefined;

  constructor(ticket: Ticket, zone: Zone, style: DateStyle = NO_STYLE) {
    this.#ticket = ticket;
    this.#zone = zone;
    this.#style = style;
  }

  get basis(): ClockBasis {
    return this.#shownOffset === undefined ? 'profile' : 'exported';
  }

  /** The instant of a written time, in milliseconds since 1970; undefined where it cannot be read, or could be two days. */
  read(text: string): number | undefined {
    const written = readTime(text, this.#style.months);
    const wall = written && this.#wallOf(written);
    if (wall === undefined || written?.utc) return wall;
    const shown = this.#shownOffset;
    const keepsToZone = shown === undefined || this.#zone.offsetAt(shown.at) === shown.offset;
    return keepsToZone ? this.#zone.toInstant(wall) : wall - shown.offset;
  }

  #wallOf({ wall }: WrittenTime): number | undefined {
    if (wall['day-first'] === wall['month-first']) return wall['day-first'];
    this.#order ??=
      this.#shownOffset?.order ?? dateOrderOf(this.#ticket, this.#style) ?? this.#style.order ?? 'unknown';
    return this.#order === 'unknown' ? undefined : wall[this.#order];
  }

  get #shownOffset(): ShownOffset | undefined {
    this.#shown ??= shownOffset(this.#ticket, this.#style) ?? 'none';
    return this.#shown === 'none' ? undefined : this.#shown;
  }
}

function shownOffset(ticket: Ticket, { months }: DateStyle): ShownOffset | undefined {
  for (const field of TIME_FIELDS) {
    const { text, instant } = ticket[field] ?? {};
    if (text === undefined || instant === undefined) continue;
    const at = readInstant(instant);
    // The raw time itself tells nothing.
    if (text.slice(0, 10) === instant.slice(0, 10) && text.slice(11, 19) === instant.slice(11, 19)) continue;
    const written = readTime(text, months);
    if (written === undefined || written.utc) continue;
    for (const order of ORDERS) {
      const wall = written.wall[order];
      if (wall === undefined) continue;
      // A display without seconds leaves them out.
      const offset = Math.round((wall - at) / QUARTER) * QUARTER;
      if (Math.abs(offset) <= FURTHEST && Math.abs(wall - at - offset) < MINUTE) return { at, offset, order };
    }
  }
  return undefined;
}

/** The only order in which all times of the ticket are dates and follow each other as they must. */
function dateOrderOf(ticket: Ticket, { months }: DateStyle): DateOrder | undefined {
  const possible = ORDERS.filter((order) => isSound(ticket, order, months));
  return possible.length === 1 ? possible[0] : undefined;
}

function isSound(ticket: Ticket, order: DateOrder, months: MonthNames): boolean {
  const writtenOf = (time: Timestamp | undefined) => (time === undefined ? [] : [time.instant ?? time.text]);
  const opened = writtenOf(ticket.openedAt);
  const updated = writtenOf(ticket.updatedAt);
  const journals = [ticket.workNotes, ticket.comments].map((journal) =>
    (journal ?? []).flatMap(({ at }) => writtenOf(at)).reverse(),
  );
  return [writtenOf(ticket.resolvedAt), ...journals].every((times) =>
    isRising([...opened, ...times, ...updated], order, months),
  );
}

function isRising(texts: readonly string[], order: DateOrder, months: MonthNames): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const text of texts) {
    const written = readTime(text, months);
    if (written === undefined) continue;
    const wall = written.wall[order];
    // A day's play: one of the two may be UTC, and the other not.
    if (wall === undefined || wall < last - DAY) return false;
    last = Math.max(last, wall);
  }
  return true;
}
