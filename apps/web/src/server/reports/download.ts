import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { FORMAT_IDS, FORMATS, type FormatId } from '@tqrs/report';
import { ApiError, notFound } from '../http/api-error.ts';
import { pagesIn, type ZipEntry, zipOf } from './zip-folder.ts';

/** An archive in the format that every program reads has room for fewer. */
const MOST_PAGES = 60_000;

/** A report as a file. */
export interface Download {
  /** A safe name for it. */
  readonly name: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
  /** Its length, where it is known before. */
  readonly length: number | undefined;
}

/**
 * A report of a run.
 * @param folder Holds the report of one rubric.
 * @param title Begins its name: letters, digits and hyphens.
 * @throws {ApiError} where there is none of that format.
 */
export async function openDownload(folder: string, format: string, title: string): Promise<Download> {
  const id = FORMAT_IDS.find((known) => known === format);
  if (id === undefined) throw notFound('format', 'format-unknown');
  const { entry } = FORMATS[id];
  if (extname(entry) === '.html') {
    const entries = await pagesOf(folder, id);
    if (entries.length === 0) throw missing();
    if (entries.length > MOST_PAGES)
      throw new ApiError(413, 'too-many-pages', 'The report has too many pages for an archive.', 'Take the workbook.');
    return { name: `${title}-${id}.zip`, bytes: zipOf(entries), length: undefined };
  }
  const path = join(folder, entry);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw missing();
  return { name: `${title}${extname(entry)}`, bytes: bytesOf(path), length: found.size };
}

async function pagesOf(folder: string, id: FormatId): Promise<ZipEntry[]> {
  if (id === 'coaching') return pagesIn(join(folder, 'coaching'));
  const tickets = await pagesIn(join(folder, 'tickets'));
  return [...(await pagesIn(folder)), ...tickets.map(({ path, name }) => ({ path, name: `tickets/${name}` }))];
}

/** Opened once somebody reads it, and closed when they are gone. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

function missing(): ApiError {
  return new ApiError(409, 'report-missing', 'The report is not there yet.', 'It is written when the run ends.');
}
