import { expect, test } from 'vitest';
import { buildTicket } from '../testing/build.ts';
import { reopeningOf } from './reopening.ts';

test.each([
  ['1', 1],
  [' 2 ', 2],
  ['0', undefined],
  ['', undefined],
  ['-1', undefined],
  ['1.5', undefined],
])('a reopen count of "%s": reopened %s times', (reopenCount, expected) => {
  expect(reopeningOf(buildTicket({ reopenCount }))?.count).toBe(expected);
});

test('a count that was not exported says nothing', () => {
  expect(reopeningOf(buildTicket())).toBeUndefined();
});
