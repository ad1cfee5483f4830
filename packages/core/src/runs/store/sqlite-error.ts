import { RunError } from '../run-error.ts';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html. */
const BUSY = 5;
const LOCKED = 6;
const READ_ONLY = 8;
const IO = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NO_DATABASE = 26;

type Described = readonly [code: string, what: string, hint: string];

const TROUBLE: Readonly<Record<number, Described>> = {
  [BUSY]: ['run-in-use', 'another process is at work on it', 'Wait until that is done, or end it.'],
  [LOCKED]: ['run-in-use', 'another process is at work on it', 'Wait until that is done, or end it.'],
  [READ_ONLY]: ['run-unwritable', 'writing there is not allowed', 'Check the permissions of the folder and the file.'],
  [IO]: ['run-unwritable', 'the disk did not take it, or is full', 'Make room or check the disk, then go on.'],
  [FULL]: ['run-disk-full', 'the disk is full', 'Make room, then go on: everything saved before is there.'],
  [CORRUPT]: ['run-damaged', 'the file is damaged', 'Restore it from a copy, or review the export again.'],
  [NO_DATABASE]: ['run-damaged', 'the file is damaged or none of TQRS', 'Name the folder of a run.'],
  [CANNOT_OPEN]: ['run-unreadable', 'the file cannot be opened', 'Check the path and its permissions.'],
};

/** What SQLite says, in words. Every other error is given back as it is. */
export function describeSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  // The low byte is the primary code, the rest says more than a person needs.
  const known = TROUBLE[error.errcode & 0xff];
  if (known === undefined) return error;
  const [code, what, hint] = known;
  return new RunError(`${path}: ${what}.`, { code, hint, cause: error });
}
