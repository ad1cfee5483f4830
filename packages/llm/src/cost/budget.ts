import { ModelBudgetError } from '../errors/model-budget-error.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';

/** Money set aside for one attempt. */
export interface Reservation {
  /** Replaces what was set aside by what it cost. Only the first call counts. */
  settle(costUsd: number): void;
}

/** A limit of cost that all requests of a run share. Make it once, and pass it to each model. */
export interface CostBudget {
  readonly maxCostUsd: number;
  /** What settled attempts cost so far. */
  readonly spentUsd: number;
  /** Set aside for attempts under way, at their worst. */
  readonly reservedUsd: number;
  /**
   * Sets aside what an attempt can cost at worst. While attempts under way may still leave room, it waits for them.
   * @throws {ModelBudgetError} where it would pass the limit. @throws the signal's reason.
   */
  reserve(worstUsd: number, signal?: AbortSignal): Promise<Reservation>;
}

/** Sums of binary fractions of cents are a little off. */
const TOLERANCE = 1e-9;

/**
 * Makes the budget of a run.
 * @throws {ModelConfigError} where the limit is no positive amount.
 */
export function createCostBudget({ maxCostUsd }: { readonly maxCostUsd: number }): CostBudget {
  if (!(maxCostUsd > 0 && Number.isFinite(maxCostUsd))) {
    throw new ModelConfigError(`A cost limit of ${maxCostUsd} is not a positive amount of US dollars.`, {
      code: 'cost-limit-invalid',
      hint: 'Give a number such as 2.50.',
    });
  }
  let spentUsd = 0;
  let reservedUsd = 0;
  const waiting = new Set<() => void>();

  function reserveNow(worstUsd: number): Reservation {
    reservedUsd += worstUsd;
    let settled = false;
    return {
      settle(costUsd) {
        if (settled) return;
        settled = true;
        reservedUsd = Math.max(0, reservedUsd - worstUsd);
        spentUsd += costUsd;
        for (const wake of waiting) wake();
      },
    };
  }

  async function nextSettlement(signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        waiting.delete(wake);
        reject(signal?.reason);
      };
      const wake = () => {
        waiting.delete(wake);
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      waiting.add(wake);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  return {
    maxCostUsd,
    get spentUsd() {
      return spentUsd;
    },
    get reservedUsd() {
      return reservedUsd;
    },
    async reserve(worstUsd, signal) {
      for (;;) {
        signal?.throwIfAborted();
        if (spentUsd + reservedUsd + worstUsd <= maxCostUsd + TOLERANCE) return reserveNow(worstUsd);
        if (spentUsd + worstUsd > maxCostUsd + TOLERANCE) {
          throw new ModelBudgetError(
            `The cost limit of $${maxCostUsd} does not allow another request: $${spentUsd.toFixed(4)} are spent, ` +
              `and it could cost $${worstUsd.toFixed(4)}.`,
            { maxCostUsd, spentUsd, hint: 'Raise the limit, lower the output limit, or choose a cheaper model.' },
          );
        }
        await nextSettlement(signal);
      }
    },
  };
}
