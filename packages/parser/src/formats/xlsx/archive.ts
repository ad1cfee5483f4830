import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { Spool } from '../spool.ts';
import { findParts } from './find-parts.ts';
import type { PartPlace } from './part.ts';
import { rangeOf } from './spooled.ts';

/** The parts of a zip archive, by name. */
export interface Archive {
  readonly parts: ReadonlyMap<string, PartPlace>;
  /** `cut`: its directory is missing, and the parts were found one by one. */
  readonly state: 'whole' | 'cut' | 'encrypted';
}

/** More parts than a workbook has. */
const MOST_PARTS = 10_000;

/** Lists the parts of an archive by its directory, or without it where the archive was cut off. */
export async function openArchive(spool: Spool): Promise<Archive> {
  try {
    return await listParts(spool);
  } catch {
    return { parts: await findParts(spool), state: 'cut' };
  }
}

async function listParts(spool: Spool): Promise<Archive> {
  const zip = await yauzl.fromRandomAccessReaderPromise(new SpoolReader(spool), spool.size);
  const parts = new Map<string, PartPlace>();
  let state: Archive['state'] = 'whole';
  for await (const entry of zip.eachEntry()) {
    if (parts.size >= MOST_PARTS) break;
    if (entry.isEncrypted()) state = 'encrypted';
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    parts.set(entry.fileName, {
      name: entry.fileName,
      method: entry.compressionMethod,
      start: fileDataStart,
      end: fileDataStart + entry.compressedSize,
      crc32: entry.crc32,
    });
  }
  return { parts, state };
}

class SpoolReader extends yauzl.RandomAccessReader {
  readonly #spool: Spool;

  constructor(spool: Spool) {
    super();
    this.#spool = spool;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.#spool, start, end), { objectMode: false });
  }
}
