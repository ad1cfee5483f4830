import { ModelError, type ModelErrorDetails } from './model-error.ts';

/** A model that cannot be set up: a setting that is missing, malformed or contradicts another. It was found before any request. */
export class ModelConfigError extends ModelError {
  override readonly name = 'ModelConfigError';

  constructor(message: string, details: Omit<ModelErrorDetails, 'spent'>) {
    super(message, details);
  }

  static override isInstance(error: unknown): error is ModelConfigError {
    return ModelError.isInstance(error) && error.name === 'ModelConfigError';
  }
}
