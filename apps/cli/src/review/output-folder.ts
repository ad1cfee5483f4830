import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { TqrsError } from '@tqrs/parser';
import { ConfigError } from '../config-error.ts';

/** Marks a folder as a run of TQRS, and says which of its entries the run wrote. */
const MARKER = 'tqrs-run.json';
/** A marker that is being written: a process that is killed leaves the old one or the new one, never a half. */
const NEXT_MARKER = `.${MARKER}.tmp`;

/** What becomes of what is in the folder. */
export interface FolderOptions {
  /** Writes among files that are no run's. */
  readonly force: boolean;
  /** Names that runs write. In the folder of a run that was killed, they are its own, whatever its marker says. */
  readonly own: readonly string[];
  /** An earlier run's entry that stays, with everything whose name begins alike: the run is gone on with. */
  readonly keep?: string;
}

/** A folder that a run may write into. */
export interface OutputFolder {
  readonly path: string;
  /** Marks the folder. `complete` says whether the run came to its end. */
  mark(complete: boolean): Promise<void>;
}

/**
 * Makes a folder ready for a run: a missing or empty one is used, an earlier run in it is removed, anything else is
 * refused unless `force` says to write among it.
 * @throws {ConfigError} where the folder is taken or cannot be written.
 */
export async function prepareOutputFolder(folder: string, { force, own, keep }: FolderOptions): Promise<OutputFolder> {
  const path = resolve(folder);
  return withClearErrors(folder, async () => {
    await makeFolder(path);
    const present = await readdir(path);
    if (present.length > 0) {
      const marked = (await entriesOfEarlierRun(path)) ?? (keep === undefined ? undefined : []);
      const isKept = (entry: string) => keep !== undefined && entry.startsWith(keep);
      const entries = marked && [...new Set([...marked, ...own, NEXT_MARKER])].filter((entry) => !isKept(entry));
      if (entries) await Promise.all(entries.map((entry) => rm(join(path, entry), { recursive: true, force: true })));
      else if (!force) throw taken(folder);
    }
    const others = new Set((await readdir(path)).filter((entry) => keep === undefined || !entry.startsWith(keep)));
    const mark = async (complete: boolean) => {
      const entries = (await readdir(path)).filter((entry) => !others.has(entry) && entry !== MARKER).sort();
      await writeFile(join(path, NEXT_MARKER), `${JSON.stringify({ schemaVersion: 1, complete, entries }, null, 2)}\n`);
      await rename(join(path, NEXT_MARKER), join(path, MARKER));
    };
    await mark(false);
    return { path, mark: (complete) => withClearErrors(folder, () => mark(complete)) };
  });
}

/**
 * Makes a folder and those above it, one by one: Node's own recursion need not end where a system answers "not found" to
 * the making of a folder, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  await makeFolder(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    // Another run may have been faster.
    if (!(await isFolder(path))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && path !== dirname(path)) return false;
    throw error;
  }
}

/** What an earlier run wrote, its marker included; undefined where the folder is no run of TQRS. */
async function entriesOfEarlierRun(path: string): Promise<string[] | undefined> {
  try {
    const { entries } = JSON.parse(await readFile(join(path, MARKER), 'utf8'));
    // The marker is a file like any other: it must not lead a removal out of the folder.
    const own = (entry: unknown): entry is string =>
      typeof entry === 'string' && entry !== '' && entry !== '.' && entry !== '..' && basename(entry) === entry;
    return Array.isArray(entries) ? [...entries.filter(own), MARKER] : undefined;
  } catch {
    return undefined;
  }
}

function taken(folder: string): ConfigError {
  return new ConfigError(`${folder} is not empty, and what is in it is not a TQRS report.`, {
    code: 'output-taken',
    hint: 'Name another folder with --out, or add --force to write the report among what is there.',
  });
}

const REASONS: Record<string, string> = {
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'a part of the path is a file',
  ENOENT: 'no folder can be made there',
  ENAMETOOLONG: 'the path is too long',
  EMFILE: 'too many files are open',
};

/** Runs `work` and says in words why the folder could not be written. */
export async function withClearErrors<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (TqrsError.isInstance(error) || code === undefined || syscall === undefined) throw error;
    const reason = REASONS[code] ?? `the system says ${code}`;
    throw new ConfigError(`The report cannot be written into ${folder}: ${reason}.`, {
      code: 'output-unwritable',
      hint: 'Name another folder with --out, or make room and run the command again.',
      cause: error,
    });
  }
}
