import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Finding } from '@tqrs/core';
import { type ExportFacts, type FieldAliases, openExport, type Ticket, TicketParseError } from '@tqrs/parser';
import { ConfigError } from '../config-error.ts';
import { whyUnreadable } from '../why-unreadable.ts';

/** Bytes that are read ahead. With fewer, a review waits for the disk between them. */
export const READ_AHEAD = 256 * 1024;

/** One export to be read. */
export interface Input {
  /** The path as it was given, or `standard input`. */
  readonly name: string;
  /** The name without its folders. */
  readonly shortName: string;
  /** Whether it can be read more than once. */
  readonly reopenable: boolean;
  open(): Readable;
  /** Present where the tickets come from an earlier run. */
  readonly kept?: KeptInput;
}

/** An export as an earlier run read it. */
export interface KeptInput {
  readonly facts: ExportFacts;
  /** Of its content. */
  readonly hash: string | null;
  tickets(): Iterable<Ticket>;
  /** What that run found out about a ticket, and what cannot be seen in it any more. */
  findingsOf(ticket: Ticket): readonly Finding[];
}

/** The exports behind the arguments of the command, and those that are not there. */
export interface Inputs {
  readonly found: readonly Input[];
  readonly problems: readonly TicketParseError[];
  /** Files of folders that are no exports, and why. */
  readonly skipped: readonly TicketParseError[];
}

/**
 * Resolves files, folders and `-`. A file named twice is read once.
 * @param names What the sources are to be called, as far as they are no folders.
 * @throws {ConfigError} where a source is an empty word.
 */
export async function findInputs(
  sources: readonly string[],
  aliases: FieldAliases,
  names: readonly string[] = [],
): Promise<Inputs> {
  const found = new Map<string, Input>();
  const problems: TicketParseError[] = [];
  const skipped: TicketParseError[] = [];
  for (const [index, source] of sources.entries()) {
    if (source.trim() === '') {
      throw new ConfigError('A source is empty.', { code: 'source-empty', hint: 'Name a file, a folder, or - .' });
    }
    if (source === '-') {
      found.set(source, named(standardInput(), names[index]));
      continue;
    }
    try {
      const behind = await filesBehind(source, aliases);
      const name = behind.isFolder ? undefined : names[index];
      for (const path of behind.exports) found.set(path, named(fileInput(path), name));
      skipped.push(...behind.others);
    } catch (error) {
      problems.push(TicketParseError.isInstance(error) ? (error as TicketParseError) : unreadable(source, error));
    }
  }
  return { found: [...found.values()], problems, skipped };
}

/** What stands behind a path: a file as it is, or the exports in a folder. */
interface Behind {
  readonly isFolder: boolean;
  readonly exports: readonly string[];
  readonly others: readonly TicketParseError[];
}

async function filesBehind(source: string, aliases: FieldAliases): Promise<Behind> {
  const info = await stat(source);
  if (!info.isDirectory()) return { isFolder: false, exports: [source], others: [] };
  const exports: string[] = [];
  const others: TicketParseError[] = [];
  const names = (await readdir(source)).filter((name) => !name.startsWith('.')).sort();
  for (const name of names) {
    const path = join(source, name);
    // One that is not there, such as a broken link, is told of when it is read.
    const isFile = await stat(path).then(
      (entry) => entry.isFile(),
      () => true,
    );
    if (!isFile) continue;
    const problem = await whyNoExport(path, aliases);
    if (problem === undefined) exports.push(path);
    else others.push(problem);
  }
  if (exports.length > 0) return { isFolder: true, exports, others };
  throw new TicketParseError(`${source}: the folder holds no export.`, {
    code: 'folder-without-exports',
    source,
    hint: 'Name a folder with exports in it (JSON, XML, CSV, Excel or PDF); folders inside it are not searched.',
    ...(others.length > 0 && { cause: others[0] }),
  });
}

/** Undefined where a file is an export by its content, or cannot be opened: reading it tells the reason then. */
async function whyNoExport(path: string, aliases: FieldAliases): Promise<TicketParseError | undefined> {
  const opened = await openExport(createReadStream(path), { source: path, aliases });
  await opened.close();
  return opened.problem?.error;
}

function named(input: Input, name: string | undefined): Input {
  return name === undefined ? input : { ...input, name, shortName: name };
}

function fileInput(path: string): Input {
  return {
    name: path,
    shortName: basename(path),
    reopenable: true,
    open: () => createReadStream(path, { highWaterMark: READ_AHEAD }),
  };
}

function standardInput(): Input {
  return { name: 'standard input', shortName: 'standard input', reopenable: false, open: () => process.stdin };
}

/** A file that the system does not let us read, in words. */
export function unreadable(source: string, error: unknown): TicketParseError {
  return new TicketParseError(`${source}: ${whyUnreadable(error)}.`, {
    code: 'file-unreadable',
    source,
    hint: 'Check the path and its permissions.',
    cause: error,
  });
}
