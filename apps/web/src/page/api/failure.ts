import type { ApiErrorBody } from '../../api/index.ts';
import { words } from '../words/index.ts';

/** What an error says, and what to do next. */
export interface Told {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** A request that failed. */
export class ApiFailure extends Error implements Told {
  override readonly name = 'ApiFailure';
  /** The code of the server's answer; `offline` where there was none. */
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, { message, hint }: Told) {
    super(message);
    this.code = code;
    this.hint = hint;
  }

  /** The server did not answer. */
  static offline(): ApiFailure {
    return new ApiFailure('offline', words.failures.offline);
  }

  /** Reads the body of an answer whose status tells of a failure. */
  static from(body: string): ApiFailure {
    try {
      const { error } = JSON.parse(body) as ApiErrorBody;
      return new ApiFailure(error.code, error);
    } catch {
      return new ApiFailure('garbled', words.failures.garbled);
    }
  }
}

/** Any error as something to tell. */
export function asFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  console.error(error);
  return new ApiFailure('garbled', words.failures.garbled);
}
