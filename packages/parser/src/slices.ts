import type { ByteSource } from './bytes/chunks.ts';
import { type ExportPiece, exportPieces } from './export-pieces.ts';
import type { RawRecord } from './formats/format.ts';
import { type OpenSource, openSource } from './formats/open-source.ts';
import type { FieldAliases } from './normalise/columns.ts';
import { DEFAULT_MAX_RECORD_BYTES, type ParseOptions } from './options.ts';
import { ProblemLog } from './problems.ts';
import type { Ticket } from './ticket.ts';
import { TicketReader } from './ticket-reader.ts';

/** Records of an export, cut out but not read yet. Plain data, so that another thread can read them. */
export interface RecordSlice {
  readonly kind: 'records';
  /** The records as JSON in UTF-8, end to end, in memory of their own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each of them ends in `bytes`. */
  readonly ends: readonly number[];
}

/** Something in an export that has to be told about in its place: only an {@link ExportReader} can. */
export interface OtherSlice {
  readonly kind: 'other';
  readonly piece: unknown;
}

/** A stretch of an export. */
export type ExportSlice = RecordSlice | OtherSlice;

/** How an export is cut. */
export interface SliceOptions extends Pick<ParseOptions, 'maxRecordBytes' | 'aliases'> {
  /** Records in a slice at most. */
  readonly records: number;
}

/**
 * Cuts an export into slices, in order. Pull-driven: memory is bounded by a slice. Together with {@link ExportReader} and
 * {@link SliceReader} it does what `parseTickets` does, for callers who read records in several threads.
 *
 * The records of JSON are only cut out, which is cheap. Those of other formats are read here, and only made into tickets
 * elsewhere.
 */
export async function* readSlices(
  input: ByteSource,
  options: SliceOptions,
): AsyncGenerator<ExportSlice, void, undefined> {
  yield* slicesOf(await openSource(input, options.aliases), options);
}

/** The slices of a source that is open. */
export async function* slicesOf(
  source: OpenSource,
  options: SliceOptions,
): AsyncGenerator<ExportSlice, void, undefined> {
  let records: Uint8Array[] = [];
  try {
    for await (const pieces of exportPieces(source, options)) {
      for (const piece of pieces) {
        if (piece.kind === 'record') records.push('bytes' in piece ? piece.bytes : toJson(piece.record));
        else {
          if (records.length > 0) yield sliceOf(records.splice(0));
          yield { kind: 'other', piece: keep(piece) };
        }
        if (records.length >= options.records) yield sliceOf(records.splice(0));
      }
      // The memory behind a batch of JSON is used again for the next one.
      if (source.kind === 'json') records = records.map((bytes) => Buffer.from(bytes));
    }
  } catch (error) {
    if (records.length > 0) yield sliceOf(records);
    throw error;
  }
  if (records.length > 0) yield sliceOf(records);
}

/**
 * Reads slices elsewhere than in their place in the export. Keeps what it learns about the columns, so use one for many
 * slices of an export.
 */
export class SliceReader {
  readonly #reader: TicketReader;
  #heard = false;

  constructor(aliases?: FieldAliases) {
    const log = new ProblemLog('', () => {
      this.#heard = true;
    });
    this.#reader = new TicketReader(log, Number.POSITIVE_INFINITY, aliases, 0);
  }

  /**
   * The tickets of a slice, one a record, each read when it is drawn. Ends with undefined where something is to be
   * reported: then the whole slice has to be read in its place by an {@link ExportReader}.
   */
  *read(slice: RecordSlice): Generator<Ticket | undefined, void, undefined> {
    this.#heard = false;
    for (const bytes of recordsOf(slice)) {
      const [ticket, another] = this.#reader.read({ kind: 'record', bytes });
      if (this.#heard || ticket === undefined || another !== undefined) return yield undefined;
      yield ticket;
    }
  }
}

/** Reads the slices of one export in order, and reports what cannot be read as `parseTickets` does. */
export class ExportReader {
  readonly #log: ProblemLog;
  readonly #reader: TicketReader;

  constructor(options: ParseOptions = {}) {
    this.#log = new ProblemLog(options.source ?? 'input', options.onProblem);
    this.#reader = new TicketReader(this.#log, options.maxRecordBytes ?? DEFAULT_MAX_RECORD_BYTES, options.aliases);
  }

  /** The tickets of the next slice, one by one. What is to be reported is reported as they are drawn. */
  *read(slice: ExportSlice): Generator<Ticket, void, undefined> {
    if (slice.kind === 'other') yield* this.#reader.read(slice.piece as ExportPiece);
    else for (const bytes of recordsOf(slice)) yield* this.#reader.read({ kind: 'record', bytes });
  }

  /** Passes the next slice, which a {@link SliceReader} has read. `numbers` are those of its tickets, in order. */
  pass(numbers: readonly string[]): void {
    for (const number of numbers) this.#reader.pass(number);
  }

  /**
   * Call it after the last slice: an export without any record is a problem too.
   * @throws TicketParseError Where there were errors, and no `onProblem` to hear of them.
   */
  finish(): void {
    this.#reader.finish();
    this.#log.throwUnheard();
  }
}

function sliceOf(records: readonly Uint8Array[]): RecordSlice {
  const bytes = new Uint8Array(records.reduce((sum, { byteLength }) => sum + byteLength, 0));
  const ends: number[] = [];
  let end = 0;
  for (const record of records) {
    bytes.set(record, end);
    end += record.byteLength;
    ends.push(end);
  }
  return { kind: 'records', bytes, ends };
}

function toJson(record: RawRecord): Uint8Array {
  return Buffer.from(JSON.stringify(record), 'utf8');
}

function keep(piece: Exclude<ExportPiece, { kind: 'record' }>): ExportPiece {
  return 'bytes' in piece ? { ...piece, bytes: Buffer.from(piece.bytes) } : piece;
}

function* recordsOf({ bytes, ends }: RecordSlice): Generator<Buffer, void, undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  for (const end of ends) {
    yield buffer.subarray(start, end);
    start = end;
  }
}
