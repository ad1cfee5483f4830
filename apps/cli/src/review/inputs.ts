import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Finding } from '@tqrs/core';
import { type ExportFacts, type Ticket, TicketParseError } from '@tqrs/parser';
import { ConfigError } from '../config-error.ts';

/** Names of files in a folder that are taken for exports. */
const EXPORT_NAME = /\.(json|jsonl|ndjson)$/i;

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
}

/**
 * Resolves files, folders and `-`. A file named twice is read once.
 * @throws {ConfigError} where a source is an empty word.
 */
export async function findInputs(sources: readonly string[]): Promise<Inputs> {
  const found = new Map<string, Input>();
  const problems: TicketParseError[] = [];
  for (const source of sources) {
    if (source.trim() === '') {
      throw new ConfigError('A source is empty.', { code: 'source-empty', hint: 'Name a file, a folder, or - .' });
    }
    if (source === '-') {
      found.set(source, standardInput());
      continue;
    }
    try {
      for (const path of await filesBehind(source)) found.set(path, fileInput(path));
    } catch (error) {
      problems.push(TicketParseError.isInstance(error) ? (error as TicketParseError) : unreadable(source, error));
    }
  }
  return { found: [...found.values()], problems };
}

async function filesBehind(source: string): Promise<string[]> {
  const info = await stat(source);
  if (!info.isDirectory()) return [source];
  const names = (await readdir(source)).filter((name) => EXPORT_NAME.test(name)).sort();
  if (names.length > 0) return names.map((name) => join(source, name));
  throw new TicketParseError(`${source}: the folder holds no .json file.`, {
    code: 'folder-without-exports',
    source,
    hint: 'Name a folder with .json, .jsonl or .ndjson files; folders inside it are not searched.',
  });
}

function fileInput(path: string): Input {
  return { name: path, shortName: basename(path), reopenable: true, open: () => createReadStream(path) };
}

function standardInput(): Input {
  return { name: 'standard input', shortName: 'standard input', reopenable: false, open: () => process.stdin };
}

/** A file that the system does not let us read, in words. */
export function unreadable(source: string, error: unknown): TicketParseError {
  const { code } = error as NodeJS.ErrnoException;
  const why =
    code === 'ENOENT'
      ? 'there is no such file'
      : code === 'EACCES'
        ? 'reading it is not allowed'
        : `it cannot be read (${code})`;
  return new TicketParseError(`${source}: ${why}.`, {
    code: 'file-unreadable',
    source,
    hint: 'Check the path and its permissions.',
    cause: error,
  });
}
