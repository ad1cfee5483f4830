import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('attempts are counted by key and trickle back', () => {
  let now = 0;
  const limit = new RateLimit({ times: 2, perMs: 1_000 }, () => now);
  limit.take('a');
  limit.take('a');
  expect(() => limit.take('a')).toThrow('too often');
  limit.take('b');
  now = 499;
  expect(() => limit.take('a')).toThrow('too often');
  now = 501;
  limit.take('a');
  expect(() => limit.take('a')).toThrow('too often');
});
