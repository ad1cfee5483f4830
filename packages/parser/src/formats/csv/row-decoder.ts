import { isUtf8 } from 'node:buffer';

/** What Windows-1252 has in the place of the control characters 0x80 to 0x9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the bytes in question
const BEYOND_ASCII = /[^\u0000-\u007f]/;
const UTF8_CHARACTER =
  /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/;

/**
 * Decodes rows that were read byte for byte (as Latin-1). Each row that is not all ASCII speaks for UTF-8 or for Windows-1252,
 * so nothing has to be looked through before, and one that is damaged does not spoil the rest.
 */
export class RowDecoder {
  readonly #isUtf8: boolean;
  /** Rows that speak for each. */
  #utf8 = 0;
  #windows1252 = 0;

  /** @param known `utf-8` where a byte order mark or a transcoder says so. */
  constructor(known?: 'utf-8') {
    this.#isUtf8 = known !== undefined;
  }

  /** The texts of a row. Undefined where they are damaged. */
  decode(cells: readonly string[]): readonly string[] | undefined {
    const special = cells.filter((cell) => BEYOND_ASCII.test(cell));
    if (special.length === 0) return cells;
    if (special.every((cell) => isUtf8(Buffer.from(cell, 'latin1')))) {
      this.#utf8++;
      if (this.#isUtf8 || this.#utf8 >= this.#windows1252) return cells.map(decodeUtf8);
      return cells.map(decodeWindows1252);
    }
    if (this.#isUtf8 || this.#utf8 > this.#windows1252) return undefined;
    // A damaged row of UTF-8 still has characters of more than one byte; Windows-1252 hardly ever looks like that.
    if (this.#windows1252 === 0 && special.some((cell) => UTF8_CHARACTER.test(cell))) return undefined;
    this.#windows1252++;
    return cells.map(decodeWindows1252);
  }
}

function decodeUtf8(bytes: string): string {
  return BEYOND_ASCII.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
}

function decodeWindows1252(bytes: string): string {
  return bytes.replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80));
}
