export type { ModelOptions, RetryEvent } from '../chat/model-options.ts';
export { createOpenAIModel, OPENAI_BASE_URL, type OpenAIModelOptions } from './openai-model.ts';
