import { ModelError, type ModelErrorDetails } from './model-error.ts';

/**
 * What is wrong with an answer: the model refused, a content filter took the prompt or the answer away, the answer was cut
 * off at its limit, or it does not fit the schema.
 */
export type OutputErrorKind = 'refusal' | 'filtered' | 'truncated' | 'invalid';

/** What a {@link ModelOutputError} carries. */
export interface ModelOutputErrorDetails extends Omit<ModelErrorDetails, 'code'> {
  readonly kind: OutputErrorKind;
  /** Where the answer breaks the schema, `answers.0.verdict`; never its values. */
  readonly paths?: readonly string[] | undefined;
  readonly requestId?: string | undefined;
}

/** An answer came, and cannot be used. The code is `model-output-` and the kind. It never holds the answer's text. */
export class ModelOutputError extends ModelError {
  override readonly name = 'ModelOutputError';
  readonly kind: OutputErrorKind;
  readonly paths: readonly string[];
  readonly requestId: string | undefined;

  constructor(message: string, details: ModelOutputErrorDetails) {
    super(message, { ...details, code: `model-output-${details.kind}` });
    this.kind = details.kind;
    this.paths = details.paths ?? [];
    this.requestId = details.requestId;
  }

  static override isInstance(error: unknown): error is ModelOutputError {
    return ModelError.isInstance(error) && error.name === 'ModelOutputError';
  }
}
