import { ModelError, type ModelErrorDetails } from './model-error.ts';

/** Why a request failed. */
export type RequestErrorCode =
  /** 401: the key is missing, wrong or expired. */
  | 'wrong-key'
  /** The token provider, which stands in for a key, gave none. */
  | 'no-token'
  /** 403: the key is right and may not do this. */
  | 'no-permission'
  /** The server does not have this model. */
  | 'model-not-found'
  /** Azure does not have this deployment. */
  | 'deployment-not-found'
  /** 404 for any other reason, mostly a wrong base URL or API version. */
  | 'endpoint-not-found'
  /** Azure does not know this API version, or the model asks for another. */
  | 'api-version'
  /** The account has no credit left, or reached its spending limit. Waiting does not help. */
  | 'quota-exhausted'
  /** Too many requests or tokens a minute. */
  | 'rate-limited'
  /** The server asks for a longer pause than `maxRetryAfterMs` allows. */
  | 'retry-after-too-long'
  /** The conversation is longer than the model can read. */
  | 'context-length'
  /** Any other request that the server does not take. */
  | 'bad-request'
  /** 408, 409 or 5xx. */
  | 'server-error'
  /** The host's name could not be resolved. */
  | 'dns'
  | 'connection-refused'
  /** Only public addresses may be asked, and this is none. */
  | 'address-refused'
  /** The connection could not be made, or broke, also in the middle of an answer. */
  | 'connection-lost'
  /** The server's certificate is not trusted. */
  | 'certificate'
  /** The proxy refused, or could not be reached. */
  | 'proxy'
  /** A body that is not JSON, or not a chat completion. */
  | 'malformed-response'
  /** A web page where an API should be: a login page, or a wrong address. */
  | 'web-page';

/** What a {@link ModelRequestError} carries. */
export interface ModelRequestErrorDetails extends ModelErrorDetails {
  readonly code: RequestErrorCode;
  /** The HTTP status. Absent: no answer came. */
  readonly status?: number | undefined;
  /** Whether the same request may succeed later. It was tried again as often as the model allows. */
  readonly retryable: boolean;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly requestId?: string | undefined;
}

/** A request that brought no answer. */
export class ModelRequestError extends ModelError {
  override readonly name = 'ModelRequestError';
  declare readonly code: RequestErrorCode;
  readonly status: number | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, details: ModelRequestErrorDetails) {
    super(message, details);
    this.status = details.status;
    this.retryable = details.retryable;
    this.retryAfterMs = details.retryAfterMs;
    this.requestId = details.requestId;
  }

  static override isInstance(error: unknown): error is ModelRequestError {
    return ModelError.isInstance(error) && error.name === 'ModelRequestError';
  }
}
