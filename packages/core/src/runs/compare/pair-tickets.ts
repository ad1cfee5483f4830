import type { StoredTicket } from '../store/stored-ticket.ts';

/** A ticket in two runs; undefined where one does not have it. */
export interface TicketPair {
  readonly before: StoredTicket | undefined;
  readonly after: StoredTicket | undefined;
}

/**
 * Brings the tickets of two runs together by their numbers, whatever their order. Where the order is the same, as it mostly is, next to
 * nothing waits in memory. A number that occurs several times is paired in order.
 */
export function* pairTickets(
  before: Iterable<StoredTicket>,
  after: Iterable<StoredTicket>,
): Generator<TicketPair, void, undefined> {
  const sides = [before, after].map((tickets) => ({
    tickets: tickets[Symbol.iterator](),
    waiting: new Map<string, StoredTicket[]>(),
    ended: false,
  }));
  const [first, second] = sides;
  if (first === undefined || second === undefined) return;
  while (!first.ended || !second.ended) {
    for (const [side, other] of [
      [first, second],
      [second, first],
    ] as const) {
      if (side.ended) continue;
      const next = side.tickets.next();
      if (next.done) {
        side.ended = true;
        continue;
      }
      const ticket = next.value;
      const number = numberOf(ticket);
      const partner = take(other.waiting, number);
      if (partner === undefined) side.waiting.set(number, [...(side.waiting.get(number) ?? []), ticket]);
      else yield side === first ? { before: ticket, after: partner } : { before: partner, after: ticket };
    }
  }
  for (const ticket of [...first.waiting.values()].flat()) yield { before: ticket, after: undefined };
  for (const ticket of [...second.waiting.values()].flat()) yield { before: undefined, after: ticket };
}

function numberOf(stored: StoredTicket): string {
  return 'failed' in stored ? stored.failed.number : stored.ticket.number;
}

function take(waiting: Map<string, StoredTicket[]>, number: string): StoredTicket | undefined {
  const [ticket, ...rest] = waiting.get(number) ?? [];
  if (rest.length > 0) waiting.set(number, rest);
  else waiting.delete(number);
  return ticket;
}
