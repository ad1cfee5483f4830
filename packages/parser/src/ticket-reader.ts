import type { ExportPiece } from './export-pieces.ts';
import type { RawRecord } from './formats/format.ts';
import { recordTooLarge } from './formats/record-too-large.ts';
import { decodeJson, numberIn } from './json/decode.ts';
import { DAMAGE_FAULTS, wholeSourceFault } from './json/faults.ts';
import type { SourcePiece } from './json/read-pieces.ts';
import { envelopeMembers, recordsIn, serviceFailure } from './json/shapes.ts';
import type { FieldAliases } from './normalise/columns.ts';
import { RecordNormaliser } from './normalise/record.ts';
import { NumberRegister } from './number-register.ts';
import { type ProblemDetails, type ProblemLog, safeName } from './problems.ts';
import type { Ticket } from './ticket.ts';

/** Numbers remembered to find duplicates by. Beyond that many, duplicates of later numbers go unnoticed. */
const NUMBERS_REMEMBERED = 1_000_000;

const NO_TICKETS: readonly Ticket[] = [];
const EXPORT_AGAIN = 'Export the list again; the records that could be read are not affected.';

/** Turns the pieces of a source into tickets, and reports what cannot be read. */
export class TicketReader {
  readonly #log: ProblemLog;
  readonly #normaliser: RecordNormaliser;
  readonly #maxRecordBytes: number;
  readonly #numbers: NumberRegister;
  #records = 0;
  #errors = 0;
  #commaReported = false;

  /** `remembered`: ticket numbers to find duplicates among. */
  constructor(log: ProblemLog, maxRecordBytes: number, aliases?: FieldAliases, remembered = NUMBERS_REMEMBERED) {
    this.#numbers = new NumberRegister(remembered);
    this.#log = log;
    this.#maxRecordBytes = maxRecordBytes;
    this.#normaliser = new RecordNormaliser(aliases);
  }

  /** The tickets of one piece: none where it is no record or cannot be used. */
  read(piece: ExportPiece): readonly Ticket[] {
    if (piece.kind === 'record') return 'bytes' in piece ? this.#record(piece.bytes) : this.#tickets([piece.record]);
    if (piece.kind === 'problem') this.#told(piece.details);
    else this.#notARecord(piece);
    return NO_TICKETS;
  }

  /** Counts a ticket that was read elsewhere, in its place. */
  pass(number: string): void {
    this.#records++;
    this.#noteNumber(number);
  }

  /** Call it at the end of the source: a source without any record is a problem too. */
  finish(): void {
    if (this.#records > 0 || this.#errors > 0) return;
    this.#report({
      severity: 'error',
      code: 'no-records',
      what: 'the export holds no records',
      hint: 'Check the filter of the list, and whether the account may read incidents (a permission filter gives an empty list).',
    });
  }

  #record(bytes: Buffer): readonly Ticket[] {
    const decoded = decodeJson(bytes);
    if (!decoded.ok) {
      this.#records++;
      this.#undecodable(bytes, decoded.reason, decoded.position);
      return NO_TICKETS;
    }
    const shape = recordsIn(decoded.value);
    if (shape.kind === 'fault') {
      const whole = shape.fault.code === 'service-error' || shape.fault.code === 'no-record-array';
      if (!whole) this.#records++;
      this.#report({ severity: 'error', ...shape.fault, ...(!whole && { record: this.#records }) });
      return NO_TICKETS;
    }
    return this.#tickets(shape.records);
  }

  #tickets(records: readonly RawRecord[]): readonly Ticket[] {
    const [only] = records;
    if (records.length === 1 && only !== undefined) {
      const ticket = this.#ticket(only);
      return ticket === undefined ? NO_TICKETS : [ticket];
    }
    return records.map((record) => this.#ticket(record)).filter((ticket) => ticket !== undefined);
  }

  /** A problem that a format tells. An error with a record stands in the place of that record. */
  #told(details: ProblemDetails): void {
    if (details.severity === 'error' && details.record !== undefined) this.#records++;
    this.#report(details);
  }

  #ticket(record: RawRecord): Ticket | undefined {
    this.#records++;
    const { ticket, wrongTypes } = this.#normaliser.normalise(record);
    const status = record.__status;
    if (status !== undefined && status !== 'success' && status !== '' && status !== null) {
      this.#refusedByInstance(record, status, ticket?.number);
      return undefined;
    }
    for (const { column, type } of wrongTypes) {
      this.#report({
        severity: ticket === undefined ? 'error' : 'warning',
        code: 'field-type',
        what: `the value is ${type} where text is expected${ticket === undefined ? '' : '; the field counts as not exported'}`,
        hint: 'Export the column as plain text, or as {"display_value", "value"}.',
        field: column,
        record: this.#records,
        ...(ticket !== undefined && { number: ticket.number }),
      });
    }
    if (ticket !== undefined) this.#noteNumber(ticket.number);
    else if (wrongTypes.length === 0) this.#withoutNumber(record);
    return ticket;
  }

  #withoutNumber(record: Record<string, unknown>): void {
    this.#report({
      severity: 'error',
      code: 'record-without-number',
      what: 'number' in record ? 'its number is blank' : 'it has no number',
      hint: 'Add the column "Number" to the list (or name it in the field aliases), and export again.',
      record: this.#records,
    });
  }

  #refusedByInstance(record: Record<string, unknown>, status: unknown, number: string | undefined): void {
    const said =
      serviceFailure({ error: record.__error })?.what.replace('the instance answered with an error', '') ?? '';
    const name = typeof status === 'string' ? `"${safeName(status)}"` : 'of a wrong type';
    this.#report({
      severity: 'error',
      code: 'record-status',
      what: `the instance gave it with __status ${name} instead of "success"${said}`,
      hint: 'Check that the exporting account may read this record, then export it again.',
      field: '__status',
      record: this.#records,
      ...(number !== undefined && { number }),
    });
  }

  #noteNumber(number: string): void {
    const earlier = this.#numbers.add(number, this.#records);
    if (earlier === undefined) return;
    this.#report({
      severity: 'warning',
      code: 'duplicate-number',
      what: `it has the same number as record ${earlier}; both are kept`,
      hint: 'Check whether the export was joined from overlapping parts.',
      record: this.#records,
      number,
      field: 'number',
    });
  }

  #undecodable(bytes: Buffer, reason: 'utf-8' | 'syntax', position: number | undefined): void {
    const number = numberIn(bytes);
    const at = position === undefined ? '' : ` at character ${position + 1} of the record`;
    this.#report({
      severity: 'error',
      ...(reason === 'utf-8'
        ? { code: 'bad-utf8', what: 'it is not valid UTF-8', hint: 'Save the file as UTF-8 and pass it again.' }
        : { code: 'json-invalid', what: `it is not valid JSON${at}`, hint: EXPORT_AGAIN }),
      record: this.#records,
      ...(number !== undefined && { number }),
    });
  }

  #notARecord(piece: Exclude<SourcePiece, { kind: 'record' }>): void {
    const whole = wholeSourceFault(piece);
    if (whole !== undefined) {
      this.#report(whole);
    } else if (piece.kind === 'damaged') {
      this.#passedOver(piece.bytes, DAMAGE_FAULTS[piece.cause]);
    } else if (piece.kind === 'oversize') {
      this.#passedOver(piece.bytes, recordTooLarge(this.#maxRecordBytes));
    } else if (piece.kind === 'envelope') {
      const failure = serviceFailure(envelopeMembers(piece.bytes.toString('utf8')) ?? {});
      if (failure !== undefined) this.#report({ severity: 'error', ...failure });
    } else {
      this.#source(piece);
    }
  }

  #passedOver(bytes: Buffer, fault: Pick<ProblemDetails, 'code' | 'what' | 'hint'>): void {
    this.#records++;
    const number = numberIn(bytes);
    this.#report({ severity: 'error', ...fault, record: this.#records, ...(number !== undefined && { number }) });
  }

  #source(piece: SourcePiece): void {
    if (piece.kind === 'cut') {
      const inside = piece.bytes.length > 0;
      this.#passedOverAtEnd(piece.bytes, inside);
    } else if (piece.kind === 'unclosed') {
      this.#report({
        severity: 'warning',
        code: 'json-unclosed',
        what: 'the source ends before its outer object is closed; its list of records is complete',
        hint: 'Nothing is lost. Export again if the file may have been cut.',
      });
    } else if (piece.kind === 'comma' && !this.#commaReported) {
      this.#commaReported = true;
      this.#report({
        severity: 'warning',
        code: 'json-comma',
        what: `a comma is missing or out of place after record ${this.#records}; the records are read all the same`,
        hint: 'The file was changed after the export. Further such places are not reported.',
      });
    } else if (piece.kind === 'garbage') {
      this.#report({
        severity: 'error',
        code: 'json-trailing',
        what: `something that is not JSON follows record ${this.#records} and was passed over`,
        hint: 'Check whether records are missing, and remove what does not belong in the file.',
      });
    }
  }

  #passedOverAtEnd(bytes: Buffer, insideRecord: boolean): void {
    const code = 'json-truncated';
    const hint = 'The export or its download was cut off: export again. Every complete record before the cut was read.';
    if (insideRecord) this.#passedOver(bytes, { code, hint, what: 'the source ends in the middle of it' });
    else {
      const what = `the source ends after record ${this.#records}, before the list of records is closed`;
      this.#report({ severity: 'error', code, hint, what });
    }
  }

  #report(details: ProblemDetails): void {
    if (details.severity === 'error') this.#errors++;
    this.#log.report(details);
  }
}
