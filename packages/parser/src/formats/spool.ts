import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TqrsError } from '../errors.ts';

const MEMORY_BYTES = 16 * 1024 * 1024;
const WINDOW_BYTES = 64 * 1024;

/**
 * Bytes that have to be read again, in memory while they are few, then in a temporary file that has no name any more, so
 * that nothing is left behind whatever happens.
 */
export class Spool {
  readonly #memoryBytes: number;
  readonly #folder: string;
  /** The bytes that are not in the file yet: the first `#used` of it, from `#flushed` on. */
  #memory = Buffer.allocUnsafe(0);
  #used = 0;
  #flushed = 0;
  #file: FileHandle | undefined;
  #path: string | undefined;
  #window: { readonly at: number; readonly bytes: Buffer } = { at: 0, bytes: Buffer.allocUnsafe(0) };

  /** `folder`: where the file goes, if there has to be one. */
  constructor(memoryBytes: number = MEMORY_BYTES, folder: string = tmpdir()) {
    this.#memoryBytes = memoryBytes;
    this.#folder = folder;
  }

  /** How many bytes it holds. */
  get size(): number {
    return this.#flushed + this.#used;
  }

  /** Adds bytes, and says where they begin. */
  async append(bytes: Uint8Array): Promise<number> {
    const start = this.size;
    if (this.#used + bytes.byteLength > this.#memoryBytes) await this.#flush();
    if (bytes.byteLength > this.#memoryBytes) {
      await this.#write(bytes);
      return start;
    }
    const needed = this.#used + bytes.byteLength;
    if (needed > this.#memory.length) {
      const grown = Buffer.allocUnsafe(Math.min(this.#memoryBytes, Math.max(needed, 2 * this.#memory.length)));
      this.#memory.copy(grown, 0, 0, this.#used);
      this.#memory = grown;
    }
    this.#memory.set(bytes, this.#used);
    this.#used = needed;
    return start;
  }

  /** Bytes that were added. Use them before the next call. */
  async read(start: number, length: number): Promise<Buffer> {
    if (start >= this.#flushed) return this.#memory.subarray(start - this.#flushed, start - this.#flushed + length);
    const { at, bytes } = this.#window;
    if (start < at || start + length > at + bytes.length) {
      // What is read next mostly stands near: before it, or behind it.
      const from = Math.max(0, start - WINDOW_BYTES / 2);
      const to = Math.min(this.#flushed, Math.max(start + length, from + WINDOW_BYTES));
      this.#window = { at: from, bytes: await this.#readFile(from, to - from) };
    }
    return this.#window.bytes.subarray(start - this.#window.at, start - this.#window.at + length);
  }

  /** All bytes from the beginning, in chunks that stay as they are. */
  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    for (let at = 0; at < this.#flushed; at += WINDOW_BYTES) {
      yield await this.#readFile(at, Math.min(WINDOW_BYTES, this.#flushed - at));
    }
    for (let at = 0; at < this.#used; at += WINDOW_BYTES) {
      yield this.#memory.subarray(at, Math.min(at + WINDOW_BYTES, this.#used));
    }
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
    if (this.#path !== undefined) await rm(this.#path, { force: true }).catch(() => undefined);
    this.#memory = Buffer.allocUnsafe(0);
  }

  async #flush(): Promise<void> {
    if (this.#used === 0) return;
    const used = this.#used;
    await this.#write(this.#memory.subarray(0, used));
    this.#used = 0;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    try {
      this.#file ??= await this.#create();
      await this.#file.writeFile(bytes);
    } catch (cause) {
      const hint = 'Free space in that folder, or name another one in the environment variable TMPDIR.';
      throw new TqrsError(`A temporary file in ${this.#folder} cannot be written.`, {
        code: 'spool-write',
        hint,
        cause,
      });
    }
    this.#flushed += bytes.byteLength;
  }

  async #create(): Promise<FileHandle> {
    this.#path = join(this.#folder, `tqrs-${randomUUID()}.tmp`);
    const file = await open(this.#path, 'wx+', 0o600);
    // Not everywhere can an open file lose its name; there, close() removes it.
    await rm(this.#path, { force: true }).catch(() => undefined);
    return file;
  }

  async #readFile(start: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const read = await this.#file?.read(bytes, filled, length - filled, start + filled);
      if (read === undefined || read.bytesRead === 0) throw new Error('The temporary file ends too early.');
      filled += read.bytesRead;
    }
    return bytes;
  }
}
