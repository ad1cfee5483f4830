import { expect, test } from 'vitest';
import { threadsFor } from './threads-for.ts';

test.each([
  [1, 1],
  [2, 1],
  [4, 2],
  [6, 3],
  [16, 4],
])('with %i processors, a large export is reviewed in %i threads', (processors, threads) => {
  expect(threadsFor(100_000, processors)).toBe(threads);
});

test('a small export is reviewed in one thread', () => {
  expect(threadsFor(500, 16)).toBe(1);
});
