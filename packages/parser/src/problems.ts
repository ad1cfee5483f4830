import { TicketParseError } from './errors.ts';

/** Something in an export that could not be read as it stands. */
export interface TicketProblem {
  /** `error`: a record, or a part of the source, is not among the tickets. `warning`: all records concerned are. */
  readonly severity: 'error' | 'warning';
  /** What is wrong, where, and what to do next. It holds no ticket text, only numbers and column names. */
  readonly error: TicketParseError;
}

/** What a problem is about, beside the source. */
export interface ProblemDetails {
  readonly severity: TicketProblem['severity'];
  readonly code: string;
  /** What happened, to follow on the place: `record 3 (INC0010003) <what>`. */
  readonly what: string;
  readonly hint: string;
  readonly record?: number;
  readonly number?: string;
  readonly field?: string;
  readonly cause?: unknown;
}

/** Passes problems on, or keeps count of them where nobody listens. */
export class ProblemLog {
  readonly #source: string;
  readonly #listener: ((problem: TicketProblem) => void) | undefined;
  #first: TicketParseError | undefined;
  #errors = 0;

  constructor(source: string, listener?: (problem: TicketProblem) => void) {
    this.#source = source;
    this.#listener = listener;
  }

  report(details: ProblemDetails): void {
    const error = toError(this.#source, details);
    if (details.severity === 'error') {
      this.#errors++;
      this.#first ??= error;
    }
    this.#listener?.({ severity: details.severity, error });
  }

  /** Throws when there were errors and nobody was told. */
  throwUnheard(): void {
    if (this.#listener !== undefined || this.#first === undefined) return;
    const first = this.#first;
    if (this.#errors === 1) throw first;
    throw new TicketParseError(`${this.#errors} problems in ${this.#source}; the first: ${first.message}`, {
      code: 'problems',
      source: this.#source,
      hint: 'Pass onProblem to be told of each one. The tickets that could be read were all yielded before this error.',
      cause: first,
    });
  }
}

/** Makes the error of a problem: `export.json, record 3 (INC0010003), column "impact": …`. */
export function toError(source: string, details: ProblemDetails): TicketParseError {
  const number = details.number === undefined ? undefined : safeName(details.number);
  const field = details.field === undefined ? undefined : safeName(details.field);
  const record = details.record === undefined ? '' : `, record ${details.record}${number ? ` (${number})` : ''}`;
  const column = field === undefined ? '' : `, column "${field}"`;
  return new TicketParseError(`${source}${record}${column}: ${details.what}.`, {
    code: details.code,
    hint: details.hint,
    source,
    ...(details.record !== undefined && { record: details.record }),
    ...(details.number !== undefined && { number: details.number }),
    ...(details.field !== undefined && { field: details.field }),
    ...(details.cause !== undefined && { cause: details.cause }),
  });
}

/** A name from the export, made harmless for a message: short, on one line, without control characters. */
export function safeName(name: string): string {
  const harmless = name
    .slice(0, 200)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return harmless.length > 60 ? `${harmless.slice(0, 60)}…` : harmless;
}
