/** One limit of a provider: so many requests, or tokens, within a window. */
export interface RateLimit {
  readonly remaining: number;
  /** Undefined where the server does not tell it. */
  readonly limit: number | undefined;
  /** Milliseconds until the limit is whole again. */
  readonly resetMs: number;
}

/** What the headers of an answer tell of the limits. Undefined is unknown. */
export interface RateLimits {
  readonly requests: RateLimit | undefined;
  readonly tokens: RateLimit | undefined;
}

/**
 * Reads `x-ratelimit-remaining-*`, `-limit-*` and `-reset-*`. Some Azure endpoints send -1, or 0 without a time, where they do
 * not know; so a limit counts only with a time until its reset.
 */
export function readRateLimits(headers: Headers): RateLimits {
  return { requests: readLimit(headers, 'requests'), tokens: readLimit(headers, 'tokens') };
}

function readLimit(headers: Headers, of: 'requests' | 'tokens'): RateLimit | undefined {
  const remaining = count(headers.get(`x-ratelimit-remaining-${of}`));
  const resetMs = durationMs(headers.get(`x-ratelimit-reset-${of}`));
  if (remaining === undefined || !resetMs) return undefined;
  return { remaining, resetMs, limit: count(headers.get(`x-ratelimit-limit-${of}`)) };
}

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads `6m0s`, `1.5s`, `120ms`; a bare number is seconds. Undefined where it is neither. */
export function durationMs(text: string | null): number | undefined {
  const trimmed = text?.trim();
  if (!trimmed || trimmed.length > 40) return undefined;
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed) * 1_000;
  if (!/^(\d+(\.\d+)?(ms|[smhd]))+$/.test(trimmed)) return undefined;
  const parts = trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g);
  return [...parts].reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (UNIT_MS[unit] ?? 0), 0);
}

/**
 * How long until one request of `tokens` tokens fits again, in milliseconds. Limits fill up evenly, so that what is missing
 * for one request comes back long before the whole.
 */
export function waitForRoomMs({ requests, tokens }: RateLimits, neededTokens: number): number {
  return Math.max(waitFor(requests, 1), waitFor(tokens, neededTokens));
}

function waitFor(limit: RateLimit | undefined, needed: number): number {
  if (limit === undefined || limit.remaining >= needed) return 0;
  const used = (limit.limit ?? 0) - limit.remaining;
  const missing = needed - limit.remaining;
  return used > missing ? (limit.resetMs * missing) / used : limit.resetMs;
}

function count(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
