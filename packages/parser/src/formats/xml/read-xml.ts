import { serviceFailure } from '../../json/shapes.ts';
import type { ProblemDetails } from '../../problems.ts';
import type { FormatItem, FormatOptions, FormatReader, RawRecord } from '../format.ts';
import { recordTooLarge } from '../record-too-large.ts';
import { Spool } from '../spool.ts';
import { noIncidents, ROW_FAULTS, wholeSourceFault } from './faults.ts';
import { JournalGatherer } from './journal-gatherer.ts';
import type { XmlPiece } from './pieces.ts';
import { XmlSource } from './xml-source.ts';

const NUMBER = /<number>(?:<!\[CDATA\[)?\s{0,4}([A-Z]{2,10}\d{3,12})/;
/** Blank in every incident row: the entries are rows of their own. */
const JOURNAL_COLUMNS = ['work_notes', 'comments', 'comments_and_work_notes'];
const TABLES_NAMED = 3;

/**
 * Reads an XML export of ServiceNow: `<unload>` and `<xml>` with `<incident>` rows, and the Table API's `<response>`.
 *
 * The entries of journals are rows of their own, anywhere in the export, so it is read twice: first for the journals, then
 * for the incidents. What is read is kept meanwhile, up to 16 MiB each in memory and the rest in temporary files.
 */
export const readXml: FormatReader = async function* (bytes, options) {
  const spool = new Spool();
  const gatherer = new JournalGatherer(options.maxRecordBytes);
  try {
    const source = new XmlSource(options.maxRecordBytes);
    for await (const piece of source.pieces(copied(bytes, spool))) {
      const fault = wholeSourceFault(piece);
      const problem = fault ?? (await gatherer.take(piece, source.parser));
      if (problem !== undefined) yield { kind: 'problem', details: problem };
      if (fault !== undefined) return;
    }
    yield* new IncidentReader(gatherer, options).read(spool.chunks());
  } finally {
    await spool.close();
    await gatherer.store.close();
  }
};

async function* copied(bytes: AsyncIterable<Uint8Array>, spool: Spool): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    await spool.append(chunk);
    yield chunk;
  }
}

/** The second pass: incidents with their journals. */
class IncidentReader {
  readonly #gatherer: JournalGatherer;
  readonly #source: XmlSource;
  readonly #maxRecordBytes: number;
  #root = '';
  #records = 0;
  #uncertain = 0;
  readonly #otherTables = new Set<string>();

  constructor(gatherer: JournalGatherer, { maxRecordBytes }: FormatOptions) {
    this.#gatherer = gatherer;
    this.#source = new XmlSource(maxRecordBytes);
    this.#maxRecordBytes = maxRecordBytes;
  }

  async *read(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FormatItem> {
    for await (const piece of this.#source.pieces(bytes)) {
      const item = await this.#item(piece);
      if (item !== undefined) yield item;
    }
    yield* this.#closing().map((details): FormatItem => ({ kind: 'problem', details }));
  }

  async #item(piece: XmlPiece): Promise<FormatItem | undefined> {
    if (piece.kind === 'root') this.#root = piece.name;
    if (piece.kind === 'row') return await this.#row(piece.table, piece.text);
    if (piece.kind === 'stray') return problem({ severity: 'error', ...ROW_FAULTS.stray });
    if (piece.kind !== 'broken' && piece.kind !== 'oversize' && piece.kind !== 'cut') return undefined;
    if (piece.table !== undefined && this.#isIncident(piece.table)) {
      const fault = piece.kind === 'oversize' ? recordTooLarge(this.#maxRecordBytes) : ROW_FAULTS[piece.kind];
      return this.#lost(fault, piece.text);
    }
    // Those of journals were reported in the first pass; how large other rows are is nobody's concern.
    if (piece.kind === 'broken') return piece.table === 'sys_journal_field' ? undefined : this.#brokenRow(piece.table);
    if (piece.kind === 'oversize') return undefined;
    const what = `the source ends after record ${this.#records}, before its root is closed`;
    return problem({ severity: 'error', ...ROW_FAULTS.cut, what });
  }

  async #row(table: string, text: string): Promise<FormatItem | undefined> {
    if (!this.#isIncident(table)) {
      if (this.#otherTables.size < TABLES_NAMED) this.#otherTables.add(table);
      return this.#root === 'response' && table === 'error' ? this.#refusal(text) : undefined;
    }
    const row = this.#source.parser.parse(text);
    if (!row.ok) return this.#lost(ROW_FAULTS[row.reason], text);
    if (row.action === 'DELETE') return this.#lost(ROW_FAULTS.deleted, text);
    this.#records++;
    await this.#join(row.fields);
    return { kind: 'record', record: row.fields };
  }

  /** The instance's error in place of records. */
  #refusal(text: string): FormatItem | undefined {
    const row = this.#source.parser.parse(text);
    const failure = row.ok ? serviceFailure({ error: row.fields }) : undefined;
    return failure && problem({ severity: 'error', ...failure });
  }

  async #join(record: RawRecord): Promise<void> {
    const { store } = this.#gatherer;
    const sysId = typeof record.sys_id === 'string' ? record.sys_id.trim() : '';
    const rows = await store.take(sysId);
    const uncertain = store.elements.size > 0 && this.#gatherer.isUncertain(sysId);
    if (uncertain) this.#uncertain++;
    for (const column of JOURNAL_COLUMNS) if (isBlank(record[column])) delete record[column];
    for (const element of store.elements) {
      const own = rows.get(element) ?? [];
      if (uncertain) delete record[element];
      else if (own.length > 0) record[element] = own;
      else if (record[element] === undefined && JOURNAL_COLUMNS.includes(element)) record[element] = [];
    }
  }

  #lost(fault: Pick<ProblemDetails, 'code' | 'what' | 'hint'>, text: string | undefined): FormatItem {
    this.#records++;
    const number = text === undefined ? undefined : NUMBER.exec(text)?.[1];
    return problem({ severity: 'error', ...fault, record: this.#records, ...(number !== undefined && { number }) });
  }

  #brokenRow(table: string): FormatItem {
    const what = `a row other than an incident (after record ${this.#records}) has lost its end, or is an incident whose tag is damaged`;
    this.#otherTables.add(table);
    return problem({ severity: 'error', ...ROW_FAULTS.broken, what });
  }

  #closing(): ProblemDetails[] {
    const problems: ProblemDetails[] = [];
    if (this.#records === 0 && this.#otherTables.size > 0) problems.push(noIncidents([...this.#otherTables]));
    if (this.#uncertain > 0) {
      problems.push({
        severity: 'warning',
        code: 'journals-incomplete',
        what: `a part that cannot be read may hold journal entries of ${this.#uncertain} records; their journals count as not exported`,
        hint: 'Export again to have the journals reviewed.',
      });
    }
    const { orphans } = this.#gatherer.store;
    if (orphans > 0) {
      problems.push({
        severity: 'warning',
        code: 'journal-without-incident',
        what: `it has journal entries of ${orphans} incidents that are not among the records`,
        hint: 'Check whether incidents are missing, or whether the export was joined from parts.',
      });
    }
    return problems;
  }

  #isIncident(table: string): boolean {
    return table === 'incident' || (table === 'result' && this.#root === 'response');
  }
}

function problem(details: ProblemDetails): FormatItem {
  return { kind: 'problem', details };
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}
