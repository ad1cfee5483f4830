import type { ProblemDetails } from '../../problems.ts';
import { recordTooLarge } from '../record-too-large.ts';
import { journalFault, ROW_FAULTS } from './faults.ts';
import { JournalStore } from './journal-store.ts';
import type { ParsedRow, RowParser } from './parse-row.ts';
import type { XmlPiece } from './pieces.ts';

const TABLE = 'sys_journal_field';
/** The tables that an entry of an incident can be filed under. */
const OWN_TABLES = new Set(['', 'incident', 'task']);
const ELEMENT_ID = /<element_id>\s*([0-9a-f]{32})/;
const SYS_ID = /<sys_id>\s*([0-9a-f]{32})/;

/**
 * Gathers the journal rows of an export, and finds out whose journals may be incomplete, because a part of the export that
 * cannot be read may have held an entry of theirs.
 */
export class JournalGatherer {
  readonly store = new JournalStore();
  readonly #maxRecordBytes: number;
  /** Incidents that a damaged part belongs to, or follows. */
  readonly #touched = new Set<string>();
  #damaged = false;
  /** So far, every entry follows its incident, before the next one. */
  #interleaved = true;
  #lastIncident: string | undefined;

  constructor(maxRecordBytes: number) {
    this.#maxRecordBytes = maxRecordBytes;
  }

  /** Takes the next piece of the export, and says what is wrong with it, where it is a journal row. */
  async take(piece: XmlPiece, parser: RowParser): Promise<ProblemDetails | undefined> {
    switch (piece.kind) {
      case 'row':
        if (piece.table === TABLE) return await this.#row(parser.parse(piece.text), piece.text);
        if (piece.table === 'incident') this.#lastIncident = SYS_ID.exec(piece.text)?.[1];
        return undefined;
      case 'oversize':
        if (piece.table !== TABLE) return undefined;
        this.#lose(piece.text);
        return journalFault(recordTooLarge(this.#maxRecordBytes));
      case 'broken':
        if (piece.table === 'incident') return undefined;
        this.#lose(piece.text);
        return piece.table === TABLE ? journalFault(ROW_FAULTS.broken) : undefined;
      case 'cut':
        // The entries of the last complete incident came before the next one, where all do.
        if (piece.table !== 'incident' || !this.#interleaved) this.#lose(undefined);
        return undefined;
      case 'stray':
        this.#lose(undefined);
        return undefined;
      default:
        return undefined;
    }
  }

  /** Whether entries of an incident may be among what cannot be read. */
  isUncertain(sysId: string): boolean {
    return this.#touched.has(sysId) || (this.#damaged && !this.#interleaved);
  }

  async #row(row: ParsedRow, text: string): Promise<ProblemDetails | undefined> {
    if (!row.ok) {
      this.#lose(text);
      return journalFault(ROW_FAULTS[row.reason]);
    }
    const { element, element_id: sysId, value, name, sys_created_on: at, sys_created_by: by } = row.fields;
    if (textOf(element) === '' || textOf(sysId) === '' || typeof value !== 'string') {
      this.#lose(text);
      return journalFault({ ...ROW_FAULTS.syntax, what: 'it lacks its element, element_id or value' });
    }
    const isForeign = !OWN_TABLES.has(textOf(name));
    if (!isForeign && sysId !== this.#lastIncident) this.#interleaved = false;
    const entry = { value, sys_created_on: textOf(at), sys_created_by: textOf(by) };
    await this.store.add(textOf(sysId), textOf(element), entry, isForeign);
    return undefined;
  }

  #lose(text: string | undefined): void {
    const owner = text === undefined ? undefined : ELEMENT_ID.exec(text)?.[1];
    if (owner !== undefined) {
      this.#touched.add(owner);
      return;
    }
    this.#damaged = true;
    if (this.#lastIncident !== undefined) this.#touched.add(this.#lastIncident);
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  const raw: unknown = typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined;
  return typeof raw === 'string' ? raw.trim() : '';
}
