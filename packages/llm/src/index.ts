export { type CostBudget, createCostBudget, type Reservation } from './cost/budget.ts';
export { estimateInputTokens, estimateTokens } from './cost/estimate-tokens.ts';
export { costOf, type ListedPrice, PRICES, type Price, priceOf } from './cost/prices.ts';
export { ModelBudgetError, type ModelBudgetErrorDetails } from './errors/model-budget-error.ts';
export { ModelConfigError } from './errors/model-config-error.ts';
export { ModelError, type ModelErrorDetails } from './errors/model-error.ts';
export { ModelOutputError, type ModelOutputErrorDetails, type OutputErrorKind } from './errors/model-output-error.ts';
export {
  ModelRequestError,
  type ModelRequestErrorDetails,
  type RequestErrorCode,
} from './errors/model-request-error.ts';
export { ModelTimeoutError, type ModelTimeoutErrorDetails } from './errors/model-timeout-error.ts';
export type {
  FinishReason,
  GeneratedObject,
  GenerateOptions,
  LanguageModel,
  Message,
  ModelCapabilities,
  ModelParameters,
  ObjectStream,
} from './language-model.ts';
export { type NetworkSettings, networkFromEnvironment } from './network/network-settings.ts';
export { createPacer, type Pacer, type PacerOptions, type PaceSignal, type Permit } from './pacing/pacer.ts';
export { addSpending, addUsage, NOTHING_SPENT, type Spending, type TokenUsage, UNKNOWN_USAGE } from './token-usage.ts';
