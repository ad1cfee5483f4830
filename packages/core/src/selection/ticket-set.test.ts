import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TicketSet } from './ticket-set.ts';

test('holds what was added, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000)), fc.array(fc.nat(100_000)), (added, others) => {
      const set = new TicketSet();
      for (const ordinal of added) set.add(ordinal);
      const expected = new Set(added);
      expect(set.size).toBe(expected.size);
      for (const ordinal of [...added, ...others]) expect(set.has(ordinal)).toBe(expected.has(ordinal));
    }),
  );
});
