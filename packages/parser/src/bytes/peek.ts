/** The beginning of a source, and all of it from the start. */
export interface Peeked {
  readonly head: Buffer;
  /** All bytes, from the first. Can be read once; leaving it early closes the source. */
  readonly bytes: AsyncGenerator<Uint8Array, void, undefined>;
  /** Closes the source. Needed only where `bytes` are not read. */
  close(): Promise<void>;
}

/**
 * Looks at the beginning of a source: as many bytes as asked for, or all that there are. An error of the source is thrown by
 * `bytes`, behind the bytes that came before it.
 */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  length: number,
  isEnough: (head: Buffer) => boolean = () => false,
): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let ended = false;
  let failure: { readonly error: unknown } | undefined;
  try {
    while (head.length < length && !ended && !(head.length > 0 && isEnough(head))) {
      const { done, value } = await iterator.next();
      if (done) ended = true;
      // A copy: whoever made the chunk may use its memory again.
      else head = Buffer.concat([head, value]);
    }
  } catch (error) {
    failure = { error };
  }
  async function close(): Promise<void> {
    if (ended || failure !== undefined) return;
    ended = true;
    await iterator.return?.();
  }
  async function* replay(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      if (head.length > 0) yield head;
      if (failure !== undefined) throw failure.error;
      while (!ended) {
        const { done, value } = await iterator.next();
        if (done) ended = true;
        else yield value;
      }
    } finally {
      await close();
    }
  }
  return { head, bytes: replay(), close };
}
