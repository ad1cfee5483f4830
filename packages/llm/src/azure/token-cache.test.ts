import { describe, expect, test, vi } from 'vitest';
import { cacheTokens } from './token-cache.ts';

const MINUTE = 60_000;
const jwt = (claims: object) => `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('tokens', () => {
  test('are renewed two minutes before their end', async () => {
    let now = 0;
    const provider = vi.fn(async () => ({ token: `at ${now}`, expiresOnTimestamp: now + 60 * MINUTE }));
    const token = cacheTokens(provider, () => now);
    expect(await token()).toBe('at 0');
    now = 57 * MINUTE;
    expect(await token()).toBe('at 0');
    now = 58 * MINUTE;
    expect(await token()).toBe(`at ${now}`);
    expect(provider).toHaveBeenCalledTimes(2);
  });

  test('are fetched once for all who wait', async () => {
    const provider = vi.fn(async () => ({ token: 'x', expiresOnTimestamp: 60 * MINUTE }));
    const token = cacheTokens(provider, () => 0);
    expect(await Promise.all([token(), token(), token()])).toEqual(['x', 'x', 'x']);
    expect(provider).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['say their end themselves', jwt({ exp: 3600 }), 1],
    ['do not say their end', jwt({}), 2],
    ['are no JWT', 'opaque', 2],
  ])('as bare strings that %s are fetched as often as needed', async (_, text, times) => {
    const provider = vi.fn(async () => text);
    const token = cacheTokens(provider, () => 0);
    expect([await token(), await token()]).toEqual([text, text]);
    expect(provider).toHaveBeenCalledTimes(times);
  });

  test('are asked for again after a failure', async () => {
    const provider = vi.fn(async () => 'x');
    provider.mockRejectedValueOnce(new Error('not now'));
    const token = cacheTokens(provider, () => 0);
    await expect(token()).rejects.toMatchObject({ code: 'no-token', retryable: true });
    expect(await token()).toBe('x');
  });

  test.each([null, '', { token: '', expiresOnTimestamp: 1 }])('cannot be nothing: %j', async (given) => {
    await expect(cacheTokens(async () => given)()).rejects.toMatchObject({ code: 'no-token', retryable: true });
  });
});
