export type { ModelOptions, RetryEvent } from '../chat/model-options.ts';
export { type CompatibleModelOptions, createCompatibleModel } from './compatible-model.ts';
