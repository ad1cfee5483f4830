import { Spool } from '../spool.ts';
import type { XmlHandler } from './read-xml.ts';
import { unescapeText } from './unescape-text.ts';

/** Texts up to this length are kept at hand: values such as a state or a name come in every row. */
const SHORT = 120;
/** Short texts take so many characters at most. The rest is treated as long ones are. */
const MOST_SHORT_CHARACTERS = 32 * 1024 * 1024;

/** Where a long text stands. */
export interface SpooledText {
  readonly start: number;
  readonly bytes: number;
}

/** The texts that the cells of a workbook share. Long ones are spooled, so that memory stays small. Close it. */
export class SharedStrings implements XmlHandler {
  readonly #maxTextBytes: number;
  readonly #texts: (string | SpooledText)[] = [];
  readonly #spool = new Spool();
  /** Texts that are read but not spooled yet, by their positions. */
  #waiting: [number, string][] = [];
  #shortCharacters = 0;
  #text = '';
  #within: 'none' | 'text' | 'phonetic' = 'none';

  /** @param maxTextBytes A longer text is not kept to its end: the row that it stands in is too large. */
  constructor(maxTextBytes: number) {
    this.#maxTextBytes = maxTextBytes;
  }

  /** The text with this position, or where it is spooled, or undefined where there is none. */
  get(index: number): string | SpooledText | undefined {
    return this.#texts[index];
  }

  /** A text that is spooled. */
  async fetch({ start, bytes }: SpooledText): Promise<string> {
    return (await this.#spool.read(start, bytes)).toString('utf8');
  }

  open(name: string): void {
    if (name === 'si') this.#text = '';
    else if (name === 'rPh') this.#within = 'phonetic';
    else if (name === 't' && this.#within === 'none') this.#within = 'text';
  }

  text(text: string): void {
    if (this.#within === 'text' && this.#text.length <= this.#maxTextBytes) this.#text += text;
  }

  close(name: string): void {
    if (name === 'si') this.#add(unescapeText(this.#text));
    else if (name === 'rPh' || (name === 't' && this.#within === 'text')) this.#within = 'none';
  }

  /** Spools the long texts that were read since the last call. */
  async settle(): Promise<void> {
    for (const [index, text] of this.#waiting) {
      const bytes = Buffer.from(text, 'utf8');
      this.#texts[index] = { start: await this.#spool.append(bytes), bytes: bytes.length };
    }
    this.#waiting = [];
  }

  dispose(): Promise<void> {
    return this.#spool.close();
  }

  #add(text: string): void {
    const isShort = text.length <= SHORT && this.#shortCharacters < MOST_SHORT_CHARACTERS;
    if (isShort) this.#shortCharacters += text.length;
    else this.#waiting.push([this.#texts.length, text]);
    // A copy: a piece of a text keeps all of that text in memory.
    this.#texts.push(isShort ? Buffer.from(text, 'utf8').toString('utf8') : '');
  }
}
