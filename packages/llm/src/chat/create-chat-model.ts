import type OpenAI from 'openai';
import type { z } from 'zod';
import type { Price } from '../cost/prices.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';
import type { GenerateOptions, LanguageModel, Message, ModelParameters } from '../language-model.ts';
import { createPacer } from '../pacing/pacer.ts';
import { ask, type Question } from './ask.ts';
import type { ChatContext } from './context.ts';
import { FIRST_DIALECT } from './dialect.ts';
import type { ModelOptions } from './model-options.ts';
import { strictSchema } from './strict-schema.ts';
import { createTextFeed } from './text-feed.ts';

/** What a provider adds to the options of its user. */
export interface ChatProvider {
  readonly provider: string;
  readonly modelId: string;
  /** A client that does not retry. */
  readonly client: OpenAI;
  readonly price: Price | undefined;
  readonly mayIgnoreSchemas: boolean;
}

/**
 * A model behind a chat completions API.
 * @throws {ModelConfigError} where a limit of cost is given for a model without a known price, or a number makes no sense.
 */
export function createChatModel(provided: ChatProvider, options: ModelOptions): LanguageModel {
  const { provider, modelId, client, mayIgnoreSchemas } = provided;
  const price = options.price ?? provided.price;
  if (options.budget && !price) {
    throw new ModelConfigError(`A limit of cost cannot be kept: the price of ${modelId} is not known.`, {
      code: 'price-unknown',
      hint: 'Give its price for a million tokens, or leave the limit out.',
    });
  }
  const endpoint = new URL(client.baseURL);
  const context: ChatContext = {
    client,
    target: { endpoint, modelId, provider },
    timeoutMs: positive('timeoutMs', options.timeoutMs ?? 30_000),
    tries: positive('tries', options.tries ?? 3),
    backoffMs: options.backoffMs ?? 1_000,
    maxRetryAfterMs: options.maxRetryAfterMs ?? Number.POSITIVE_INFINITY,
    pacer: options.pacer ?? createPacer(),
    budget: options.budget,
    price,
    onRetry: options.onRetry,
    mayIgnoreSchemas,
    dialect: FIRST_DIALECT,
  };
  const defaults = options.parameters ?? {};

  function question<Schema extends z.ZodType>(
    messages: readonly Message[],
    schema: Schema,
    options: GenerateOptions,
    onText?: (text: string) => void,
  ): Question<Schema> {
    const parameters = {
      temperature: options.temperature ?? defaults.temperature,
      seed: options.seed ?? defaults.seed,
      maxOutputTokens: options.maxOutputTokens ?? defaults.maxOutputTokens,
    } satisfies ModelParameters;
    const request = {
      modelId,
      messages,
      schemaName: options.schemaName,
      schema: strictSchema(schema),
      parameters,
      stream: onText !== undefined,
    };
    return { request, schema, signal: options.signal, onText };
  }

  return {
    provider,
    modelId,
    endpointHost: endpoint.host,
    parameters: defaults,
    get capabilities() {
      const { format, without } = context.dialect;
      return {
        answers: format === 'json_schema' ? 'schema' : format === 'json_object' ? 'json' : 'text',
        temperature: !without.has('temperature'),
        seed: !without.has('seed'),
      } as const;
    },
    async generateObject(messages, schema, options) {
      return await ask(context, question(messages, schema, options));
    },
    streamObject(messages, schema, options) {
      const feed = createTextFeed();
      const answer = async () => await ask(context, question(messages, schema, options, feed.push));
      const result = answer().finally(feed.end);
      // Whoever only reads the text has not seen the failure: it must not end the process.
      result.catch(() => {});
      return { text: feed.texts, result };
    },
  };
}

function positive(name: string, value: number): number {
  if (value > 0) return value;
  throw new ModelConfigError(`${name} is ${value}, which is not a positive number.`, { code: 'option-invalid' });
}
