import type { Text } from './sinks.ts';

/** Text is gathered up to this many bytes before it is written. */
const FULL = 64 * 1024;
const CAPACITY = 2 * FULL;
/** UTF-8 takes up to so many bytes for a UTF-16 unit. */
const MOST_BYTES_PER_UNIT = 3;

/** Gathers text as UTF-8 outside of the heap: joined to a long string, it would be copied several times on its way. */
export class TextBuffer {
  #bytes: Buffer | undefined;
  #length = 0;

  /** Enough is gathered to be written. */
  get isFull(): boolean {
    return this.#length >= FULL;
  }

  add(text: Text): void {
    const bytes = this.#withRoomFor(typeof text === 'string' ? text.length * MOST_BYTES_PER_UNIT : text.length);
    if (typeof text === 'string') this.#length += bytes.write(text, this.#length);
    else {
      bytes.set(text, this.#length);
      this.#length += text.length;
    }
  }

  /** Has what was gathered written, if there is any. What is added meanwhile goes into other memory. */
  async flush(write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    const bytes = this.#bytes;
    if (bytes === undefined || this.#length === 0) return;
    const gathered = bytes.subarray(0, this.#length);
    this.#bytes = undefined;
    this.#length = 0;
    await write(gathered);
    if (bytes.length === CAPACITY) this.#bytes ??= bytes;
  }

  #withRoomFor(length: number): Buffer {
    const most = this.#length + length;
    this.#bytes ??= Buffer.allocUnsafeSlow(Math.max(CAPACITY, most));
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * most);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}
