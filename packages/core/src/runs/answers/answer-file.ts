import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AnswerCache, storedAnswerSchema } from '../../judge/model/asking/answer-cache.ts';
import { Database } from '../store/database.ts';

/** How a cache is kept. */
export interface AnswerFileOptions {
  /** Answers that were not used for so long are thrown away. In days. */
  readonly maxDays: number;
  /** The most that answers may take, in bytes. Beyond that the longest unused ones go. */
  readonly maxBytes: number;
  /** Is told, once, why the cache is of no use. A run goes on without it. */
  readonly onTrouble: (error: unknown) => void;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
}

/** Answers of a model that are kept across runs. Several processes may use them at the same time. */
export interface AnswerFile extends AnswerCache {
  close(): void;
}

const FILE = 'answers.sqlite';
const DAY_MS = 86_400_000;
const TABLE = `
CREATE TABLE IF NOT EXISTS answers (
  key TEXT PRIMARY KEY, used INTEGER NOT NULL, bytes INTEGER NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answers_by_use ON answers (used);
`;
/** Room that is made at once, so that it need not be made for every answer. */
const SLACK = 0.9;

/**
 * Opens the cache in a folder, which is made where it is missing. Nothing about it ever fails a run: one that cannot be opened, read
 * or written is left alone, and what it holds counts as missing where it does not fit.
 */
export function openAnswerFile(folder: string, options: AnswerFileOptions): AnswerFile {
  const { maxDays, maxBytes, onTrouble, now = Date.now } = options;
  let database: Database | undefined;
  let written = 0;

  /** Tells the first trouble, and leaves the file alone from then on. */
  const careful = <Result>(work: (open: Database) => Result): Result | undefined => {
    try {
      return database === undefined ? undefined : work(database);
    } catch (error) {
      const broken = database;
      database = undefined;
      onTrouble(error);
      broken?.close();
      return undefined;
    }
  };

  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = new Database(join(folder, FILE), { mode: 'create' });
  } catch (error) {
    onTrouble(error);
  }
  careful((open) => {
    open.exec(TABLE);
    open.run('DELETE FROM answers WHERE used < ?', now() - maxDays * DAY_MS);
    makeRoom(open, maxBytes);
  });

  return {
    get: (key) =>
      careful((open) => {
        const row = open.get('SELECT body FROM answers WHERE key = ?', key);
        if (row === undefined) return undefined;
        const parsed = storedAnswerSchema.safeParse(parseJson(String(row.body)));
        if (!parsed.success) return undefined;
        open.run('UPDATE answers SET used = ? WHERE key = ?', now(), key);
        return parsed.data;
      }),
    set(key, answer) {
      careful((open) => {
        const body = JSON.stringify(answer);
        const bytes = Buffer.byteLength(body);
        open.run(
          'INSERT OR REPLACE INTO answers (key, used, bytes, body) VALUES (?, ?, ?, ?)',
          key,
          now(),
          bytes,
          body,
        );
        written += bytes;
        if (written < maxBytes * (1 - SLACK)) return;
        written = 0;
        makeRoom(open, maxBytes);
      });
    },
    close() {
      careful((open) => open.close());
      database = undefined;
    },
  };
}

/** Throws away what was not used for the longest time, where answers take more than they may. */
function makeRoom(database: Database, maxBytes: number): void {
  const total = Number(database.get('SELECT coalesce(sum(bytes), 0) AS bytes FROM answers')?.bytes);
  if (total <= maxBytes) return;
  database.run(
    `DELETE FROM answers WHERE key IN (
      SELECT key FROM (SELECT key, sum(bytes) OVER (ORDER BY used DESC, key) AS kept FROM answers) WHERE kept > ?
    )`,
    Math.floor(maxBytes * SLACK),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
