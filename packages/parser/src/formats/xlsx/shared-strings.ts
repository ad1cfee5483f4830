import type { XmlHandler } from './read-xml.ts';
import { unescapeText } from './unescape-text.ts';

/** Texts of a workbook take so much at most, in bytes of UTF-8. */
const MOST_BYTES = 1024 * 1024 * 1024;
const FIRST_BLOCK = 64 * 1024;
const LARGEST_BLOCK = 16 * 1024 * 1024;

/** The texts that the cells of a workbook share. They are kept as bytes, which take a fraction of the memory of strings. */
export class SharedStrings implements XmlHandler {
  readonly #blocks: Buffer[] = [];
  /** For each text its block, and where it starts and ends there. */
  #places = new Uint32Array(3 * 1024);
  #count = 0;
  #used = 0;
  #bytes = 0;
  #text = '';
  #depth: 'none' | 'text' | 'phonetic' = 'none';

  /** Whether there is more text than can be kept. */
  get isFull(): boolean {
    return this.#bytes > MOST_BYTES;
  }

  /** The text with this position, or undefined where there is none. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    const [block = 0, start = 0, end = 0] = this.#places.subarray(3 * index, 3 * index + 3);
    return this.#blocks[block]?.toString('utf8', start, end);
  }

  open(name: string): void {
    if (name === 'si') this.#text = '';
    else if (name === 'rPh') this.#depth = 'phonetic';
    else if (name === 't' && this.#depth === 'none') this.#depth = 'text';
  }

  text(text: string): void {
    if (this.#depth === 'text' && !this.isFull) this.#text += text;
  }

  close(name: string): void {
    if (name === 'si') this.#add(unescapeText(this.#text));
    else if (name === 'rPh' || (name === 't' && this.#depth === 'text')) this.#depth = 'none';
  }

  #add(text: string): void {
    const bytes = Buffer.byteLength(text);
    this.#bytes += bytes;
    if (this.isFull) return;
    let block = this.#blocks.at(-1);
    if (block === undefined || block.length - this.#used < bytes) {
      const size = Math.min(LARGEST_BLOCK, Math.max(FIRST_BLOCK, 2 * (block?.length ?? 0)));
      block = Buffer.allocUnsafeSlow(Math.max(size, bytes));
      this.#blocks.push(block);
      this.#used = 0;
    }
    block.write(text, this.#used);
    if (3 * this.#count === this.#places.length) {
      const places = new Uint32Array(2 * this.#places.length);
      places.set(this.#places);
      this.#places = places;
    }
    this.#places.set([this.#blocks.length - 1, this.#used, this.#used + bytes], 3 * this.#count);
    this.#count++;
    this.#used += bytes;
  }
}
