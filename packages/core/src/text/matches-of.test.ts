import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesOf } from './matches-of.ts';

const PATTERNS = [/a/g, /\d{1,3}/g, /(?<=x)y|b+/g, /\p{Lu}+/gu, /🚢|[xX]$/gu];

test('gives the matches that matchAll gives', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PATTERNS),
      fc.string({ unit: fc.constantFrom(...'aabXxyY1207Ü🚢') }),
      (pattern, text) => {
        const expected = Array.from(text.matchAll(pattern), (match) => [match[0], match.index]);
        expect(Array.from(matchesOf(pattern, text), (match) => [match[0], match.index])).toEqual(expected);
      },
    ),
  );
});

test('begins anew after a search that was left early', () => {
  const pattern = /o/g;
  for (const { index } of matchesOf(pattern, 'oo')) {
    expect(index).toBe(0);
    break;
  }
  expect(Array.from(matchesOf(pattern, 'oo'), ({ index }) => index)).toEqual([0, 1]);
});
