import { ModelError, type ModelErrorDetails } from './model-error.ts';

/** What a {@link ModelBudgetError} carries. */
export interface ModelBudgetErrorDetails extends Omit<ModelErrorDetails, 'code'> {
  /** The limit, in US dollars. */
  readonly maxCostUsd: number;
  /** What was spent on all calls of the budget so far, in US dollars. */
  readonly spentUsd: number;
}

/** The next attempt could have cost more than what is left, so it was not sent. The code is `cost-limit`. */
export class ModelBudgetError extends ModelError {
  override readonly name = 'ModelBudgetError';
  readonly maxCostUsd: number;
  readonly spentUsd: number;

  constructor(message: string, details: ModelBudgetErrorDetails) {
    super(message, { ...details, code: 'cost-limit' });
    this.maxCostUsd = details.maxCostUsd;
    this.spentUsd = details.spentUsd;
  }

  static override isInstance(error: unknown): error is ModelBudgetError {
    return ModelError.isInstance(error) && error.name === 'ModelBudgetError';
  }
}
