import type { ExportFacts } from '@tqrs/parser';
import { TqrsError } from '@tqrs/parser';
import type { ReviewResult } from '../../review/create-reviewer.ts';
import type { SelectionReport } from '../../selection/schema.ts';
import { type RunConfiguration, runConfigurationSchema } from '../configuration.ts';
import { RunError } from '../run-error.ts';
import { type Database, Database as SqliteDatabase } from './database.ts';
import { APPLICATION_ID, STORE_VERSION } from './schema.ts';
import { linesOf, type StoredTicket, unpackTicket } from './stored-ticket.ts';

/** The name of a run's record in its folder. */
export const RUN_FILE = 'run.sqlite';

/** An export of a run as it was read. */
export interface StoredSource {
  /** Without its folders. */
  readonly name: string;
  /** What it carries. */
  readonly facts: ExportFacts;
}

/** A finished ticket in its place. */
export interface PlacedTicket {
  /** Among the tickets of the run, from 0. */
  readonly position: number;
  /** Which of the run's sources it comes from. */
  readonly source: number;
  readonly stored: StoredTicket;
}

/** The record of a run, to be read. */
export class RunRecord {
  readonly configuration: RunConfiguration;
  protected readonly database: Database;
  /** The chunk that was read last by position. */
  #chunk: { readonly first: number; readonly lines: readonly string[] } | undefined;

  /** @throws {RunError} where the file is no run, or one of a later version. */
  constructor(database: Database, path: string) {
    this.database = database;
    this.configuration = readConfiguration(database, path);
  }

  /** Whether the run came to its end. */
  get isComplete(): boolean {
    return this.database.get("SELECT 1 FROM run WHERE key = 'complete' AND value = 'true'") !== undefined;
  }

  /** Which tickets of the exports were reviewed. Undefined: all of them, or the run did not get so far. */
  get selection(): SelectionReport | undefined {
    const row = this.database.get("SELECT value FROM run WHERE key = 'selection'");
    return row && JSON.parse(String(row.value));
  }

  /** Tickets that are finished. */
  get count(): number {
    return Number(this.database.get('SELECT coalesce(max(first + count), 0) AS tickets FROM tickets')?.tickets);
  }

  /** The exports, as far as they were begun. */
  sources(): StoredSource[] {
    return this.database.all('SELECT body FROM sources ORDER BY position').map(({ body }) => JSON.parse(String(body)));
  }

  /** Records that could not be read, in the words of whoever ran the review. */
  failures(): unknown[] {
    return this.database.all('SELECT body FROM failures ORDER BY position').map(({ body }) => JSON.parse(String(body)));
  }

  /** The finished tickets in order, of one source or of all. At most one chunk is in memory. */
  *tickets(source?: number): Generator<PlacedTicket, void, undefined> {
    let first: number | undefined = 0;
    while (first !== undefined) {
      const chunk = this.database.get('SELECT count, source, body FROM tickets WHERE first = ?', first);
      if (chunk === undefined) return;
      const isWanted = source === undefined || source === Number(chunk.source);
      const revised = isWanted ? this.#revised(first, Number(chunk.count)) : new Map<number, StoredTicket>();
      const lines = isWanted ? linesOf(chunk.body as Uint8Array) : [];
      for (const [index, line] of lines.entries()) {
        const position: number = first + index;
        yield { position, source: Number(chunk.source), stored: revised.get(position) ?? unpackTicket(line) };
      }
      first += Number(chunk.count);
    }
  }

  /** The finished ticket at a position. Undefined where there is none (yet). The chunk that it is in stays in memory until the next. */
  ticket(position: number): PlacedTicket | undefined {
    const at = this.database.get(
      'SELECT first, count, source FROM tickets WHERE first <= ? ORDER BY first DESC LIMIT 1',
      position,
    );
    const first = Number(at?.first);
    if (at === undefined || position >= first + Number(at.count)) return undefined;
    const line = this.#linesAt(first)[position - first];
    const stored = this.#revised(position, 1).get(position) ?? (line === undefined ? undefined : unpackTicket(line));
    return stored && { position, source: Number(at.source), stored };
  }

  close(): void {
    this.database.close();
  }

  #linesAt(first: number): readonly string[] {
    if (this.#chunk?.first === first) return this.#chunk.lines;
    const body = this.database.get('SELECT body FROM tickets WHERE first = ?', first)?.body as Uint8Array;
    this.#chunk = { first, lines: linesOf(body) };
    return this.#chunk.lines;
  }

  #revised(first: number, count: number): Map<number, StoredTicket> {
    const rows = this.database.all(
      'SELECT position, body FROM revised WHERE position >= ? AND position < ?',
      first,
      first + count,
    );
    return new Map(rows.map(({ position, body }) => [Number(position), JSON.parse(String(body))]));
  }
}

/**
 * Opens the record of a run to read it.
 * @throws {RunError} where there is none, it is in use, damaged or of a later version.
 */
export function readRun(path: string): RunRecord {
  const database = new SqliteDatabase(path, { mode: 'read' });
  try {
    return new RunRecord(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What a review came to, from what is stored of it. */
export function resultOf(stored: StoredTicket): ReviewResult {
  if (!('failed' in stored)) {
    const { ticket, scorecards, sent } = stored;
    return { ticket, scorecards, ...(sent !== undefined && { sent }) };
  }
  const { code, message, hint } = stored.failed;
  return { error: new TqrsError(message, { code, ...(hint !== undefined && { hint }) }) };
}

function readConfiguration(database: Database, path: string): RunConfiguration {
  const notARun = () =>
    new RunError(`${path} is not the record of a run.`, { code: 'run-damaged', hint: 'Name the folder of a run.' });
  if (database.get('SELECT 1 FROM sqlite_schema') === undefined)
    throw new RunError(`${path} holds no run yet: it was ended while it began.`, {
      code: 'run-missing',
      hint: 'Begin it again.',
    });
  if (database.get('PRAGMA application_id')?.application_id !== APPLICATION_ID) throw notARun();
  const version = Number(database.get('PRAGMA user_version')?.user_version);
  if (version > STORE_VERSION)
    throw new RunError(`${path} was written by a later version of TQRS.`, {
      code: 'run-too-new',
      hint: 'Use that version, or a later one.',
    });
  const row = database.get("SELECT value FROM run WHERE key = 'configuration'");
  const parsed = runConfigurationSchema.safeParse(row === undefined ? undefined : JSON.parse(String(row.value)));
  if (!parsed.success) throw notARun();
  return parsed.data;
}
