import OpenAI from 'openai';
import { checkKey, readBaseUrl } from '../chat/addresses.ts';
import { clientOptions } from '../chat/client-options.ts';
import { createChatModel } from '../chat/create-chat-model.ts';
import type { ModelOptions } from '../chat/model-options.ts';
import type { LanguageModel } from '../language-model.ts';

/** How a model of any other server is reached. */
export interface CompatibleModelOptions extends ModelOptions {
  /** The address before `/chat/completions`: `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Local servers mostly want none. */
  readonly apiKey?: string | undefined;
}

/**
 * A model behind any server that speaks chat completions: vLLM, Ollama, LM Studio, llama.cpp, LiteLLM. What the server does
 * not understand is left out once it says so: a strict schema becomes JSON mode with the schema stated in the prompt, and
 * that becomes the prompt alone.
 * @throws {ModelConfigError} where something in the options cannot be used.
 */
export function createCompatibleModel(options: CompatibleModelOptions): LanguageModel {
  const { model, apiKey } = options;
  const client = new OpenAI({
    ...clientOptions(options),
    // The client insists on a key; the header that would carry it is taken away again.
    ...(apiKey ? { apiKey: checkKey(apiKey) } : { apiKey: 'none', defaultHeaders: { Authorization: null } }),
    baseURL: readBaseUrl(options.baseUrl),
  });
  return createChatModel(
    { provider: 'compatible', modelId: model, client, price: undefined, mayIgnoreSchemas: true },
    options,
  );
}
