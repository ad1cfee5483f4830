import { ModelBudgetError } from '../errors/model-budget-error.ts';
import type { ModelError } from '../errors/model-error.ts';
import { ModelOutputError } from '../errors/model-output-error.ts';
import { ModelRequestError, type RequestErrorCode } from '../errors/model-request-error.ts';
import { ModelTimeoutError } from '../errors/model-timeout-error.ts';
import type { Spending } from '../token-usage.ts';

const request = (code: RequestErrorCode, status: number | undefined, retryable: boolean, spent: Spending) =>
  new ModelRequestError(`The scripted request failed: ${code}.`, { code, status, retryable, spent });

/** The errors that a model can end with, by the names that a script uses. */
export const FAULTS = {
  refusal: (spent) => new ModelOutputError('The scripted model refused to answer.', { kind: 'refusal', spent }),
  filtered: (spent) => new ModelOutputError('The scripted answer was filtered.', { kind: 'filtered', spent }),
  truncated: (spent) => new ModelOutputError('The scripted answer was cut off.', { kind: 'truncated', spent }),
  invalid: (spent) => new ModelOutputError('The scripted answer does not fit the schema.', { kind: 'invalid', spent }),
  timeout: (spent) => new ModelTimeoutError('The scripted model did not answer.', { timeoutMs: 30_000, spent }),
  'rate-limited': (spent) => request('rate-limited', 429, true, spent),
  'server-error': (spent) => request('server-error', 500, true, spent),
  'connection-lost': (spent) => request('connection-lost', undefined, true, spent),
  'wrong-key': (spent) => request('wrong-key', 401, false, spent),
  'quota-exhausted': (spent) => request('quota-exhausted', 429, false, spent),
  'context-length': (spent) => request('context-length', 400, false, spent),
  'cost-limit': (spent) =>
    new ModelBudgetError('The scripted limit is reached.', { maxCostUsd: 1, spentUsd: 1, spent }),
} as const satisfies Record<string, (spent: Spending) => ModelError>;

/** One of the faults that a script can ask for. */
export type Fault = keyof typeof FAULTS;
