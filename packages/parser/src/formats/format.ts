import type { FieldAliases } from '../normalise/columns.ts';
import type { ProblemDetails } from '../problems.ts';

/** A record as an export has it: column name or label -> value. What a `RecordNormaliser` makes a ticket of. */
export type RawRecord = Record<string, unknown>;

/**
 * What an export consists of, in its order.
 *
 * A format counts its records itself, from 1, the lost ones too. An `error` with a `record` stands in the place of that
 * record and counts as one; a `warning` with a `record` goes before the record that it is about, which follows.
 */
export type FormatItem =
  | { readonly kind: 'record'; readonly record: RawRecord }
  | { readonly kind: 'problem'; readonly details: ProblemDetails };

/** What a format has to know to read an export. */
export interface FormatOptions {
  /** A longer record is passed over, with a problem `record-too-large`. In bytes of UTF-8. */
  readonly maxRecordBytes: number;
  /** Further column names per field, for formats that have to find a column. */
  readonly aliases?: FieldAliases | undefined;
}

/**
 * Reads the bytes of an export that was found to have this format, from their beginning. Pull-driven, in bounded memory.
 * Leaving it early closes the bytes. What is wrong with the export is a `problem`; it throws only what the bytes throw.
 */
export type FormatReader = (bytes: AsyncIterable<Uint8Array>, options: FormatOptions) => AsyncGenerator<FormatItem>;
