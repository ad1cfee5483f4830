import type { Gunzip, InflateRaw } from 'node:zlib';

/** Why inflating ended before the end of the data. */
export type InflateFault = 'truncated' | 'damaged' | 'bomb';

/** Compressed data that is read. `fault` is known once the bytes have ended. */
export interface Inflation {
  readonly bytes: AsyncGenerator<Uint8Array, void, undefined>;
  readonly fault: InflateFault | undefined;
}

/** Exports come to a tenth or a fiftieth of their size; a bomb to a thousandth. Small ones do no harm. */
const MOST_EXPANSION = 400;
const HARMLESS_BYTES = 64 * 1024 * 1024;
/** What is inflated at once. It may become a thousand times as much; where it is damaged, nothing of it comes out. */
const STEP = 4 * 1024;
/** The checksum at the end is looked at on its own, so that a wrong one does not hold back the data before it. */
const CHECKSUM_BYTES = 8;

/** Whether so much data from so little is a trap. */
export function isBomb(compressed: number, inflated: number): boolean {
  return inflated > HARMLESS_BYTES && inflated > compressed * MOST_EXPANSION;
}

/**
 * Inflates a source chunk by chunk, so that everything before damage comes out. Errors of the source pass through; what is
 * wrong with the data is told as `fault`.
 */
export function inflate(source: AsyncIterable<Uint8Array>, inflater: Gunzip | InflateRaw): Inflation {
  let fault: InflateFault | undefined;
  async function* read(): AsyncGenerator<Uint8Array, void, undefined> {
    let out: Uint8Array[] = [];
    let compressed = 0;
    let inflated = 0;
    let broken: Error | undefined;
    inflater.on('data', (chunk: Uint8Array) => out.push(chunk));
    const closed = new Promise<void>((resolve) => {
      inflater.on('error', (error) => {
        broken = error;
      });
      inflater.on('close', resolve);
    });
    try {
      for await (const chunk of withTailApart(source, CHECKSUM_BYTES)) {
        for (let at = 0; at < chunk.byteLength; at += STEP) {
          const part = chunk.subarray(at, at + STEP);
          compressed += part.byteLength;
          // Where the data is damaged, a write is never answered.
          await Promise.race([closed, new Promise<void>((resolve) => inflater.write(part, () => resolve()))]);
          const ready = out;
          out = [];
          for (const bytes of ready) {
            inflated += bytes.byteLength;
            yield bytes;
          }
          if (isBomb(compressed, inflated)) fault = 'bomb';
          else if (broken !== undefined) fault = 'damaged';
          if (fault !== undefined) return;
        }
      }
      inflater.end();
      await closed;
      yield* out;
      if (broken !== undefined) fault = isTruncation(broken) ? 'truncated' : 'damaged';
    } finally {
      inflater.destroy();
    }
  }
  return {
    bytes: read(),
    get fault() {
      return fault;
    },
  };
}

function isTruncation(error: Error): boolean {
  return 'code' in error && error.code === 'Z_BUF_ERROR';
}

/** The chunks of a source, the last bytes in a chunk of their own. */
async function* withTailApart(source: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let tail: Uint8Array = new Uint8Array(0);
  for await (const chunk of source) {
    const all = tail.byteLength === 0 ? chunk : Buffer.concat([tail, chunk]);
    const cut = Math.max(0, all.byteLength - length);
    if (cut > 0) yield all.subarray(0, cut);
    // A copy: whoever made the chunk may use its memory again.
    tail = Buffer.from(all.subarray(cut));
  }
  if (tail.byteLength > 0) yield tail;
}
