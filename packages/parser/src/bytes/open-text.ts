import { HEAD_BYTES, textEncoding, Utf16Transcoder } from './encoding.ts';
import { peek } from './peek.ts';

/** A text as bytes that ASCII can be read from: UTF-8, or an encoding that the bytes alone do not tell. */
export interface OpenedText {
  /** Without a byte order mark. Can be read once; leaving it early closes the source. */
  readonly bytes: AsyncGenerator<Uint8Array, void, undefined>;
  /** `utf-8` where a byte order mark says so, or the text was UTF-16. */
  readonly encoding: 'utf-8' | undefined;
}

/** Opens a text, and turns UTF-16 into UTF-8. */
export async function openText(input: AsyncIterable<Uint8Array>): Promise<OpenedText> {
  const { head, bytes: source } = await peek(input, HEAD_BYTES);
  const { encoding, skip } = textEncoding(head);
  const rest = skipping(source, skip);
  const bytes = encoding === 'utf-8' ? rest : transcoded(rest, encoding);
  return { bytes, encoding: skip > 0 || encoding !== 'utf-8' ? 'utf-8' : undefined };
}

/** A source without its first bytes. */
export async function* skipping(
  source: AsyncIterable<Uint8Array>,
  count: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = count;
  for await (const chunk of source) {
    const body = left > 0 ? chunk.subarray(left) : chunk;
    left -= Math.min(left, chunk.byteLength);
    if (body.byteLength > 0) yield body;
  }
}

async function* transcoded(
  source: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Uint8Array, void, undefined> {
  const transcoder = new Utf16Transcoder(encoding);
  for await (const chunk of source) yield transcoder.push(chunk);
  yield transcoder.end();
}
