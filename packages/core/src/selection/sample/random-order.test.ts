import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { randomPlace } from './random-order.ts';

test('is what the documentation says: 12 digits of the SHA-256 of the seed, a line break and the number', () => {
  const digest = createHash('sha256').update('march\nINC0010001').digest('hex');
  expect(randomPlace('march', 'INC0010001').toString(16).padStart(12, '0')).toBe(digest.slice(0, 12));
});
