import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';

const shares = (sizes: readonly number[]) => sizes.map((tickets, place) => ({ tickets, place }));

test.each([
  { sizes: [900, 100], size: 10, expected: [9, 1] },
  { sizes: [50, 30, 20], size: 10, expected: [5, 3, 2] },
  { sizes: [50, 30, 20], size: 7, expected: [4, 2, 1] },
  { sizes: [990, 5, 5], size: 10, expected: [8, 1, 1] },
  { sizes: [10, 10, 10], size: 1, expected: [1, 0, 0] },
  { sizes: [100, 1, 1], size: 2, expected: [2, 0, 0] },
  { sizes: [2, 3], size: 50, expected: [2, 3] },
  { sizes: [0, 4], size: 2, expected: [0, 2] },
  { sizes: [], size: 5, expected: [] },
])('$size of $sizes are $expected', ({ sizes, size, expected }) => {
  expect(allocate(shares(sizes), size)).toEqual(expected);
});

test('among equal remainders the lower place wins, not the first', () => {
  expect(
    allocate(
      [
        { tickets: 10, place: 7 },
        { tickets: 10, place: 3 },
      ],
      1,
    ),
  ).toEqual([0, 1]);
});

test('sums to the sample, and no stratum gets more than it has or, where there is room, nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { maxLength: 40 }), fc.integer({ min: 1, max: 3_000 }), (sizes, size) => {
      const total = sizes.reduce((sum, tickets) => sum + tickets, 0);
      const filled = sizes.filter((tickets) => tickets > 0).length;
      const counts = allocate(shares(sizes), size);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Math.min(size, total));
      counts.forEach((count, index) => {
        const tickets = sizes[index] ?? 0;
        expect(count).toBeLessThanOrEqual(tickets);
        if (size >= filled && tickets > 0) expect(count).toBeGreaterThanOrEqual(1);
      });
    }),
  );
});

test('where every quota is one at least, each stratum is within one of its quota', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 50, max: 99 }), { minLength: 1, maxLength: 9 }), (sizes) => {
      const size = sizes.length * 3;
      const total = sizes.reduce((sum, tickets) => sum + tickets, 0);
      for (const [index, count] of allocate(shares(sizes), size).entries())
        expect(Math.abs(count - ((sizes[index] ?? 0) * size) / total)).toBeLessThan(1);
    }),
  );
});
