import { once } from 'node:events';
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
const HARMLESS_BYTES = 256 * 1024 * 1024;
/** What is inflated at once: it may become a thousand times as much. */
const STEP = 16 * 1024;

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
    inflater.on('error', (error) => {
      broken = error;
    });
    try {
      for await (const chunk of source) {
        for (let at = 0; at < chunk.byteLength; at += STEP) {
          const part = chunk.subarray(at, at + STEP);
          compressed += part.byteLength;
          await new Promise<void>((resolve) => {
            inflater.write(part, () => resolve());
          });
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
      // Whatever ends it: an `error` is noted above.
      await once(inflater, 'close').catch(() => undefined);
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
