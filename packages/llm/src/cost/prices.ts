import type { TokenUsage } from '../token-usage.ts';

/** What a model costs, in US dollars for a million tokens. */
export interface Price {
  readonly inputUsd: number;
  /** Input that came from the provider's cache. Absent: as much as other input. */
  readonly cachedInputUsd?: number;
  /** Answers, the thinking before them included. */
  readonly outputUsd: number;
}

/** A price of the list, with the day on which it was known to be right. */
export interface ListedPrice extends Price {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

const price = (inputUsd: number, cachedInputUsd: number, outputUsd: number, asOf: string): ListedPrice => ({
  inputUsd,
  cachedInputUsd,
  outputUsd,
  asOf,
});

/**
 * List prices of OpenAI for standard processing of prompts of usual length. Prices change and contracts differ: pass a
 * `price` of your own where it matters. Models that are not listed have no price here, rather than a guess.
 */
export const PRICES: Readonly<Record<string, ListedPrice>> = {
  'gpt-4o': price(2.5, 1.25, 10, '2026-05-15'),
  'gpt-4o-2024-05-13': { inputUsd: 5, outputUsd: 15, asOf: '2025-08-07' },
  'gpt-4o-mini': price(0.15, 0.075, 0.6, '2026-05-15'),
  'gpt-4.1': price(2, 0.5, 8, '2025-08-07'),
  'gpt-4.1-mini': price(0.4, 0.1, 1.6, '2025-08-07'),
  'gpt-4.1-nano': price(0.1, 0.025, 0.4, '2025-08-07'),
  o3: price(2, 0.5, 8, '2025-08-07'),
  'o4-mini': price(1.1, 0.275, 4.4, '2025-08-07'),
  'gpt-5': price(1.25, 0.125, 10, '2025-08-07'),
  'gpt-5-mini': price(0.25, 0.025, 2, '2025-08-07'),
  'gpt-5-nano': price(0.05, 0.005, 0.4, '2025-08-07'),
  'gpt-5.1': price(1.25, 0.125, 10, '2025-11-13'),
  'gpt-5.4': price(2.5, 0.25, 15, '2026-06-01'),
  'gpt-5.4-mini': price(0.75, 0.075, 4.5, '2026-06-01'),
  'gpt-5.4-nano': price(0.2, 0.02, 1.25, '2026-06-01'),
};

/** The list price of a model. A dated version, `gpt-4o-2024-08-06`, costs what its model costs, unless it is listed itself. */
export function priceOf(modelId: string): ListedPrice | undefined {
  return own(modelId) ?? own(modelId.replace(/-\d{4}-\d{2}-\d{2}$/, ''));
}

function own(modelId: string): ListedPrice | undefined {
  return Object.hasOwn(PRICES, modelId) ? PRICES[modelId] : undefined;
}

/** What the tokens cost, in US dollars. Undefined where the price or the number of tokens is unknown. */
export function costOf(usage: TokenUsage, price: Price | undefined): number | undefined {
  const { inputTokens, cachedInputTokens = 0, outputTokens } = usage;
  if (price === undefined || inputTokens === undefined || outputTokens === undefined) return undefined;
  const cached = Math.min(cachedInputTokens, inputTokens);
  const millionths =
    (inputTokens - cached) * price.inputUsd +
    cached * (price.cachedInputUsd ?? price.inputUsd) +
    outputTokens * price.outputUsd;
  return millionths / 1_000_000;
}
