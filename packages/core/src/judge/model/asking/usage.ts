import type { Spending } from '@tqrs/llm';
import type { Usage } from '../../../scorecard/schema.ts';
import { tidy } from '../../../scoring/points.ts';

/** What a call took, in the scorecard's words: what nobody told is null, not 0. */
export function usageOf({ attempts, usage, costUsd }: Spending): Usage {
  return {
    requests: attempts,
    inputTokens: usage.inputTokens ?? null,
    cachedInputTokens: usage.cachedInputTokens ?? null,
    outputTokens: usage.outputTokens ?? null,
    costUsd: costUsd === undefined ? null : tidy(costUsd),
  };
}
