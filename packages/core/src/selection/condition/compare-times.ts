import type { Ticket, Timestamp } from '@tqrs/parser';
import { Clock } from '../../timeline/clock.ts';
import { readInstant } from '../../timeline/read-time.ts';
import type { Zone } from '../../timeline/zone.ts';
import type { TimeSpan } from '../time-span.ts';
import { type Answer, answerOf } from './answer.ts';

/** How a time can be compared. */
export type TimeOperator = '=' | '<' | '<=' | '>' | '>=';

/** No zone is further from UTC. */
const FURTHEST = 14 * 60 * 60_000;

/** A comparison, and whether another zone than the one it was read in could turn it round. */
export interface TimeAnswer {
  readonly answer: Answer;
  readonly zoneMatters: boolean;
}

/** Compares a time of a ticket with a span. A time that the export gives without a zone is read as everywhere in a review. */
export function compareTimes(
  ticket: Ticket,
  time: Timestamp,
  operator: TimeOperator,
  span: TimeSpan,
  zone: Zone,
): TimeAnswer {
  const clock = time.instant === undefined ? new Clock(ticket, zone) : undefined;
  const at = clock === undefined ? readInstant(time.instant ?? '') : clock.read(time.text);
  if (at === undefined || Number.isNaN(at)) return { answer: 'unclear', zoneMatters: false };
  const isNear = Math.abs(at - span.from) < FURTHEST || Math.abs(at - span.to) < FURTHEST;
  const guessed = clock?.basis === 'profile' && !/(Z|UTC|GMT)\s*$/.test(time.text);
  return { answer: answerOf(holds(at, operator, span)), zoneMatters: guessed && isNear };
}

function holds(at: number, operator: TimeOperator, { from, to }: TimeSpan): boolean {
  switch (operator) {
    case '=':
      return at >= from && at < to;
    case '<':
      return at < from;
    case '<=':
      return at < to;
    case '>':
      return at >= to;
    case '>=':
      return at >= from;
  }
}
