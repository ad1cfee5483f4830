import { ApiError } from './api-error.ts';

/** So many keys are told apart at most. */
const MOST_KEYS = 10_000;

/** How often something may happen. */
export interface Rate {
  readonly times: number;
  readonly perMs: number;
}

/** Counts how often something happens for a key, and refuses what is too often. Attempts trickle back evenly. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #used = new Map<string, { count: number; at: number }>();

  /** @param now Milliseconds on a clock that only goes forward. */
  constructor(rate: Rate, now: () => number = () => performance.now()) {
    this.#rate = rate;
    this.#now = now;
  }

  /** @throws {ApiError} 429 where it is too often. */
  take(key: string): void {
    const { times, perMs } = this.#rate;
    const at = this.#now();
    const before = this.#used.get(key);
    const left = before === undefined ? 0 : Math.max(0, before.count - ((at - before.at) * times) / perMs);
    if (left + 1 > times)
      throw new ApiError(429, 'too-many-requests', 'That was tried too often.', 'Wait a minute, then try again.');
    // Moved to the end: the first is the one that was not seen for the longest time.
    this.#used.delete(key);
    this.#used.set(key, { count: left + 1, at });
    if (this.#used.size > MOST_KEYS) for (const [oldest] of this.#used) return void this.#used.delete(oldest);
  }
}
