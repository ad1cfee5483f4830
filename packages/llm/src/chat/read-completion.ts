import { z } from 'zod';
import type { FinishReason } from '../language-model.ts';
import { type TokenUsage, UNKNOWN_USAGE } from '../token-usage.ts';

/** What a completion says, whichever way it came. */
export interface Completion {
  readonly text: string;
  readonly refused: boolean;
  readonly finishReason: FinishReason;
  readonly usage: TokenUsage;
  readonly modelId: string | undefined;
  readonly fingerprint: string | undefined;
}

const tokens = z.number().int().nonnegative().nullish().catch(undefined);
const usageSchema = z
  .object({
    prompt_tokens: tokens,
    completion_tokens: tokens,
    prompt_tokens_details: z.object({ cached_tokens: tokens }).nullish().catch(undefined),
    completion_tokens_details: z.object({ reasoning_tokens: tokens }).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined);
const word = z.string().nullish().catch(undefined);
/** An answer as a message holds it, or a piece of one as an event of a stream does. */
const messageSchema = z.object({ content: word, refusal: word }).nullish();

/** The part of the wire format that is read; servers leave out, and add, much of the rest. */
export const completionSchema = z.object({
  choices: z.array(z.object({ message: messageSchema, finish_reason: word })).min(1),
  model: word,
  system_fingerprint: word,
  usage: usageSchema,
});

/** An event of a streamed completion. Azure begins with one, and ends with one, that has no choices. */
export const chunkSchema = z.object({
  choices: z.array(z.object({ delta: messageSchema, finish_reason: word })).catch([]),
  model: word,
  system_fingerprint: word,
  usage: usageSchema,
});

/** Reads a parsed body. Undefined where it is no chat completion. */
export function readCompletion(body: unknown): Completion | undefined {
  const { data } = completionSchema.safeParse(body);
  const choice = data?.choices[0];
  if (!data || !choice) return undefined;
  return {
    text: choice.message?.content ?? '',
    refused: Boolean(choice.message?.refusal),
    finishReason: finishReasonOf(choice.finish_reason, Boolean(choice.message?.refusal)),
    usage: usageOf(data.usage),
    modelId: data.model ?? undefined,
    fingerprint: data.system_fingerprint ?? undefined,
  };
}

/** The reason in our words. */
export function finishReasonOf(reason: string | null | undefined, refused: boolean): FinishReason {
  if (refused) return 'refusal';
  if (reason === 'stop' || reason === 'length') return reason;
  return reason === 'content_filter' ? 'content-filter' : 'other';
}

/** The usage in our words. */
export function usageOf(usage: z.infer<typeof usageSchema>): TokenUsage {
  if (!usage) return UNKNOWN_USAGE;
  return {
    inputTokens: usage.prompt_tokens ?? undefined,
    cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? undefined,
    outputTokens: usage.completion_tokens ?? undefined,
    reasoningTokens: usage.completion_tokens_details?.reasoning_tokens ?? undefined,
  };
}
