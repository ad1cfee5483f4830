import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  IN_STRING,
  isBlank,
  OPEN_BRACE,
  OPEN_BRACKET,
  OUTSIDE,
  QUOTE,
  SINGLE_QUOTE,
  STARTS_LITERAL,
} from './bytes.ts';
import type { Damage, Piece, Skim } from './pieces.ts';
import { type Before, findBoundary } from './resync.ts';

const DEEPEST = 512;
/** How much of a record that is passed over is kept at most, to find its number in. */
const LONGEST_HEAD = 65_536;
/** Longer members beside the array are not kept. */
const LONGEST_ENVELOPE = 65_536;
const LONGEST_ARRAY_KEY = 16;
const ARRAY_KEYS = [Buffer.from('records'), Buffer.from('result')];
const EMPTY = Buffer.alloc(0);

type Mode = 'top' | 'between' | 'value' | 'literal' | 'lost';

/**
 * Cuts UTF-8 JSON into records without parsing them, from chunks of any size, in one pass over the bytes.
 *
 * Understands an object that holds the records in an array named `records` or `result` at its top level, a bare array,
 * one object, and objects side by side (NDJSON). Memory is bounded by one chunk and one record.
 * It follows strings and brackets only: whether a record is valid JSON is for `JSON.parse` to say.
 * Where a record's structure is broken it goes on with the next one that it can find.
 */
export class RecordSplitter {
  readonly #maxRecordBytes: number;
  readonly #skim: Skim | undefined;
  #buffer: Buffer = EMPTY;
  /** Whether `#buffer` is this object's own, to be appended to, and not a chunk of the caller's. */
  #owned = false;
  #end = 0;
  #pos = 0;
  /** Where the value being read starts. */
  #start = 0;
  #mode: Mode = 'top';
  #depth = 0;
  readonly #stack = new Uint8Array(DEEPEST);
  #inString = false;
  #stringStart = 0;
  /** Inside the array, as opposed to the top level. */
  #inArray = false;
  #arrayInEnvelope = false;
  /** The value being read is an object at the top level, which may turn out to hold the array. */
  #topObject = false;
  /** The array of that object has been read; what follows are other members. */
  #afterArray = false;
  #keyOfArray = false;
  #expect: 'first' | 'value' | 'comma' = 'first';
  #seenValue = false;
  /** The beginning of a record that is passed over. */
  #head: Buffer | undefined;
  #damage: Damage = 'character';
  #before: Before = 'comma';
  /** An array of records has been met, so records may be set apart by commas alone. */
  #seenArray = false;

  /**
   * @param maxRecordBytes A longer record is passed over.
   * @param skim Is asked at the start of each object; what it walks over becomes no piece.
   */
  constructor(maxRecordBytes: number, skim?: Skim) {
    this.#maxRecordBytes = maxRecordBytes;
    this.#skim = skim;
  }

  /** Reads on. Use the pieces before the next call: their bytes are views into a buffer that is used again. */
  push(chunk: Uint8Array): Piece[] {
    this.#append(chunk);
    const out: Piece[] = [];
    while (this.#pos < this.#end) {
      if (this.#mode === 'value') this.#value(out);
      else if (this.#mode === 'between') this.#between(out);
      else if (this.#mode === 'top') this.#top(out);
      else if (this.#mode === 'literal') this.#literal(out);
      else this.#lost(out);
    }
    const open = this.#mode === 'value' || this.#mode === 'literal';
    if (open && this.#head === undefined && this.#end - this.#start > this.#maxRecordBytes) this.#keepHead(this.#end);
    this.#keepRest(chunk.byteLength);
    return out;
  }

  /** Whether nothing but blanks has come so far. */
  get empty(): boolean {
    return !this.#seenValue;
  }

  /** Says what is left unfinished at the end of the source. */
  end(): Piece[] {
    const rest = this.#head ?? this.#buffer.subarray(this.#start, this.#end);
    if (this.#mode === 'top') return [];
    if (this.#mode === 'lost') return rest === EMPTY ? [] : [{ kind: 'damaged', cause: this.#damage, bytes: rest }];
    if (this.#mode === 'between') return [{ kind: 'cut', bytes: EMPTY }];
    if (this.#mode === 'value' && this.#afterArray) return [{ kind: 'unclosed' }];
    return [{ kind: 'cut', bytes: rest }];
  }

  #append(chunk: Uint8Array): void {
    if (!this.#owned) {
      // Nothing is open: work on the caller's chunk itself.
      this.#shift(this.#end);
      this.#buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      this.#end = chunk.byteLength;
      return;
    }
    if (this.#end + chunk.byteLength > this.#buffer.length) this.#moveRest(chunk.byteLength);
    this.#buffer.set(chunk, this.#end);
    this.#end += chunk.byteLength;
  }

  /** Copies what is still needed out of the caller's chunk, whose memory may be used again. */
  #keepRest(nextLength: number): void {
    if (this.#keepFrom() >= this.#end) this.#owned = false;
    else if (!this.#owned) this.#moveRest(nextLength);
  }

  /** Moves what is still needed to the start of a buffer with room for as much again, and for the next chunk. */
  #moveRest(nextLength: number): void {
    const keepFrom = this.#keepFrom();
    const needed = this.#end - keepFrom + nextLength;
    const fits = this.#owned && needed <= this.#buffer.length / 2;
    const target = fits ? this.#buffer : Buffer.allocUnsafe(Math.max(needed * 2, 4096));
    this.#buffer.copy(target, 0, keepFrom, this.#end);
    this.#buffer = target;
    this.#owned = true;
    this.#shift(keepFrom);
  }

  #shift(by: number): void {
    this.#pos -= by;
    this.#start -= by;
    this.#stringStart -= by;
    this.#end -= by;
  }

  /** The first byte that is still needed. */
  #keepFrom(): number {
    if (this.#mode === 'lost') return this.#start;
    if (this.#mode !== 'value' && this.#mode !== 'literal') return this.#end;
    if (this.#head === undefined) return this.#start;
    // Passing over a record that is too long: only a key that may be cut in two matters.
    const keyOpen = this.#topObject && this.#inString && this.#end - this.#stringStart <= LONGEST_ARRAY_KEY;
    return keyOpen ? this.#stringStart : this.#end;
  }

  #top(out: Piece[]): void {
    const byte = this.#skipBlank();
    if (byte === undefined) return;
    if (byte === OPEN_BRACE) {
      if (!this.#skimmed()) this.#open(true);
    } else if (byte === OPEN_BRACKET) {
      this.#pos++;
      this.#enterArray();
    } else if (byte === COMMA && this.#seenValue) {
      out.push({ kind: 'comma' });
      this.#pos++;
    } else {
      const bytes = this.#seenValue ? EMPTY : this.#buffer.subarray(this.#pos, this.#end);
      out.push({ kind: 'garbage', bytes, first: !this.#seenValue });
      this.#head = EMPTY;
      this.#before = this.#seenArray ? 'comma' : 'line';
      this.#start = this.#pos;
      this.#mode = 'lost';
    }
    this.#seenValue = true;
  }

  #between(out: Piece[]): void {
    const byte = this.#skipBlank();
    if (byte === undefined) return;
    if (byte === CLOSE_BRACKET) {
      if (this.#expect === 'value') out.push({ kind: 'comma' });
      this.#pos++;
      this.#leaveArray();
    } else if (byte === COMMA) {
      if (this.#expect !== 'comma') out.push({ kind: 'comma' });
      this.#pos++;
      this.#expect = 'value';
    } else {
      if (this.#expect === 'comma') out.push({ kind: 'comma' });
      this.#expect = 'comma';
      if (byte === OPEN_BRACE || byte === OPEN_BRACKET || byte === QUOTE) {
        if (byte !== OPEN_BRACE || !this.#skimmed()) this.#open(false);
      } else {
        this.#start = this.#pos;
        if (STARTS_LITERAL.has(byte)) this.#mode = 'literal';
        else this.#passOver(out, byte === SINGLE_QUOTE ? 'single-quotes' : 'character', 'anything');
      }
    }
  }

  #skimmed(): boolean {
    if (this.#skim === undefined) return false;
    const end = this.#skim(this.#buffer, this.#pos, this.#end);
    if (end < 0) return false;
    this.#pos = end;
    return true;
  }

  #open(topObject: boolean): void {
    this.#mode = 'value';
    this.#start = this.#pos;
    this.#depth = 0;
    this.#inString = false;
    this.#topObject = topObject;
    this.#afterArray = false;
    this.#keyOfArray = false;
    this.#head = undefined;
  }

  #enterArray(): void {
    this.#mode = 'between';
    this.#inArray = true;
    this.#seenArray = true;
    this.#expect = 'first';
    this.#head = undefined;
  }

  #leaveArray(): void {
    const envelope = this.#arrayInEnvelope;
    this.#inArray = false;
    this.#arrayInEnvelope = false;
    if (!envelope) {
      this.#mode = 'top';
      return;
    }
    this.#open(true);
    this.#afterArray = true;
    this.#depth = 1;
    this.#stack[0] = OPEN_BRACE;
  }

  #literal(out: Piece[]): void {
    let at = this.#pos;
    while (at < this.#end && OUTSIDE[this.#buffer[at] as number] === 0 && this.#buffer[at] !== COMMA) at++;
    this.#pos = at;
    if (at < this.#end) this.#finish(out, at);
  }

  /** Follows strings and brackets to the end of the value. The hot loop: plain locals, no calls per byte. */
  #value(out: Piece[]): void {
    const buffer = this.#buffer;
    const end = this.#end;
    let at = this.#pos;
    let inString = this.#inString;
    while (at < end) {
      if (inString) {
        while (at < end && IN_STRING[buffer[at] as number] === 0) at++;
        if (at >= end) break;
        const byte = buffer[at];
        if (byte === BACKSLASH) {
          at += 2;
          continue;
        }
        if (byte !== QUOTE) {
          this.#pos = at;
          this.#passOver(out, 'control-character');
          return;
        }
        inString = false;
        at++;
        if (this.#depth === 1 && this.#topObject) this.#keyOfArray = this.#isArrayKey(at - 1);
        if (this.#depth === 0) {
          this.#finish(out, at);
          return;
        }
        continue;
      }
      let action = 0;
      while (at < end) {
        action = OUTSIDE[buffer[at] as number] as number;
        if (action !== 0) break;
        at++;
      }
      if (at >= end) break;
      const byte = buffer[at] as number;
      if (byte === QUOTE) {
        inString = true;
        this.#stringStart = at;
        at++;
        continue;
      }
      this.#pos = at;
      if (action === 2) {
        this.#passOver(out, byte === SINGLE_QUOTE ? 'single-quotes' : 'character');
        return;
      }
      if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (!this.#descend(out, byte)) return;
      } else {
        const opened = byte === CLOSE_BRACE ? OPEN_BRACE : OPEN_BRACKET;
        if (this.#stack[this.#depth - 1] !== opened) {
          this.#passOver(out, 'brackets');
          return;
        }
        this.#depth--;
        if (this.#depth === 0) {
          this.#finish(out, at + 1);
          return;
        }
      }
      at++;
    }
    this.#inString = inString;
    this.#pos = at;
  }

  /** Goes into a nested value. False where the value turned out to be the array of records, or broken. */
  #descend(out: Piece[], byte: number): boolean {
    const before = this.#depth > 0 ? this.#significantBefore(this.#pos) : undefined;
    // Of a record that is passed over, what stood before may be gone.
    const isValue = before === COLON || (before === undefined && this.#head !== undefined);
    if (byte === OPEN_BRACKET && this.#depth === 1 && this.#topObject && this.#keyOfArray && isValue) {
      this.#emitEnvelope(out, 'before', this.#pos);
      this.#pos++;
      this.#arrayInEnvelope = true;
      this.#enterArray();
      return false;
    }
    // After a lost closing bracket the next record would open inside this one: no member of an object starts with {.
    const inObject = this.#depth > 0 && this.#stack[this.#depth - 1] === OPEN_BRACE;
    if (inObject && !isValue) {
      this.#passOver(out, 'brackets');
      return false;
    }
    if (this.#depth >= DEEPEST) {
      this.#passOver(out, 'nesting');
      return false;
    }
    this.#stack[this.#depth++] = byte;
    return true;
  }

  #finish(out: Piece[], end: number): void {
    const bytes = this.#buffer.subarray(this.#start, end);
    if (this.#afterArray && !this.#inArray) this.#emitEnvelope(out, 'after', end);
    else if (this.#head !== undefined) out.push({ kind: 'oversize', bytes: this.#head });
    else if (bytes.length > this.#maxRecordBytes)
      out.push({ kind: 'oversize', bytes: bytes.subarray(0, LONGEST_HEAD) });
    else out.push({ kind: 'record', bytes });
    this.#pos = end;
    this.#head = undefined;
    this.#inString = false;
    this.#mode = this.#inArray ? 'between' : 'top';
  }

  #emitEnvelope(out: Piece[], part: 'before' | 'after', end: number): void {
    if (this.#head !== undefined || end - this.#start > LONGEST_ENVELOPE) return;
    out.push({ kind: 'envelope', part, bytes: this.#buffer.subarray(this.#start, end) });
  }

  /** Gives the value up and looks for the next record from its very start, since it may have swallowed some. */
  #passOver(out: Piece[], cause: Damage, before: Before = this.#inArray || this.#seenArray ? 'comma' : 'line'): void {
    this.#damage = cause;
    this.#before = before;
    this.#mode = 'lost';
    this.#inString = false;
    if (this.#head === undefined) {
      // What follows the damage says nothing certain about this record.
      this.#keepHead(this.#pos);
    } else {
      this.#start = this.#pos;
    }
    this.#pos = this.#start;
    this.#lost(out);
  }

  #lost(out: Piece[]): void {
    const boundary = findBoundary(this.#buffer, this.#start + 1, this.#end, this.#before);
    if ('found' in boundary) {
      const head = this.#head ?? EMPTY;
      if (head !== EMPTY) out.push({ kind: 'damaged', cause: this.#damage, bytes: head });
      this.#pos = boundary.found;
      this.#open(!this.#inArray);
      return;
    }
    this.#start = boundary.keepFrom;
    this.#pos = this.#end;
  }

  #keepHead(end: number): void {
    const longest = Math.min(LONGEST_HEAD, this.#maxRecordBytes);
    this.#head = Buffer.from(this.#buffer.subarray(this.#start, Math.min(end, this.#start + longest)));
  }

  #skipBlank(): number | undefined {
    let at = this.#pos;
    while (at < this.#end && isBlank(this.#buffer[at])) at++;
    this.#pos = at;
    return at < this.#end ? this.#buffer[at] : undefined;
  }

  #significantBefore(at: number): number | undefined {
    const lowest = this.#head === undefined ? this.#start : 0;
    let before = at - 1;
    while (before >= lowest && isBlank(this.#buffer[before])) before--;
    return before >= lowest ? this.#buffer[before] : undefined;
  }

  #isArrayKey(closingQuote: number): boolean {
    const length = closingQuote - this.#stringStart - 1;
    return ARRAY_KEYS.some(
      (key) => key.length === length && this.#buffer.compare(key, 0, length, this.#stringStart + 1, closingQuote) === 0,
    );
  }
}
