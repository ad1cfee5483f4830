const MARK = Symbol.for('tqrs.error');

/** What every TQRS error carries. */
export interface TqrsErrorDetails {
  /** A stable, machine-readable name of what went wrong: `json-truncated`, `rubric-invalid`. */
  readonly code: string;
  /** What to do next, in one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** The base of all errors that TQRS throws on purpose. Messages never hold ticket text, prompts or keys. */
export class TqrsError extends Error {
  override readonly name: string = 'TqrsError';
  readonly code: string;
  readonly hint: string | undefined;
  readonly [MARK] = true;

  constructor(message: string, details: TqrsErrorDetails) {
    super(message, { cause: details.cause });
    this.code = details.code;
    this.hint = details.hint;
  }

  /** Recognises a TQRS error, whichever copy of the package made it. */
  static isInstance(error: unknown): error is TqrsError {
    return error instanceof Error && MARK in error;
  }
}

/** Where in an export something went wrong. */
export interface TicketParseErrorDetails extends TqrsErrorDetails {
  /** The file name, or `standard input`. */
  readonly source: string;
  /** Position of the record in the source, counted from 1. Absent when the whole source is meant. */
  readonly record?: number;
  /** The ticket number, where it is known. */
  readonly number?: string;
  /** The column concerned, as the export names it. */
  readonly field?: string;
}

/** A source, a record or a field that cannot be read. Every other record of the source can still be reviewed. */
export class TicketParseError extends TqrsError {
  override readonly name: string = 'TicketParseError';
  readonly source: string;
  readonly record: number | undefined;
  readonly number: string | undefined;
  readonly field: string | undefined;

  constructor(message: string, details: TicketParseErrorDetails) {
    super(message, details);
    this.source = details.source;
    this.record = details.record;
    this.number = details.number;
    this.field = details.field;
  }
}
