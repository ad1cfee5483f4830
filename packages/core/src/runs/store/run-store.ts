import type { SelectionReport } from '../../selection/schema.ts';
import type { RunConfiguration } from '../configuration.ts';
import { RunError } from '../run-error.ts';
import { Database } from './database.ts';
import { COPY_EARLIER_ANSWERS, RunAnswers } from './run-answers.ts';
import { RunRecord, type StoredSource } from './run-record.ts';
import { APPLICATION_ID, STORE_VERSION, TABLES } from './schema.ts';
import { lineOf, type StoredTicket, type TicketChunk, TicketPacker } from './stored-ticket.ts';

/** How a run is begun. */
export interface CreateRunOptions {
  /** The record of an earlier run, whose answers are taken over. */
  readonly earlier?: string;
}

/**
 * The record of a run that is being made. What is added waits in memory until `commit`, and is on disk when that returns; answers of a
 * model are written before they are used. Nobody else can open the record meanwhile.
 */
export class RunStore extends RunRecord {
  /** The answers of the model. */
  readonly answers: RunAnswers;
  readonly #packer = new TicketPacker();
  readonly #chunks: { readonly source: number; readonly chunk: TicketChunk }[] = [];
  readonly #others: (() => void)[] = [];
  #next: number;
  #source = 0;

  constructor(database: Database, path: string) {
    super(database, path);
    this.answers = new RunAnswers(database);
    this.#next = this.count;
  }

  /** Adds the next finished ticket. */
  add(source: number, stored: StoredTicket): void {
    if (source !== this.#source) this.#pack();
    this.#source = source;
    this.#packer.add(stored);
  }

  /** Adds finished tickets that were packed elsewhere. */
  addChunk(source: number, chunk: TicketChunk): void {
    this.#pack();
    this.#source = source;
    if (chunk.count > 0) this.#chunks.push({ source, chunk });
  }

  /** Replaces a ticket that was finished before. */
  revise(position: number, stored: StoredTicket): void {
    this.#put('revised', position, lineOf(stored));
  }

  /** Keeps what an export carries. */
  setSource(position: number, source: StoredSource): void {
    this.#put('sources', position, JSON.stringify(source));
  }

  /** Keeps a record that could not be read: the so many-th of the run. Plain data. */
  setFailure(position: number, failure: unknown): void {
    this.#put('failures', position, JSON.stringify(failure));
  }

  /** Keeps which tickets of the exports were reviewed, where not all of them were. */
  setSelection(report: SelectionReport): void {
    this.#set('selection', JSON.stringify(report));
  }

  /** Says whether the run came to its end. */
  setComplete(complete: boolean): void {
    this.#set('complete', String(complete));
  }

  /**
   * Everything that was added is on disk when this returns.
   * @throws {RunError} where the disk is full or fails. What was committed before stays.
   */
  commit(): void {
    this.answers.save();
    this.#pack();
    if (this.#chunks.length === 0 && this.#others.length === 0) return;
    this.database.durableTransaction(() => {
      for (const other of this.#others.splice(0)) other();
      for (const { source, chunk } of this.#chunks.splice(0)) {
        this.database.run(
          'INSERT INTO tickets (first, count, source, body) VALUES (?, ?, ?, ?)',
          this.#next,
          chunk.count,
          source,
          chunk.body,
        );
        this.#next += chunk.count;
      }
    });
  }

  #put(table: 'revised' | 'sources' | 'failures', position: number, body: string): void {
    this.#others.push(() =>
      this.database.run(`INSERT OR REPLACE INTO ${table} (position, body) VALUES (?, ?)`, position, body),
    );
  }

  #set(key: 'selection' | 'complete', value: string): void {
    this.#others.push(() => this.database.run('INSERT OR REPLACE INTO run (key, value) VALUES (?, ?)', key, value));
  }

  #pack(): void {
    if (this.#packer.count > 0) this.#chunks.push({ source: this.#source, chunk: this.#packer.pack() });
  }
}

/**
 * Begins the record of a run.
 * @throws {RunError} where there is one already, the file cannot be made, or the earlier run is in use or damaged.
 */
export function createRun(path: string, configuration: RunConfiguration, { earlier }: CreateRunOptions = {}): RunStore {
  const database = new Database(path, { mode: 'create', exclusive: true });
  try {
    if (database.get('SELECT 1 FROM sqlite_schema') !== undefined)
      throw new RunError(`${path} is there already.`, { code: 'run-exists', hint: 'Name another folder.' });
    if (earlier !== undefined) {
      database.run('ATTACH ? AS earlier', earlier);
      // It is only read: whoever else reads it may.
      database.exec('PRAGMA earlier.locking_mode = NORMAL');
    }
    // All at once: a record without a configuration, or without the answers it was to take over, would be none.
    database.durableTransaction(() => {
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${STORE_VERSION}; ${TABLES}`);
      database.run("INSERT INTO run (key, value) VALUES ('configuration', ?)", JSON.stringify(configuration));
      if (earlier !== undefined) database.exec(COPY_EARLIER_ANSWERS);
    });
    if (earlier !== undefined) database.exec('DETACH earlier');
    return new RunStore(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens the record of a run to go on with it.
 * @throws {RunError} where there is none, it is in use, damaged or of a later version.
 */
export function openRun(path: string): RunStore {
  const database = new Database(path, { mode: 'write', exclusive: true });
  try {
    return new RunStore(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
}
