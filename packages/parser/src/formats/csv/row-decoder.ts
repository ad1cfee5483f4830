import { isUtf8 } from 'node:buffer';

/** What Windows-1252 has in the place of the control characters 0x80 to 0x9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the bytes in question
const BEYOND_ASCII = /[^\u0000-\u007f]/;
const UTF8_CHARACTER =
  /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/;

/**
 * Decodes rows that were read byte for byte (as Latin-1). Whether they are UTF-8 or Windows-1252 shows with the first row
 * that is not all ASCII, so nothing has to be looked through before.
 */
export class RowDecoder {
  #encoding: 'utf-8' | 'windows-1252' | undefined;

  /** @param known `utf-8` where a byte order mark or a transcoder says so. */
  constructor(known?: 'utf-8') {
    this.#encoding = known;
  }

  /** The texts of a row. Undefined where they are no text in the encoding of the rest. */
  decode(cells: readonly string[]): readonly string[] | undefined {
    if (!cells.some((cell) => BEYOND_ASCII.test(cell))) return cells;
    const valid = cells.every((cell) => !BEYOND_ASCII.test(cell) || isUtf8(Buffer.from(cell, 'latin1')));
    // A damaged row of UTF-8 still has characters of more than one byte; Windows-1252 hardly ever looks like that.
    this.#encoding ??= valid || cells.some((cell) => UTF8_CHARACTER.test(cell)) ? 'utf-8' : 'windows-1252';
    if (this.#encoding === 'windows-1252') return cells.map(decodeWindows1252);
    if (!valid) return undefined;
    return cells.map((cell) => (BEYOND_ASCII.test(cell) ? Buffer.from(cell, 'latin1').toString('utf8') : cell));
  }
}

function decodeWindows1252(bytes: string): string {
  return bytes.replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80));
}
