import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is kept in memory. Longer sources go to a temporary file. */
const IN_MEMORY_BYTES = 32 * 1024 * 1024;
const CHUNK = 64 * 1024;

/** A source that was read to its end, to be read again from any place. Close it. */
export class Spool {
  #memory: Buffer;
  #file: TemporaryFile | undefined;
  #size: number;

  private constructor(memory: Buffer, file: TemporaryFile | undefined, size: number) {
    this.#memory = memory;
    this.#file = file;
    this.#size = size;
  }

  /**
   * Reads a source to its end, or up to a limit.
   * @returns Undefined where the source is longer than `maxBytes`; it is closed then.
   */
  static async of(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Spool | undefined> {
    let chunks: Uint8Array[] = [];
    let file: TemporaryFile | undefined;
    let size = 0;
    try {
      for await (const chunk of source) {
        size += chunk.byteLength;
        if (size > maxBytes) {
          await file?.remove();
          return undefined;
        }
        if (file === undefined && size > IN_MEMORY_BYTES) {
          file = await TemporaryFile.create();
          await file.append(Buffer.concat(chunks));
          chunks = [];
        }
        if (file !== undefined) await file.append(chunk);
        // A copy: whoever made the chunk may use its memory again.
        else chunks.push(Buffer.from(chunk));
      }
    } catch (error) {
      await file?.remove();
      throw error;
    }
    return new Spool(Buffer.concat(chunks), file, size);
  }

  /** In bytes. */
  get size(): number {
    return this.#size;
  }

  /** The bytes from `start` to `end`, chunk by chunk. */
  async *range(start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
    const stop = Math.min(end, this.#size);
    for (let at = start; at < stop; at += CHUNK) yield await this.read(at, Math.min(stop, at + CHUNK));
  }

  /** The bytes from `start` to `end`, or as many of them as there are. */
  async read(start: number, end: number): Promise<Buffer> {
    return this.#file === undefined ? this.#memory.subarray(start, end) : this.#file.read(start, end);
  }

  async close(): Promise<void> {
    this.#memory = Buffer.alloc(0);
    await this.#file?.remove();
    this.#file = undefined;
  }
}

/** A file that only this user can read, and that is gone when it is removed or the process ends in order. */
class TemporaryFile {
  readonly #folder: string;
  readonly #handle: FileHandle;

  private constructor(folder: string, handle: FileHandle) {
    this.#folder = folder;
    this.#handle = handle;
  }

  static async create(): Promise<TemporaryFile> {
    const folder = await mkdtemp(join(tmpdir(), 'tqrs-'));
    const handle = await open(join(folder, 'export'), 'wx+', 0o600);
    // Where the system allows it, the name goes at once, so that nothing stays behind whatever happens.
    if (process.platform !== 'win32') await rm(folder, { recursive: true });
    return new TemporaryFile(folder, handle);
  }

  async append(chunk: Uint8Array): Promise<void> {
    await this.#handle.appendFile(chunk);
  }

  async read(start: number, end: number): Promise<Buffer> {
    const buffer = Buffer.alloc(end - start);
    const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, start);
    return buffer.subarray(0, bytesRead);
  }

  async remove(): Promise<void> {
    await this.#handle.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
