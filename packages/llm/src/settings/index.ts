export type { ModelOptions, RetryEvent } from '../chat/model-options.ts';
export {
  ModelConfiguration,
  type ModelDescription,
  PROVIDERS,
  type ProviderName,
  type RunOptions,
} from './model-configuration.ts';
export { type ReadOptions, readModelConfiguration } from './read-model-configuration.ts';
export type { Environment } from './read-values.ts';
export { MODEL_VARIABLES, type ModelVariable, type ModelVariableName } from './variables.ts';
