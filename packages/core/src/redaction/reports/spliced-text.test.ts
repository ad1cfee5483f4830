import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splice } from './spliced-text.ts';

const TEXT = 'call Ada Example at 0123 now';
const spliced = splice(TEXT, [
  { start: 5, end: 16, by: 'Person X' },
  { start: 20, end: 24, by: '[PHONE_1]' },
]);
const quoteOf = (start: number, end: number) => {
  const span = spliced.spanOf({ start, end });
  return spliced.text.slice(span.start, span.end);
};

describe('splice', () => {
  it('replaces stretches', () => {
    expect(spliced.text).toBe('call Person X at [PHONE_1] now');
  });

  it.each([
    ['before', 'call', 0, 4],
    ['a replaced stretch itself', 'Person X', 5, 16],
    ['words around one', 'call Person X at', 0, 19],
    ['a part of one: all of it', 'Person X', 9, 12],
    ['from inside one to inside the next', 'Person X at [PHONE_1]', 9, 22],
    ['behind', 'now', 25, 28],
    ['the whole', 'call Person X at [PHONE_1] now', 0, 28],
    ['between two', ' at ', 16, 20],
  ])('tells where a span went: %s', (_, quote, start, end) => {
    expect(quoteOf(start, end)).toBe(quote);
  });

  it('leaves what it does not touch', () => {
    expect(splice(TEXT, []).text).toBe(TEXT);
    expect(splice(TEXT, []).spanOf({ start: 3, end: 9 })).toEqual({ start: 3, end: 9 });
  });

  it('keeps the words of every span that replaces nothing', () => {
    const spans = fc.tuple(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), fc.nat(), fc.nat());
    fc.assert(
      fc.property(spans, fc.string(), ([text, ...places], by) => {
        const [a = 0, b = 0, c = 0, d = 0] = places.map((place) => place % (text.length + 1)).sort((x, y) => x - y);
        const { text: out, spanOf } = splice(text, c > b ? [{ start: b, end: c, by }] : []);
        const before = spanOf({ start: a, end: b });
        const behind = spanOf({ start: c, end: d });
        expect(out.slice(before.start, before.end)).toBe(text.slice(a, b));
        expect(out.slice(behind.start, behind.end)).toBe(text.slice(c, d));
      }),
    );
  });
});
