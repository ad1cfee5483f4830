import OpenAI from 'openai';
import { checkKey, OPENAI_BASE_URL, readBaseUrl } from '../chat/addresses.ts';
import { clientOptions } from '../chat/client-options.ts';
import { createChatModel } from '../chat/create-chat-model.ts';
import type { ModelOptions } from '../chat/model-options.ts';
import { priceOf } from '../cost/prices.ts';
import type { LanguageModel } from '../language-model.ts';

/** How a model of OpenAI is reached. */
export interface OpenAIModelOptions extends ModelOptions {
  readonly apiKey: string;
  /** `gpt-4o`, or a dated version of it. */
  readonly model: string;
  /** Absent: `https://api.openai.com/v1`. */
  readonly baseUrl?: string | undefined;
}

/**
 * A model of OpenAI.
 * @throws {ModelConfigError} where something in the options cannot be used.
 */
export function createOpenAIModel(options: OpenAIModelOptions): LanguageModel {
  const { model, baseUrl = OPENAI_BASE_URL } = options;
  const client = new OpenAI({
    ...clientOptions(options),
    apiKey: checkKey(options.apiKey),
    baseURL: readBaseUrl(baseUrl),
  });
  return createChatModel(
    { provider: 'openai', modelId: model, client, price: priceOf(model), mayIgnoreSchemas: false },
    options,
  );
}
