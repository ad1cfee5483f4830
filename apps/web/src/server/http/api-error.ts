import type { ApiErrorBody } from '../../api/index.ts';

/** The statuses that an {@link ApiError} answers with. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 408 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503;

/** A request that is answered with an error. Its message repeats nothing of the request. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: ErrorStatus;
  readonly code: string;
  readonly hint: string | undefined;

  constructor(status: ErrorStatus, code: string, message: string, hint?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
  }

  /** What is sent. */
  toBody(): ApiErrorBody {
    const { code, message, hint } = this;
    return { error: { code, message, ...(hint !== undefined && { hint }) } };
  }
}

/** Nothing is there, or it is not to be seen. */
export function notFound(what: string, code: string): ApiError {
  return new ApiError(404, code, `There is no such ${what}.`, 'It may have been deleted. Go back to the list.');
}
