import { createGunzip } from 'node:zlib';
import { type InflateFault, inflate } from '../bytes/inflate.ts';
import type { Spool } from './spool.ts';
import { rangeOf, spoolSource } from './spooled.ts';

/**
 * A source that is compressed, once or over again. Its checksum stands at its end, so it is spooled and looked through before
 * anything in it is believed: one wrong bit may change values anywhere behind it.
 */
export class CompressedSource {
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #layers: number;
  #spool: Spool | undefined;
  #fault: InflateFault | undefined;

  constructor(source: AsyncIterable<Uint8Array>, layers: number) {
    this.#source = source;
    this.#layers = layers;
  }

  /** What is wrong with the compression: known once it was checked. */
  get fault(): InflateFault | undefined {
    return this.#fault;
  }

  /** Reads the source to its end. One that was cut off is right as far as it goes. */
  async check(): Promise<void> {
    this.#spool = await spoolSource(this.#source, Number.POSITIVE_INFINITY);
    const { bytes, fault } = this.#unpack();
    for await (const _ of bytes);
    this.#fault = fault();
    if (this.#fault !== undefined && this.#fault !== 'truncated') await this.close();
  }

  /** What was compressed. Can be read once, and only after {@link check}. */
  async *bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* this.#unpack().bytes;
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    await this.#spool?.close();
    this.#spool = undefined;
  }

  #unpack(): { readonly bytes: AsyncIterable<Uint8Array>; fault(): InflateFault | undefined } {
    const packed = this.#spool === undefined ? nothing() : rangeOf(this.#spool, 0, this.#spool.size);
    return unpack(packed, this.#layers);
  }
}

/** The beginning of what is compressed, as far as the beginning of the source tells. */
export async function unpackedHead(head: Buffer, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of unpack(one(head), 1).bytes) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}

function unpack(source: AsyncIterable<Uint8Array>, layers: number) {
  const inflations = [inflate(source, createGunzip())];
  for (let layer = 1; layer < layers; layer++) {
    inflations.push(inflate(inflations.at(-1)?.bytes ?? nothing(), createGunzip()));
  }
  return {
    bytes: inflations.at(-1)?.bytes ?? nothing(),
    fault: () => inflations.map(({ fault }) => fault).find((fault) => fault !== undefined),
  };
}

async function* one(chunk: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield chunk;
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {}
