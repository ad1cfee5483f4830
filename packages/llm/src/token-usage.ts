/** Tokens as the provider counted them. Undefined means that it did not say, which is not the same as 0. */
export interface TokenUsage {
  readonly inputTokens: number | undefined;
  /** The part of `inputTokens` that came from the provider's cache. */
  readonly cachedInputTokens: number | undefined;
  readonly outputTokens: number | undefined;
  /** The part of `outputTokens` that the model spent on thinking. */
  readonly reasoningTokens: number | undefined;
}

/** What all attempts of one call took together. */
export interface Spending {
  /** Requests that were sent. */
  readonly attempts: number;
  /** The sums of what the attempts reported; undefined where none did. An attempt that was cut off may have cost more. */
  readonly usage: TokenUsage;
  /** US dollars by the price of the model; undefined where its price or its usage is unknown. */
  readonly costUsd: number | undefined;
}

/** Nothing is known. */
export const UNKNOWN_USAGE: TokenUsage = {
  inputTokens: undefined,
  cachedInputTokens: undefined,
  outputTokens: undefined,
  reasoningTokens: undefined,
};

/** Nothing was sent. */
export const NOTHING_SPENT: Spending = { attempts: 0, usage: UNKNOWN_USAGE, costUsd: undefined };

/** Adds what is known; a sum of unknowns is unknown. */
export function addUsage(a: TokenUsage, b: TokenUsage): TokenUsage {
  return {
    inputTokens: addKnown(a.inputTokens, b.inputTokens),
    cachedInputTokens: addKnown(a.cachedInputTokens, b.cachedInputTokens),
    outputTokens: addKnown(a.outputTokens, b.outputTokens),
    reasoningTokens: addKnown(a.reasoningTokens, b.reasoningTokens),
  };
}

/** Adds the spending of two calls, or of two attempts. */
export function addSpending(a: Spending, b: Spending): Spending {
  return {
    attempts: a.attempts + b.attempts,
    usage: addUsage(a.usage, b.usage),
    costUsd: addKnown(a.costUsd, b.costUsd),
  };
}

function addKnown(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : a + b;
}
