/** Bytes or text, whole or in chunks of any size. A string is the text itself, never a path. */
export type ByteSource =
  | string
  | Uint8Array
  | Iterable<Uint8Array | string>
  | AsyncIterable<Uint8Array | string>
  | ReadableStream<Uint8Array | string>;

/** The bytes of a source, chunk by chunk. Ending the iteration early closes the source. */
export async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  if (typeof source === 'string') {
    yield Buffer.from(source, 'utf8');
    return;
  }
  if (source instanceof Uint8Array) {
    yield source;
    return;
  }
  let heldBack = '';
  for await (const chunk of source as AsyncIterable<Uint8Array | string>) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    const text = heldBack + chunk;
    // A text chunk may end between the two halves of a surrogate pair, which cannot be encoded apart.
    const cut = endsWithHighSurrogate(text) ? text.length - 1 : text.length;
    heldBack = text.slice(cut);
    if (cut > 0) yield Buffer.from(text.slice(0, cut), 'utf8');
  }
  if (heldBack !== '') yield Buffer.from(heldBack, 'utf8');
}

function endsWithHighSurrogate(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}
