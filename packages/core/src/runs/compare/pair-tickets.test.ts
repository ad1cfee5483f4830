import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredTicket } from '../store/stored-ticket.ts';
import { pairTickets } from './pair-tickets.ts';

const stored = (number: string): StoredTicket => ({ failed: { number, code: 'x', message: 'x' } });
const numberOf = (ticket: StoredTicket | undefined) =>
  ticket === undefined ? '' : 'failed' in ticket ? ticket.failed.number : ticket.ticket.number;
const pairsOf = (before: readonly string[], after: readonly string[]) =>
  [...pairTickets(before.map(stored), after.map(stored))].map((pair) => [numberOf(pair.before), numberOf(pair.after)]);

test('every ticket comes once, with its partner where it has one', () => {
  const numbers = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
  fc.assert(
    fc.property(numbers, numbers, (before, after) => {
      const pairs = pairsOf(before, after);
      expect(pairs.flatMap(([one]) => one || []).toSorted()).toEqual(before.toSorted());
      expect(pairs.flatMap(([, two]) => two || []).toSorted()).toEqual(after.toSorted());
      for (const [one, two] of pairs) if (one && two) expect(one).toBe(two);
      const alone = pairs.filter(([one, two]) => !one || !two);
      const left = new Set(alone.flatMap(([one]) => one || []));
      expect(alone.some(([, two]) => two !== undefined && left.has(two))).toBe(false);
    }),
  );
});

test('in the same order nothing waits: a pair comes as soon as both runs gave it', () => {
  let read = 0;
  function* counting() {
    for (let index = 0; index < 1_000; index++) {
      read++;
      yield stored(String(index));
    }
  }
  let pairs = 0;
  for (const pair of pairTickets(counting(), counting())) {
    pairs++;
    expect(pair.before).toEqual(pair.after);
    expect(read).toBeLessThanOrEqual(2 * pairs + 1);
  }
  expect(pairs).toBe(1_000);
});
