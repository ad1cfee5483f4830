export type { ModelOptions, RetryEvent } from '../chat/model-options.ts';
export { AZURE_API_VERSION, type AzureOpenAIModelOptions, createAzureOpenAIModel } from './azure-model.ts';
export type { AccessToken, TokenProvider } from './token-cache.ts';
