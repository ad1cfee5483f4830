import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlapping } from './spans.ts';

test('finds what a plain search finds', () => {
  const spans = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 }))).map((parts) => {
    let at = 0;
    return parts.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });
  fc.assert(
    fc.property(spans, fc.nat(60), fc.integer({ min: 1, max: 9 }), (sorted, start, length) => {
      const span = { start, end: start + length };
      expect(overlapping(sorted, span)).toEqual(
        sorted.findLast((each) => each.start < span.end && span.start < each.end),
      );
    }),
  );
});
