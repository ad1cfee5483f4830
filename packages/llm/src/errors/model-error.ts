import { NOTHING_SPENT, type Spending } from '../token-usage.ts';

/** The mark that every TQRS error carries, whichever package made it: `TqrsError.isInstance` of `@tqrs/parser` looks for it. */
const MARK = Symbol.for('tqrs.error');

/** What every error of this package carries. */
export interface ModelErrorDetails {
  /** A stable, machine-readable name of what went wrong: `wrong-key`, `model-timeout`. */
  readonly code: string;
  /** What to do next, in one sentence. */
  readonly hint?: string | undefined;
  /** What brought it about, freed of headers and bodies. */
  readonly cause?: unknown;
  /** What the attempts took. Absent: nothing was sent. */
  readonly spent?: Spending | undefined;
}

/**
 * The base of all errors of this package. It has the shape of `TqrsError` of `@tqrs/parser` (`code`, `hint`, `cause`, and its
 * mark) without importing it, so that the package can be used alone. Neither messages nor causes hold prompts, answers or keys.
 */
export class ModelError extends Error {
  override readonly name: string = 'ModelError';
  readonly code: string;
  readonly hint: string | undefined;
  /** What was spent on the call that failed, all attempts together. */
  readonly spent: Spending;
  readonly [MARK] = true;

  constructor(message: string, details: ModelErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.hint = details.hint;
    this.spent = details.spent ?? NOTHING_SPENT;
  }

  /** Recognises an error of this package, whichever copy of it made it. */
  static isInstance(error: unknown): error is ModelError {
    return error instanceof Error && MARK in error && 'spent' in error;
  }
}
