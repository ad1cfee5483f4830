import type { ModelParameters } from '@tqrs/llm';

/** Where a model says nothing else. */
const OUTPUT_TOKENS = 2_000;
/** More than any answer takes; many questions need more than {@link OUTPUT_TOKENS}. */
const OUTPUT_TOKENS_PER_ITEM = 120;

/** Where a model says nothing else: the same answer again, as far as a provider can. */
const FIRST_SEED = 1;

/** What goes along with a request. With one seed, all votes would be one. */
export function parametersFor(model: ModelParameters, items: number, vote: number): ModelParameters {
  const { temperature, seed = FIRST_SEED } = model;
  return {
    ...(temperature !== undefined && { temperature }),
    seed: seed + vote - 1,
    maxOutputTokens: outputLimitFor(model, items),
  };
}

/** How long the answer to so many questions may be, in tokens. */
export function outputLimitFor({ maxOutputTokens = OUTPUT_TOKENS }: ModelParameters, items: number): number {
  return Math.max(maxOutputTokens, items * OUTPUT_TOKENS_PER_ITEM);
}
