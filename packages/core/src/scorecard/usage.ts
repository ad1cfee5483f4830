import { tidy } from '../scoring/points.ts';
import type { Usage } from './schema.ts';

/** No model was asked. */
export const NO_USAGE: Usage = { requests: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costUsd: 0 };

/** Adds up what was told: where nobody told anything, the sum is unknown too. */
export function addUsage(a: Usage, b: Usage): Usage {
  if (a.requests === 0) return b;
  if (b.requests === 0) return a;
  const costUsd = addKnown(a.costUsd, b.costUsd);
  return {
    requests: a.requests + b.requests,
    inputTokens: addKnown(a.inputTokens, b.inputTokens),
    cachedInputTokens: addKnown(a.cachedInputTokens, b.cachedInputTokens),
    outputTokens: addKnown(a.outputTokens, b.outputTokens),
    costUsd: costUsd === null ? null : tidy(costUsd),
  };
}

function addKnown(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : a + b;
}
