import type { z } from 'zod';

/** One message of a conversation, in order. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** How one object is to be generated. */
export interface GenerateOptions {
  /** A name for the schema, as providers ask for one: letters, digits, `_` and `-`. */
  readonly schemaName: string;
  /** Randomness from 0 up. Absent: the provider's own default. */
  readonly temperature?: number;
  /** Asks the provider to repeat itself for the same input, where it can. */
  readonly seed?: number;
  /** The most tokens that the answer may have. Absent: the provider's own limit. */
  readonly maxOutputTokens?: number;
  /** Gives the request up. */
  readonly signal?: AbortSignal;
}

/** Tokens as the provider counted them. Undefined means that it did not say, which is not the same as 0. */
export interface TokenUsage {
  readonly inputTokens: number | undefined;
  /** The part of `inputTokens` that came from the provider's cache. */
  readonly cachedInputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}

/** Why the model stopped. Only `stop` comes with a whole answer. */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'refusal' | 'other';

/** A validated answer and what is known about the request behind it. */
export interface GeneratedObject<Value> {
  /** The answer, checked against the schema. */
  readonly object: Value;
  readonly finishReason: FinishReason;
  readonly usage: TokenUsage;
  /** The model that answered, as the provider names it, which can be more precise than the one asked for. */
  readonly modelId: string;
  /** The provider's id of the request, for its support. */
  readonly requestId: string | undefined;
  /** The provider's mark of the configuration that answered: the same mark and seed should give the same answer. */
  readonly fingerprint: string | undefined;
}

/**
 * Turns messages and a schema into a validated object plus usage. Judges are written against this interface; only an
 * application chooses what stands behind it.
 */
export interface LanguageModel {
  /** Who serves it: `openai`, `azure`. */
  readonly provider: string;
  /** The model that is asked for. */
  readonly modelId: string;
  /**
   * Asks once and resolves only with an answer that fits the schema. A refused, cut, filtered or malformed answer, a
   * failed request and a timeout reject; none of these errors holds a prompt or a key.
   */
  generateObject<Schema extends z.ZodType>(
    messages: readonly Message[],
    schema: Schema,
    options: GenerateOptions,
  ): Promise<GeneratedObject<z.infer<Schema>>>;
}
