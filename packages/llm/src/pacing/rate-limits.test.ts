import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationMs, readRateLimits, waitForRoomMs } from './rate-limits.ts';

describe('a time until a reset', () => {
  test.each<[string | null, number | undefined]>([
    ['6m0s', 360_000],
    ['1s', 1_000],
    ['120ms', 120],
    ['1.5s', 1_500],
    ['1h2m3s', 3_723_000],
    ['7m12.345s', 432_345],
    ['2d', 172_800_000],
    ['0s', 0],
    ['59', 59_000],
    ['0', 0],
    ['-1', undefined],
    ['', undefined],
    [null, undefined],
    ['soon', undefined],
    ['1x', undefined],
    ['6m 0s', undefined],
    ['1s'.repeat(50_000), undefined],
  ])('"%s" is %s ms', (text, expected) => {
    expect(durationMs(text)).toBe(expected);
  });
});

const headers = (remaining: string, limit?: string, reset?: string) =>
  new Headers({
    'x-ratelimit-remaining-requests': remaining,
    ...(limit && { 'x-ratelimit-limit-requests': limit }),
    ...(reset && { 'x-ratelimit-reset-requests': reset }),
  });

describe('room for a request', () => {
  test.each<[string, Headers, number]>([
    ['nobody says', new Headers(), 0],
    ['there is room', headers('1', '60', '59s'), 0],
    ['none is left: what one request takes to come back', headers('0', '60', '60s'), 1_000],
    ['none is left, of an unknown limit: the whole time', headers('0', undefined, '6m0s'), 360_000],
    ['-1 is unknown', headers('-1', '-1', '0'), 0],
    ['0 without a time is unknown', headers('0'), 0],
    ['0 with a time of 0 is unknown', headers('0', '0', '0'), 0],
  ])('%s', (_, given, expected) => {
    expect(waitForRoomMs(readRateLimits(given), 0)).toBe(expected);
  });

  test('is counted in tokens as well, and the longer wait counts', () => {
    const limits = readRateLimits(
      new Headers({
        'x-ratelimit-remaining-tokens': '400',
        'x-ratelimit-limit-tokens': '1000',
        'x-ratelimit-reset-tokens': '6s',
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-limit-requests': '100',
        'x-ratelimit-reset-requests': '10s',
      }),
    );
    expect(waitForRoomMs(limits, 300)).toBe(100);
    expect(waitForRoomMs(limits, 600)).toBe(2_000);
    expect(waitForRoomMs(limits, 1_000_000)).toBe(6_000);
  });

  test('is never longer than until the reset, and never negative', () => {
    const count = fc.nat(1_000_000);
    fc.assert(
      fc.property(count, count, count, fc.nat(600_000), (remaining, limit, needed, resetMs) => {
        const wait = waitForRoomMs({ requests: undefined, tokens: { remaining, limit, resetMs } }, needed);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(resetMs);
      }),
    );
  });
});
