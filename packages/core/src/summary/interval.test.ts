import fc from 'fast-check';
import { expect, test } from 'vitest';
import { share } from './interval.ts';

/** Expected values: Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3. */
test.each([
  [81, 263, { percent: 30.8, low: 25.5, high: 36.6 }],
  [15, 148, { percent: 10.1, low: 6.2, high: 16 }],
  [0, 20, { percent: 0, low: 0, high: 16.1 }],
  [1, 29, { percent: 3.4, low: 0.6, high: 17.2 }],
])('%i of %i has the interval of the literature', (some, all, expected) => {
  expect(share(some, all)).toEqual(expected);
});

test('nothing has no share', () => {
  expect(share(0, 0)).toBeNull();
});

test('the share lies in its interval, which narrows as numbers grow', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.integer({ min: 1, max: 50 }), (some, rest) => {
      const few = share(some, some + rest);
      const many = share(some * 100, (some + rest) * 100);
      if (few === null || many === null) throw new Error('no share');
      expect(few.low).toBeLessThanOrEqual(few.percent);
      expect(few.high).toBeGreaterThanOrEqual(few.percent);
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
    }),
  );
});
