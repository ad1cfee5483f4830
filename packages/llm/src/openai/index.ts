export { OPENAI_BASE_URL } from '../chat/addresses.ts';
export type { ModelOptions, RetryEvent } from '../chat/model-options.ts';
export { createOpenAIModel, type OpenAIModelOptions } from './openai-model.ts';
