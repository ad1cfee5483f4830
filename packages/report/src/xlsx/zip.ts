import { Zip, ZipDeflate } from 'fflate';
import type { OpenBinaryFile } from '../sinks/sinks.ts';

/** Writes a zip archive as its parts come, so that memory does not grow with them. */
export class ZipWriter {
  readonly #file: OpenBinaryFile;
  readonly #zip: Zip;
  readonly #time: Date;
  #ready: Uint8Array[] = [];
  #failure: Error | undefined;

  /** `time` stands at every part, so that the same parts give the same bytes. */
  constructor(file: OpenBinaryFile, time: Date) {
    this.#file = file;
    this.#time = time;
    this.#zip = new Zip((error, bytes) => {
      if (error) this.#failure ??= error;
      else this.#ready.push(bytes);
    });
  }

  /** Adds a part. */
  async add(path: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const part = new ZipDeflate(path, { level: 6 });
    part.mtime = this.#time;
    this.#zip.add(part);
    for await (const text of texts) {
      part.push(Buffer.from(text, 'utf8'));
      await this.#write();
    }
    part.push(new Uint8Array(0), true);
    await this.#write();
  }

  /** Ends the archive and its file. */
  async close(): Promise<void> {
    this.#zip.end();
    await this.#write();
    await this.#file.close();
  }

  async #write(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    for (const bytes of this.#ready.splice(0)) await this.#file.write(bytes);
  }
}
