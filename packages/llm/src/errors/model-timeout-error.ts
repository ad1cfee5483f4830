import { ModelError, type ModelErrorDetails } from './model-error.ts';

/** What a {@link ModelTimeoutError} carries. */
export interface ModelTimeoutErrorDetails extends Omit<ModelErrorDetails, 'code'> {
  /** How long an attempt may take, in milliseconds, its body included. */
  readonly timeoutMs: number;
}

/** No attempt brought a whole answer in time. The code is `model-timeout`. */
export class ModelTimeoutError extends ModelError {
  override readonly name = 'ModelTimeoutError';
  readonly timeoutMs: number;

  constructor(message: string, details: ModelTimeoutErrorDetails) {
    super(message, { ...details, code: 'model-timeout' });
    this.timeoutMs = details.timeoutMs;
  }

  static override isInstance(error: unknown): error is ModelTimeoutError {
    return ModelError.isInstance(error) && error.name === 'ModelTimeoutError';
  }
}
