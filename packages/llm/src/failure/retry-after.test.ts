import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2026-03-05T07:12:00Z');

test.each<[Record<string, string>, number | undefined]>([
  [{ 'retry-after': '2' }, 2_000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '1.5' }, 1_500],
  [{ 'retry-after': ' 86400 ' }, 86_400_000],
  [{ 'retry-after': 'Thu, 05 Mar 2026 07:13:30 GMT' }, 90_000],
  [{ 'retry-after': 'Thu, 05 Mar 2026 07:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '-1' }, undefined],
  [{ 'retry-after-ms': '120' }, 120],
  [{ 'retry-after-ms': '120', 'retry-after': '60' }, 120],
  [{ 'retry-after-ms': 'soon', 'retry-after': '60' }, 60_000],
  [{}, undefined],
])('%j is a wait of %s ms', (headers, expected) => {
  expect(retryAfterMs(new Headers(headers), NOW)).toBe(expected);
});
