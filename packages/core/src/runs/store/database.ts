import { closeSync, existsSync, openSync } from 'node:fs';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { RunError } from '../run-error.ts';
import { describeSqliteError } from './sqlite-error.ts';

/** How long a lock is waited for, in milliseconds: until another process has seen that it was refused. */
const BUSY_MS = 500;
/** For the owner alone: a run holds what people wrote. */
const PRIVATE = 0o600;

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** How a database is opened. */
export interface OpenOptions {
  /** `create`: makes the file where it is missing. `read`: changes nothing. */
  readonly mode: 'create' | 'write' | 'read';
  /** Keeps every other process out as long as it is open. The system lifts the lock of a process that died. */
  readonly exclusive?: boolean;
}

/** A SQLite file whose errors are told in words, with statements that are prepared once. */
export class Database {
  readonly #path: string;
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #exclusive: boolean;

  /** @throws {RunError} where the file is not there, in use, damaged or cannot be opened. */
  constructor(path: string, { mode, exclusive = false }: OpenOptions) {
    this.#path = path;
    this.#exclusive = exclusive;
    if (mode === 'create') createPrivately(path);
    else if (!existsSync(path)) throw missing(path);
    // What a killed process left in the log has to be played back first.
    const readOnly = mode === 'read' && !existsSync(`${path}-wal`);
    this.#db = this.#tell(() => new (loadSqlite().DatabaseSync)(path, { readOnly, timeout: BUSY_MS }));
    try {
      if (mode !== 'read') this.#prepareToWrite(exclusive);
      else this.get('SELECT count(*) FROM sqlite_schema');
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  #prepareToWrite(exclusive: boolean): void {
    // The wait for a lock comes first: the change of the journal needs it already.
    this.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    if (exclusive) this.exec('PRAGMA locking_mode = EXCLUSIVE');
    this.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    if (exclusive) this.exec('BEGIN IMMEDIATE; COMMIT');
  }

  exec(sql: string): void {
    this.#tell(() => this.#db.exec(sql));
  }

  /** Runs a statement, and tells how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#tell(() => this.#statement(sql).run(...values)).changes);
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#tell(() => this.#statement(sql).get(...values));
  }

  all(sql: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#tell(() => this.#statement(sql).all(...values));
  }

  /**
   * All or nothing of `work` is kept, and survives the death of the process when this returns. It survives a power cut once a later
   * `durableTransaction` is done.
   */
  transaction(work: () => void): void {
    this.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.exec('COMMIT');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** All or nothing of `work` is kept, and survives a power cut when this returns, with everything that was kept before. */
  durableTransaction(work: () => void): void {
    this.exec('PRAGMA synchronous = FULL');
    try {
      this.transaction(work);
    } finally {
      this.exec('PRAGMA synchronous = NORMAL');
    }
  }

  /** Closes the file. One that nobody else had open is left a single file, which can be read where nothing can be written. */
  close(): void {
    if (!this.#db.isOpen) return;
    this.#statements.clear();
    try {
      if (this.#exclusive) this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
    } catch {
      // A full disk: the log stays beside the file, and whoever opens it next plays it back.
    } finally {
      this.#db.close();
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }

  #tell<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw describeSqliteError(error, this.#path);
    }
  }
}

/** Some versions of Node warn that it is experimental. Nobody at a terminal can do anything about that. */
function loadSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** SQLite gives its journals the mode of the file. */
function createPrivately(path: string): void {
  try {
    closeSync(openSync(path, 'wx', PRIVATE));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    throw new RunError(`${path} cannot be made: the system says ${code}.`, {
      code: 'run-unwritable',
      hint: 'Check the folder and its permissions.',
      cause: error,
    });
  }
}

function missing(path: string): RunError {
  return new RunError(`${path} is not there.`, {
    code: 'run-missing',
    hint: 'Name the folder that tqrs review wrote its run into, with --out.',
  });
}
