import type { RawJournalRow } from '../../normalise/journal-rows.ts';
import { Spool } from '../spool.ts';

interface StoredRow extends RawJournalRow {
  readonly element: string;
  /** Where the row before it of the same incident begins, or -1. */
  readonly before: number;
}

const HEADER_BYTES = 4;
const NO_ROWS: ReadonlyMap<string, RawJournalRow[]> = new Map();

/**
 * The journal rows of an export by their incident, for later. A number and a sys_id for each incident are kept in memory;
 * the rows themselves are in a spool.
 */
export class JournalStore {
  readonly #spool: Spool;
  /** Where the last row of each incident begins; as {@link taken} once it was asked for. */
  readonly #last = new Map<string, number>();
  /** Those that have rows of other tables only, as far as the rows say. */
  readonly #foreign = new Set<string>();
  readonly #elements = new Set<string>();

  constructor(spool: Spool = new Spool()) {
    this.#spool = spool;
  }

  /** The journals that the export carries: `work_notes`, `comments`. */
  get elements(): ReadonlySet<string> {
    return this.#elements;
  }

  /** Incidents with rows that were never asked for. */
  get orphans(): number {
    let orphans = 0;
    for (const [sysId, at] of this.#last) if (at >= 0 && !this.#foreign.has(sysId)) orphans++;
    return orphans;
  }

  /** Adds a row. Where it says that it is of another table, nobody has to ask for it. */
  async add(sysId: string, element: string, row: RawJournalRow, isForeign: boolean): Promise<void> {
    this.#elements.add(element);
    if (!isForeign) this.#foreign.delete(sysId);
    else if (!this.#last.has(sysId)) this.#foreign.add(copied(sysId));
    const stored: StoredRow = { ...row, element, before: this.#last.get(sysId) ?? -1 };
    const json = Buffer.from(JSON.stringify(stored), 'utf8');
    const bytes = Buffer.allocUnsafe(HEADER_BYTES + json.length);
    bytes.writeUInt32LE(json.length);
    json.copy(bytes, HEADER_BYTES);
    // A part of a longer text would keep all of that in memory.
    this.#last.set(copied(sysId), await this.#spool.append(bytes));
  }

  /** The rows of an incident by journal, in the order of the export. */
  async take(sysId: string): Promise<ReadonlyMap<string, RawJournalRow[]>> {
    const last = this.#last.get(sysId);
    if (last === undefined) return NO_ROWS;
    let at = last < 0 ? taken(last) : last;
    this.#last.set(sysId, taken(at));
    const rows = new Map<string, RawJournalRow[]>();
    while (at >= 0) {
      const length = (await this.#spool.read(at, HEADER_BYTES)).readUInt32LE();
      const json = (await this.#spool.read(at + HEADER_BYTES, length)).toString('utf8');
      const { element, before, ...row } = JSON.parse(json) as StoredRow;
      const ofElement = rows.get(element);
      if (ofElement === undefined) rows.set(element, [row]);
      else ofElement.push(row);
      at = before;
    }
    for (const ofElement of rows.values()) ofElement.reverse();
    return rows;
  }

  async close(): Promise<void> {
    await this.#spool.close();
  }
}

/** Marks a place as taken, and back. */
function taken(at: number): number {
  return -1 - at;
}

function copied(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
