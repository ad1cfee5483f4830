import type { z } from 'zod';
import type { Spending, TokenUsage } from './token-usage.ts';

/** One message of a conversation, in order. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What shapes an answer. What a server does not accept is left out once it has said so. */
export interface ModelParameters {
  /** Randomness from 0 up. Absent: the provider's own default. */
  readonly temperature?: number | undefined;
  /** Asks the provider to repeat itself for the same input, where it can. */
  readonly seed?: number | undefined;
  /** The most tokens that the answer may have, reasoning included. Absent: the provider's own limit. */
  readonly maxOutputTokens?: number | undefined;
}

/** How one object is to be generated. Parameters that are not given are the model's own `parameters`. */
export interface GenerateOptions extends ModelParameters {
  /** A name for the schema, as providers ask for one: letters, digits, `_` and `-`, 64 at most. */
  readonly schemaName: string;
  /** Gives the request up, also while it waits. The call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Why the model stopped. Only `stop`, and `other` where a server tells nothing, come with a whole answer. */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'refusal' | 'other';

/** A validated answer and what is known about the request behind it. */
export interface GeneratedObject<Value> {
  /** The answer, checked against the schema. */
  readonly object: Value;
  readonly finishReason: FinishReason;
  /** The tokens of the attempt that brought the answer. */
  readonly usage: TokenUsage;
  /** All attempts together: those that failed can cost too. */
  readonly spent: Spending;
  /** The model that answered, as the provider names it, which can be more precise than the one asked for. */
  readonly modelId: string;
  /** The provider's id of the request, for its support. */
  readonly requestId: string | undefined;
  /** The provider's mark of the configuration that answered: the same mark and seed should give the same answer. */
  readonly fingerprint: string | undefined;
}

/** An answer that can be watched while it is written. */
export interface ObjectStream<Value> {
  /**
   * The answer's text so far, longer each time, and short again where an attempt is repeated. A slow reader gets the latest
   * text, not each one. It ends with the answer or with the failure; `result` tells which.
   */
  readonly text: AsyncIterable<string>;
  /** The whole answer once it was validated; nothing is final before. Rejects as `generateObject` does. */
  readonly result: Promise<GeneratedObject<Value>>;
}

/** What a server accepts, as far as requests have shown. */
export interface ModelCapabilities {
  /** How an answer is kept in shape: the server enforces the schema, or JSON of any form, or nothing (the prompt asks for it). */
  readonly answers: 'schema' | 'json' | 'text';
  readonly temperature: boolean;
  readonly seed: boolean;
}

/**
 * Turns messages and a schema into a validated object plus usage. Judges are written against this interface; only an
 * application chooses what stands behind it.
 */
export interface LanguageModel {
  /** Who serves it: `openai`, `azure`, `compatible`. */
  readonly provider: string;
  /** The model or deployment that is asked for. */
  readonly modelId: string;
  /** The host, with its port where that is unusual, that requests go to: `api.openai.com`. For cache keys and reports. */
  readonly endpointHost: string;
  /** What goes along with a request whose options say nothing else. For cache keys. */
  readonly parameters: ModelParameters;
  /** What has been learned of the server so far; it is taken to accept everything until it says otherwise. */
  readonly capabilities?: ModelCapabilities;
  /**
   * Asks, and resolves only with an answer that fits the schema.
   * @throws {ModelRequestError} where the request failed for good. @throws {ModelTimeoutError} where no answer came in time.
   * @throws {ModelOutputError} where the answer was refused, filtered, cut or malformed. @throws {ModelBudgetError} where a
   * limit of cost was reached. All of them tell what was `spent`, and none holds a prompt, an answer or a key.
   */
  generateObject<Schema extends z.ZodType>(
    messages: readonly Message[],
    schema: Schema,
    options: GenerateOptions,
  ): Promise<GeneratedObject<z.infer<Schema>>>;
  /** The same, with the text to show while it is written. Never throws: the failure is that of `result`. */
  streamObject<Schema extends z.ZodType>(
    messages: readonly Message[],
    schema: Schema,
    options: GenerateOptions,
  ): ObjectStream<z.infer<Schema>>;
}
