import type { FieldAliases } from './normalise/columns.ts';
import type { TicketProblem } from './problems.ts';

/** Longest record that is read unless told otherwise, in bytes of UTF-8: 16 MiB. */
export const DEFAULT_MAX_RECORD_BYTES = 16 * 1024 * 1024;

/** How to read an export. */
export interface ParseOptions {
  /** The name of the source in messages: a file name, or `standard input`. Default: `input`. */
  readonly source?: string | undefined;
  /** Further column names per field: `{ contactType: ['Kanal'] }`. They go before the built-in names. */
  readonly aliases?: FieldAliases | undefined;
  /** Is told of each problem in the order of the source. Without it, errors are thrown at the end. */
  readonly onProblem?: ((problem: TicketProblem) => void) | undefined;
  /** A longer record is passed over, with a problem. In bytes of UTF-8; default 16 MiB. */
  readonly maxRecordBytes?: number | undefined;
}
