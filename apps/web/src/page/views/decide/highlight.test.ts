import { expect, test } from 'vitest';
import { piecesOf } from './highlight.ts';

const shown = (text: string, ...highlights: [number, number, 'gain' | 'loss' | 'note'][]) =>
  piecesOf(
    text,
    highlights.map(([start, end, tone], place) => ({ start, end, tone, id: `q${place}` })),
  ).map(({ text, tone, ids }) => [text, tone, ids.join()]);

test('a text without highlights is one piece, and an empty one none', () => {
  expect(shown('abc')).toEqual([['abc', undefined, '']]);
  expect(shown('')).toEqual([]);
});

test('highlights cut the text, and a loss is seen before a gain', () => {
  expect(shown('abcdef', [1, 4, 'gain'], [3, 6, 'loss'])).toEqual([
    ['a', undefined, ''],
    ['bc', 'gain', 'q0'],
    ['d', 'loss', 'q1'],
    ['ef', 'loss', ''],
  ]);
});

test('one quote for two reasons is one piece with both ids', () => {
  expect(shown('abc', [0, 3, 'note'], [0, 3, 'gain'])).toEqual([['abc', 'gain', 'q0,q1']]);
});

test('what is blank, or stands behind the end, is no highlight', () => {
  expect(shown('abc', [1, 1, 'gain'], [2, 9, 'loss'])).toEqual([['abc', undefined, '']]);
});
