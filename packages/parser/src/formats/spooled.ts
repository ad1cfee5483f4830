import { Spool } from './spool.ts';

const CHUNK = 64 * 1024;

/**
 * Reads a source to its end, to read it again from any place. Close it.
 * @returns Undefined where the source is longer than `maxBytes`.
 */
export async function spoolSource(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Spool | undefined> {
  const spool = new Spool();
  let isKept = false;
  try {
    for await (const chunk of source) {
      await spool.append(chunk);
      if (spool.size > maxBytes) return undefined;
    }
    isKept = true;
    return spool;
  } finally {
    if (!isKept) await spool.close();
  }
}

/** The bytes from `start` to `end`, chunk by chunk, as far as there are any. */
export async function* rangeOf(spool: Spool, start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
  for (let at = start; at < Math.min(end, spool.size); at += CHUNK) {
    yield await bytesAt(spool, at, Math.min(end, at + CHUNK));
  }
}

/** The bytes from `start` to `end`, or as many of them as there are. */
export async function bytesAt(spool: Spool, start: number, end: number): Promise<Buffer> {
  const stop = Math.min(end, spool.size);
  return start < stop ? await spool.read(start, stop - start) : Buffer.alloc(0);
}
