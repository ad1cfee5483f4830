import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './bytes.ts';

const LOWER_N = 0x6e;
/** Strings longer than this are skipped by a native search, which pays off only for long ones. */
const SHORT_STRING = 48;

/** Objects that say a blank, as ServiceNow writes them. */
const BLANK_OBJECTS = [
  '{"display_value":"","value":""}',
  '{"value":"","display_value":""}',
  '{"display_value":"","link":""}',
  '{"display_value":null,"value":""}',
].map((text) => Buffer.from(text));

/**
 * Looks over records for values that matter, without parsing them. It learns the columns of one record, and then walks
 * others that have the same columns in the same order byte for byte, as the records of one export do.
 */
export class RecordSkimmer {
  #columns = 0;
  /** What stands between the values, one after the other: `{"number":`, then `,"state":`, and so on. */
  #glue = Buffer.alloc(0);
  #glueEnds = new Uint32Array(0);
  #watched = new Uint8Array(0);

  /**
   * Learns the columns of a record.
   *
   * @param bytes A record that `JSON.parse` takes.
   * @param watched By column, in the order of the bytes: true where a value that is not blank is of interest.
   */
  learn(bytes: Buffer, watched: readonly boolean[]): void {
    const parts: Buffer[] = [];
    const ends: number[] = [];
    let from = 0;
    let length = 0;
    let at = startOfValue(bytes, 1);
    while (at >= 0) {
      parts.push(bytes.subarray(from, at));
      length += at - from;
      ends.push(length);
      from = endOfValue(bytes, at, bytes.length);
      at = startOfValue(bytes, from);
    }
    // A column that is there twice has one place in the parsed record: such records are always parsed.
    this.#columns = ends.length === watched.length ? ends.length : 0;
    this.#glue = Buffer.concat(parts);
    this.#glueEnds = Uint32Array.from(ends);
    this.#watched = Uint8Array.from(watched, Number);
  }

  /**
   * Walks a record that has the columns learned and only blanks in the watched ones.
   *
   * @param end The end of the valid bytes. What lies behind is never relied on.
   * @returns The position after the record; -1 where it is another kind of record, or not complete.
   */
  endOfKnown(bytes: Buffer, start: number, end: number): number {
    const glue = this.#glue;
    const ends = this.#glueEnds;
    const watched = this.#watched;
    const columns = this.#columns;
    if (columns === 0) return -1;
    let at = start;
    let expected = 0;
    // Never reads outside the buffer: that would make every read slow.
    for (let column = 0; column < columns; column++) {
      const glueEnd = ends[column] as number;
      if (at + glueEnd - expected + 2 > end) return -1;
      while (expected < glueEnd) {
        if (bytes[at] !== glue[expected]) return -1;
        at++;
        expected++;
      }
      if (watched[column] === 1 && !isBlankValue(bytes, at, end)) return -1;
      if (bytes[at] !== QUOTE) {
        at = endOfValue(bytes, at, end);
        continue;
      }
      // Most values are short strings: walk them here, without a call.
      const short = Math.min(at + SHORT_STRING, end);
      let next = at + 1;
      while (next < short && bytes[next] !== QUOTE && bytes[next] !== BACKSLASH) next++;
      at = next < short && bytes[next] === QUOTE ? next + 1 : endOfString(bytes, at, end);
    }
    while (at < end && (bytes[at] as number) <= 0x20) at++;
    return at < end && bytes[at] === CLOSE_BRACE ? at + 1 : -1;
  }
}

/** Where the value of the next member starts, or -1 after the last. */
function startOfValue(bytes: Buffer, from: number): number {
  const end = bytes.length;
  let at = from;
  while (at < end && bytes[at] !== QUOTE && bytes[at] !== CLOSE_BRACE) at++;
  if (at >= end || bytes[at] !== QUOTE) return -1;
  at = endOfString(bytes, at, end);
  while (at < end && ((bytes[at] as number) <= 0x20 || bytes[at] === COLON)) at++;
  return at < end ? at : -1;
}

function isBlankValue(bytes: Buffer, at: number, end: number): boolean {
  const byte = bytes[at];
  if (byte === QUOTE) return bytes[at + 1] === QUOTE;
  if (byte === LOWER_N) return true;
  if (byte !== OPEN_BRACE) return false;
  return BLANK_OBJECTS.some(
    (blank) => at + blank.length <= end && bytes.compare(blank, 0, blank.length, at, at + blank.length) === 0,
  );
}

function endOfValue(bytes: Buffer, from: number, end: number): number {
  const first = bytes[from];
  if (first === QUOTE) return endOfString(bytes, from, end);
  let at = from;
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) {
    while (at < end && bytes[at] !== COMMA && bytes[at] !== CLOSE_BRACE && (bytes[at] as number) > 0x20) at++;
    return at;
  }
  let depth = 0;
  while (at < end) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at, end);
      continue;
    }
    at++;
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
    else if ((byte === CLOSE_BRACE || byte === CLOSE_BRACKET) && --depth === 0) return at;
  }
  return end;
}

/** The position after the closing quote; the end where there is none. */
function endOfString(bytes: Buffer, openingQuote: number, end: number): number {
  let at = openingQuote + 1;
  const short = Math.min(end, at + SHORT_STRING);
  while (at < short) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    at += byte === BACKSLASH ? 2 : 1;
  }
  while (at < end) {
    const quote = bytes.indexOf(QUOTE, at);
    if (quote < 0 || quote >= end) return end;
    let backslashes = 0;
    while (quote - 1 - backslashes >= at && bytes[quote - 1 - backslashes] === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
  return end;
}
