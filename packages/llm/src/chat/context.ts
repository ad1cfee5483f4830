import type OpenAI from 'openai';
import type { CostBudget } from '../cost/budget.ts';
import type { Price } from '../cost/prices.ts';
import type { Target } from '../failure/classify-status.ts';
import type { Pacer } from '../pacing/pacer.ts';
import type { Dialect } from './dialect.ts';
import type { ModelOptions } from './model-options.ts';

/** What all calls of one model have in common. */
export interface ChatContext {
  readonly client: OpenAI;
  readonly target: Target;
  readonly timeoutMs: number;
  readonly tries: number;
  readonly backoffMs: number;
  readonly maxRetryAfterMs: number;
  readonly pacer: Pacer;
  readonly budget: CostBudget | undefined;
  readonly price: Price | undefined;
  readonly onRetry: ModelOptions['onRetry'];
  /** Some local servers take `response_format` and pay no heed to it. */
  readonly mayIgnoreSchemas: boolean;
  /** What was learned of the server; calls add to it. */
  dialect: Dialect;
}
