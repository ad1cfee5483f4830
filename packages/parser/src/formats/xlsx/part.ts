import { crc32, createInflateRaw } from 'node:zlib';
import { type InflateFault, inflate } from '../../bytes/inflate.ts';
import type { Spool } from '../spool.ts';
import { rangeOf } from '../spooled.ts';

const STORED = 0;
const DEFLATED = 8;

/** Where a part of a zip archive stands. */
export interface PartPlace {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly end: number;
  /** The checksum of its content, where the archive tells it. */
  readonly crc32: number | undefined;
  /** The source ends before the part does. */
  readonly isCut: boolean;
}

/** A part that is read. `fault` is known once the bytes have ended. */
export interface PartReading {
  readonly bytes: AsyncGenerator<Uint8Array, void, undefined>;
  readonly fault: InflateFault | 'method' | undefined;
}

/** Reads the content of a part. */
export function readPart(spool: Spool, { method, start, end, crc32: expected, isCut }: PartPlace): PartReading {
  let fault: PartReading['fault'];
  async function* read(): AsyncGenerator<Uint8Array, void, undefined> {
    if (method !== STORED && method !== DEFLATED) {
      fault = 'method';
      return;
    }
    const packed = rangeOf(spool, start, end);
    const inflation = method === DEFLATED ? inflate(packed, createInflateRaw()) : undefined;
    let sum = 0;
    for await (const chunk of inflation?.bytes ?? packed) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    fault = inflation?.fault ?? (expected !== undefined && expected !== sum ? 'damaged' : undefined);
    // Only what was cut off may end too early, and it has to.
    if (isCut) fault = fault === 'truncated' || inflation === undefined ? 'truncated' : 'damaged';
    else if (fault === 'truncated') fault = 'damaged';
  }
  return {
    bytes: read(),
    get fault() {
      return fault;
    },
  };
}

/** What is wrong with a part, found out by reading it to its end. */
export async function checkPart(spool: Spool, place: PartPlace): Promise<PartReading['fault']> {
  const reading = readPart(spool, place);
  for await (const _ of reading.bytes);
  return reading.fault;
}
