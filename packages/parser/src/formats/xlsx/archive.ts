import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { Spool } from '../spool.ts';
import { bytesAt, rangeOf } from '../spooled.ts';
import { findParts } from './find-parts.ts';
import type { PartPlace } from './part.ts';

/** The parts of a zip archive, by name. */
export interface Archive {
  readonly parts: ReadonlyMap<string, PartPlace>;
  /** `cut`: it ends too early, before its directory. */
  readonly state: 'whole' | 'cut' | 'encrypted';
}

/** More parts than a workbook has. */
const MOST_PARTS = 10_000;

/** What ends an archive, before a comment of up to 64 KiB. */
const END = Buffer.from('PK\u0005\u0006');
const LONGEST_END = 66_000;

/** Lists the parts of an archive by its directory, or one by one where that is missing or damaged. */
export async function openArchive(spool: Spool): Promise<Archive> {
  try {
    return await listParts(spool);
  } catch {
    const parts = await findParts(spool);
    const tail = await bytesAt(spool, Math.max(0, spool.size - LONGEST_END), spool.size);
    return { parts, state: tail.includes(END) ? 'whole' : 'cut' };
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
      isCut: false,
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
