import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segment } from './segments.ts';

const mark = (start: number, end: number) => ({ start, end });
const texts = (text: string, ...marks: { start: number; end: number }[]) =>
  segment(text, marks).map((part) => [part.text, part.marks.length]);

describe('segment', () => {
  test.each([
    ['no mark', 'abc', [], [['abc', 0]]],
    ['empty text', '', [mark(0, 0)], []],
    [
      'one in the middle',
      'abcd',
      [mark(1, 3)],
      [
        ['a', 0],
        ['bc', 1],
        ['d', 0],
      ],
    ],
    [
      'adjacent',
      'abcd',
      [mark(0, 2), mark(2, 4)],
      [
        ['ab', 1],
        ['cd', 1],
      ],
    ],
    [
      'overlapping',
      'abcdef',
      [mark(0, 4), mark(2, 6)],
      [
        ['ab', 1],
        ['cd', 2],
        ['ef', 1],
      ],
    ],
    [
      'nested',
      'abcdef',
      [mark(0, 6), mark(2, 4)],
      [
        ['ab', 1],
        ['cd', 2],
        ['ef', 1],
      ],
    ],
    ['equal', 'abc', [mark(0, 3), mark(0, 3)], [['abc', 2]]],
    ['empty mark', 'abc', [mark(1, 1)], [['abc', 0]]],
    [
      'beyond the text',
      'abc',
      [mark(2, 99)],
      [
        ['ab', 0],
        ['c', 1],
      ],
    ],
    [
      'whole surrogate pair',
      'a🚢b',
      [mark(1, 3)],
      [
        ['a', 0],
        ['🚢', 1],
        ['b', 0],
      ],
    ],
    [
      'cut surrogate pair',
      'a🚢b',
      [mark(2, 4)],
      [
        ['a', 0],
        ['🚢b', 1],
      ],
    ],
    [
      'end inside a pair',
      'a🚢b',
      [mark(0, 2)],
      [
        ['a🚢', 1],
        ['b', 0],
      ],
    ],
  ])('%s', (_name, text, marks, expected) => {
    expect(texts(text, ...marks)).toEqual(expected);
  });

  test('says where marks begin and end', () => {
    const [one, other] = [mark(0, 4), mark(2, 4)];
    const parts = segment('abcdef', [one, other]);
    expect(parts.map(({ opening }) => opening)).toEqual([[one], [other], []]);
    expect(parts.map(({ closing }) => closing)).toEqual([[], [one, other], []]);
  });

  test('keeps the text, and covers exactly what is marked', () => {
    const unit = fc.constantFrom('a', 'ü', '\n', '🚢', '👩‍💻');
    const range = fc.tuple(fc.nat(24), fc.nat(24)).map(([a, b]) => mark(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), fc.array(range, { maxLength: 6 }), (text, marks) => {
        const parts = segment(text, marks);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const part of parts) expect(part.text.isWellFormed()).toBe(true);
        for (const one of marks) {
          const inside = text.slice(one.start, one.end);
          const shown = parts.filter((part) => part.marks.includes(one)).map((part) => part.text);
          expect(shown.join('')).toContain(inside.isWellFormed() ? inside : '');
          expect(shown.join('').length - inside.length).toBeLessThanOrEqual(inside === '' ? 0 : 2);
        }
      }),
    );
  });
});
