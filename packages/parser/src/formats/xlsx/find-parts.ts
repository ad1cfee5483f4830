import type { Spool } from '../spool.ts';
import { bytesAt } from '../spooled.ts';
import type { PartPlace } from './part.ts';

const HEADER = Buffer.from('PK\u0003\u0004');
const DESCRIPTOR = Buffer.from('PK\u0007\u0008');
const HEADER_BYTES = 30;
const DESCRIPTOR_BYTES = 16;
const SIZES_FOLLOW = 0x08;
const STEP = 1024 * 1024;

/** Finds the parts of an archive that has no directory, one behind the other. The last one may be cut off. */
export async function findParts(spool: Spool): Promise<ReadonlyMap<string, PartPlace>> {
  const parts = new Map<string, PartPlace>();
  for (let at = 0; at < spool.size; ) {
    const header = await bytesAt(spool, at, at + HEADER_BYTES);
    if (header.length < HEADER_BYTES || !header.subarray(0, 4).equals(HEADER)) break;
    const nameLength = header.readUInt16LE(26);
    const start = at + HEADER_BYTES + nameLength + header.readUInt16LE(28);
    const name = (await bytesAt(spool, at + HEADER_BYTES, at + HEADER_BYTES + nameLength)).toString('utf8');
    const place = { name, method: header.readUInt16LE(8), start };
    if ((header.readUInt16LE(6) & SIZES_FOLLOW) === 0) {
      const end = start + header.readUInt32LE(18);
      const isCut = end > spool.size;
      parts.set(name, {
        ...place,
        end: Math.min(end, spool.size),
        crc32: isCut ? undefined : header.readUInt32LE(14),
        isCut,
      });
      at = end;
    } else {
      const descriptor = await findDescriptor(spool, start);
      const end = descriptor?.at ?? spool.size;
      parts.set(name, { ...place, end, crc32: descriptor?.crc32, isCut: descriptor === undefined });
      at = end + DESCRIPTOR_BYTES;
    }
  }
  return parts;
}

/** The descriptor that ends a part whose size was not known before: the one that tells the size that it stands at. */
async function findDescriptor(spool: Spool, start: number) {
  for (let from = start; from < spool.size; from += STEP) {
    const bytes = await bytesAt(spool, from, from + STEP + DESCRIPTOR_BYTES);
    for (let hit = bytes.indexOf(DESCRIPTOR); hit >= 0; hit = bytes.indexOf(DESCRIPTOR, hit + 1)) {
      if (hit + DESCRIPTOR_BYTES > bytes.length) break;
      if (bytes.readUInt32LE(hit + 8) === from + hit - start)
        return { at: from + hit, crc32: bytes.readUInt32LE(hit + 4) };
    }
  }
  return undefined;
}
