import type { ByteSource } from './bytes/chunks.ts';
import type { ExportFacts } from './export-facts.ts';
import { exportPieces } from './export-pieces.ts';
import { FactsCollector } from './facts-of.ts';
import { type OpenSource, openSource } from './formats/open-source.ts';
import { decodeJson } from './json/decode.ts';
import { wholeSourceFault } from './json/faults.ts';
import { readPieces } from './json/read-pieces.ts';
import { RecordSkimmer } from './json/record-skimmer.ts';
import { recordsIn, type serviceFailure } from './json/shapes.ts';
import type { FieldAliases } from './normalise/columns.ts';
import { RecordNormaliser } from './normalise/record.ts';
import { DEFAULT_MAX_RECORD_BYTES, type ParseOptions } from './options.ts';
import { type ProblemDetails, toError } from './problems.ts';

/** How to survey an export: as it will be parsed. */
export type SurveyOptions = Omit<ParseOptions, 'onProblem'>;

/**
 * Looks through a whole export for the fields that it carries and the fields that it ever fills.
 *
 * Much cheaper than parsing for JSON: a record is parsed only where it has other columns than the one before, or fills a field
 * that has been blank so far. `records` counts all records, those too that cannot be read.
 * Records that cannot be read tell nothing else: `parseTickets` is the one to report them.
 *
 * @throws TicketParseError Where nothing at all can be read: an empty source, one that is no export, or the error of an
 * instance in place of the records. Not for an export with no records: its facts say so.
 */
export async function surveyExport(input: ByteSource, options: SurveyOptions = {}): Promise<ExportFacts> {
  return surveyOf(await openSource(input, options.aliases), options);
}

/** The facts of a source that is open. */
export async function surveyOf(source: OpenSource, options: SurveyOptions): Promise<ExportFacts> {
  if (source.kind !== 'json') return surveyItems(source, options);
  const surveyor = new Surveyor(options.source ?? 'input', options.aliases);
  const maxRecordBytes = options.maxRecordBytes ?? DEFAULT_MAX_RECORD_BYTES;
  const broken = await source.check();
  if (broken !== undefined) throw toError(options.source ?? 'input', broken);
  for await (const pieces of readPieces(source.bytes(), maxRecordBytes, surveyor.skim)) {
    for (const piece of pieces) {
      const fault = wholeSourceFault(piece);
      if (fault !== undefined) throw toError(options.source ?? 'input', fault);
      if (piece.kind === 'record') surveyor.look(piece.bytes);
      else if (piece.kind === 'damaged' || piece.kind === 'oversize') surveyor.facts.count();
      else if (piece.kind === 'cut' && piece.bytes.length > 0) surveyor.facts.count();
    }
  }
  return surveyor.finish();
}

/** Formats other than JSON are read as they are for their tickets. */
async function surveyItems(source: OpenSource, options: SurveyOptions): Promise<ExportFacts> {
  const facts = new FactsCollector();
  const normaliser = new RecordNormaliser(options.aliases);
  let failure: ProblemDetails | undefined;
  let records = 0;
  for await (const pieces of exportPieces(source, options)) {
    for (const piece of pieces) {
      if (piece.kind === 'problem' && piece.details.severity === 'error') {
        failure ??= piece.details;
        if (piece.details.record === undefined) continue;
      } else if (piece.kind !== 'record' || 'bytes' in piece) continue;
      records++;
      facts.count();
      const { ticket } = piece.kind === 'record' ? normaliser.normalise(piece.record) : { ticket: undefined };
      if (ticket !== undefined) facts.add(ticket);
    }
  }
  if (records === 0 && failure !== undefined) throw toError(options.source ?? 'input', failure);
  return facts.facts(true);
}

const WHOLE_NUMBER = /^\d{1,10}$/;

class Surveyor {
  readonly facts = new FactsCollector();
  readonly #source: string;
  readonly #normaliser: RecordNormaliser;
  readonly #skimmer = new RecordSkimmer();
  #failure: ReturnType<typeof serviceFailure>;

  constructor(source: string, aliases: FieldAliases | undefined) {
    this.#source = source;
    this.#normaliser = new RecordNormaliser(aliases);
  }

  /** Counts a record that tells nothing new, without a closer look. */
  readonly skim = (buffer: Buffer, start: number, end: number): number => {
    const recordEnd = this.#skimmer.endOfKnown(buffer, start, end);
    if (recordEnd >= 0) this.facts.count();
    return recordEnd;
  };

  look(bytes: Buffer): void {
    if (this.skim(bytes, 0, bytes.length) >= 0) return;
    const decoded = decodeJson(bytes);
    const shape = decoded.ok ? recordsIn(decoded.value) : undefined;
    if (shape?.kind !== 'records') {
      if (shape?.fault.code === 'service-error') this.#failure ??= shape.fault;
      else this.facts.count();
      return;
    }
    for (const record of shape.records) {
      this.facts.count();
      const { ticket } = this.#normaliser.normalise(record);
      if (ticket !== undefined) this.facts.add(ticket);
    }
    const [only] = shape.records;
    if (only !== undefined && decoded.ok && decoded.value === only) this.#learn(bytes, only);
  }

  finish(): ExportFacts {
    const facts = this.facts.facts(true);
    if (facts.records === 0 && this.#failure !== undefined) {
      throw toError(this.#source, { severity: 'error', ...this.#failure });
    }
    return facts;
  }

  #learn(bytes: Buffer, record: Record<string, unknown>): void {
    const columns = Object.keys(record);
    // JavaScript puts such keys first, whatever their place in the text.
    if (columns.some((column) => WHOLE_NUMBER.test(column))) return;
    const targets = this.#normaliser.targetsOf(columns);
    // A value of a wrong type does not export its field; a blank in its place does.
    if (targets.some((fields) => fields.some((field) => !this.facts.isExported(field)))) return;
    this.#skimmer.learn(
      bytes,
      targets.map((fields) => fields.some((field) => !this.facts.isFilled(field))),
    );
  }
}
