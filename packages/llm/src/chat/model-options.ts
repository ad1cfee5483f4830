import type { CostBudget } from '../cost/budget.ts';
import type { Price } from '../cost/prices.ts';
import type { ModelError } from '../errors/model-error.ts';
import type { ModelParameters } from '../language-model.ts';
import type { NetworkSettings } from '../network/network-settings.ts';
import type { Pacer } from '../pacing/pacer.ts';

/** An attempt that failed and is repeated. */
export interface RetryEvent {
  /** Requests of this call that were sent so far. */
  readonly attempts: number;
  readonly error: ModelError;
  /** How long the call waits before the next one, in milliseconds, as far as it is known now. */
  readonly delayMs: number;
}

/** What every provider takes. */
export interface ModelOptions {
  /** What goes along with requests whose options say nothing else. Absent: the provider's own defaults. */
  readonly parameters?: ModelParameters | undefined;
  /** How long one attempt may take until its last byte, in milliseconds. Absent: 30,000. */
  readonly timeoutMs?: number | undefined;
  /**
   * How often a request is sent at most where the network or the server fails: 1 is never again. Absent: 3. An answer that
   * is cut off at its limit, or breaks the schema, is asked for once more besides.
   */
  readonly tries?: number | undefined;
  /** The longest wait before the second try, in milliseconds, doubled for each further one. Absent: 1,000. */
  readonly backoffMs?: number | undefined;
  /** A longer wait that the server asks for is an error instead. Absent: every wait is granted. */
  readonly maxRetryAfterMs?: number | undefined;
  /** Shared by all requests of a run. Absent: the model has one of its own. */
  readonly pacer?: Pacer | undefined;
  /** A limit of cost. Needs a price, and a limit of output tokens. */
  readonly budget?: CostBudget | undefined;
  /** Absent: the list price of OpenAI's models, and unknown for others. */
  readonly price?: Price | undefined;
  /** Absent: what the environment of the process says. */
  readonly network?: NetworkSettings | undefined;
  /** Hears of every repetition, for a log. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
}
