import type { Ticket, Timestamp } from '@tqrs/parser';

/** From the opening of a ticket to its resolution, in seconds, where the record tells both. */
export function secondsOpen({ openedAt, resolvedAt, closedAt }: Ticket): number | undefined {
  const from = secondsAt(openedAt);
  const to = secondsAt(resolvedAt) ?? secondsAt(closedAt);
  return from === undefined || to === undefined || to < from ? undefined : to - from;
}

/** The second of a timestamp, since some moment that is the same for the whole record. */
export function secondsAt(stamp: Timestamp | undefined): number | undefined {
  if (stamp === undefined) return undefined;
  const time = Date.parse(stamp.instant ?? stamp.text);
  return Number.isNaN(time) ? undefined : time / 1000;
}
