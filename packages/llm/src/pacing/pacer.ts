import type { ModelError } from '../errors/model-error.ts';

/** How a run of requests is paced. */
export interface PacerOptions {
  /** The most requests at the same time. It starts there, falls when the provider pushes back, and grows again. */
  readonly maxConcurrency?: number;
}

/** How a request ended, for the pace of the next ones. */
export type PaceSignal =
  | { readonly kind: 'answered'; readonly pauseMs?: number }
  | { readonly kind: 'throttled'; readonly pauseMs: number }
  | { readonly kind: 'failed' }
  /** It is the end of the run: everything that waits, and everything that comes, fails with what `reason` makes. */
  | { readonly kind: 'stop'; readonly reason: () => ModelError };

/** The right to send one request. */
export interface Permit {
  /** Gives it back. Only the first call counts. */
  leave(signal: PaceSignal): void;
}

/**
 * What all requests of a run share: how many are sent at the same time, a pause that the provider asked for, and the end of
 * the run. Make it once, and pass it to each model that uses the same account.
 */
export interface Pacer {
  /** Requests allowed at the same time just now. */
  readonly concurrency: number;
  /** Requests under way. */
  readonly inFlight: number;
  /**
   * Waits for a turn; turns are given in order.
   * @throws what stopped the run. @throws the signal's reason.
   */
  enter(signal?: AbortSignal): Promise<Permit>;
}

interface Waiting {
  readonly grant: (permit: Permit) => void;
  readonly refuse: (reason: unknown) => void;
}

/**
 * Makes the pacer of a run. Its concurrency follows the rule of TCP: one more for each round of answers, half of it when the
 * provider pushes back, which counts once for all requests that were under way at that time.
 */
export function createPacer({ maxConcurrency = 20 }: PacerOptions = {}): Pacer {
  let concurrency = maxConcurrency;
  let inFlight = 0;
  let slowdowns = 0;
  let resumeAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped: (() => ModelError) | undefined;
  const waiting = new Set<Waiting>();

  function letIn(): void {
    const pauseMs = resumeAt - performance.now();
    if (pauseMs > 0) {
      // A longer wait than a timer can hold is only looked at again.
      if (waiting.size > 0) timer ??= setTimeout(wake, Math.min(Math.ceil(pauseMs), 0x7fffffff));
      return;
    }
    for (const next of waiting) {
      if (inFlight >= Math.floor(concurrency)) return;
      waiting.delete(next);
      next.grant(issue());
    }
  }

  function wake(): void {
    timer = undefined;
    letIn();
  }

  function issue(): Permit {
    inFlight += 1;
    const since = slowdowns;
    let left = false;
    return {
      leave(signal) {
        if (left) return;
        left = true;
        inFlight -= 1;
        adapt(signal, since);
        letIn();
      },
    };
  }

  function adapt(signal: PaceSignal, since: number): void {
    if (signal.kind === 'stop') stop(signal.reason);
    else if (signal.kind === 'throttled' || (signal.kind === 'answered' && signal.pauseMs)) {
      slowDown(since, signal.pauseMs ?? 0);
    } else if (signal.kind === 'answered') {
      concurrency = Math.min(maxConcurrency, concurrency + 1 / concurrency);
    }
  }

  function stop(reason: () => ModelError): void {
    if (stopped) return;
    stopped = reason;
    clearTimeout(timer);
    const all = [...waiting];
    waiting.clear();
    for (const { refuse } of all) refuse(reason());
  }

  function slowDown(since: number, pauseMs: number): void {
    resumeAt = Math.max(resumeAt, performance.now() + pauseMs);
    if (since !== slowdowns) return;
    slowdowns += 1;
    concurrency = Math.max(1, concurrency / 2);
  }

  return {
    get concurrency() {
      return Math.floor(concurrency);
    },
    get inFlight() {
      return inFlight;
    },
    async enter(signal) {
      signal?.throwIfAborted();
      if (stopped) throw stopped();
      return await new Promise<Permit>((resolve, reject) => {
        const giveUp = () => {
          waiting.delete(entry);
          reject(signal?.reason);
        };
        const entry: Waiting = {
          grant(permit) {
            signal?.removeEventListener('abort', giveUp);
            resolve(permit);
          },
          refuse(reason) {
            signal?.removeEventListener('abort', giveUp);
            reject(reason);
          },
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        waiting.add(entry);
        letIn();
      });
    },
  };
}
