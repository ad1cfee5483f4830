import { type ParsedRow, parseRows } from './parse-rows.ts';

/** What a table of comma-separated values is cut into. Cells hold a character for each byte. */
export type CsvPiece =
  | {
      readonly kind: 'row';
      readonly cells: readonly string[];
      /** The source ends in its last value, which no quote and no line end closes. */
      readonly isOpen: boolean;
    }
  /** A row that was passed over, with its beginning. `cut`: the source ends in it. */
  | { readonly kind: 'damaged'; readonly cause: 'quote' | 'too-large' | 'cut'; readonly start: Buffer };

/** How rows look when they are sound. */
export interface RowShape {
  readonly delimiter: string;
  readonly width: number;
  readonly numberAt: number;
  readonly isNumber: (cell: string) => boolean;
}

const SMALL_STEP = 8 * 1024;
const LARGE_STEP = 256 * 1024;
/** How much of a damaged row is kept to tell its number by. */
const START_KEPT = 4 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;

type Start = { readonly found: number } | { readonly keepFrom: number };

/**
 * Cuts a table into rows. csv-parse reads them; where it cannot follow the quotes, or a row swallowed others, the next row is
 * looked for: the first line that begins a row of the right width, with a ticket number in its place.
 */
export class RowSplitter {
  readonly #shape: RowShape;
  readonly #maxRowBytes: number;
  readonly #numberInLine: RegExp;
  #buffer: Buffer = Buffer.alloc(0);
  /** Chunks that are not in the buffer yet, because together they would be too few for a try. */
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  /** How many bytes to gather before the next try: more after a row that did not fit, few after damage. */
  #step = SMALL_STEP;
  #damage: Extract<CsvPiece, { kind: 'damaged' }> | undefined;

  constructor(shape: RowShape, maxRowBytes: number) {
    this.#shape = shape;
    this.#maxRowBytes = maxRowBytes;
    const delimiter = `\\u${shape.delimiter.charCodeAt(0).toString(16).padStart(4, '0')}`;
    const cell = `(?:"(?:[^"]|"")*"|[^"${delimiter}]*)${delimiter}`;
    this.#numberInLine = new RegExp(
      `^(?:${cell}){${shape.numberAt}}"?([^"${delimiter}\\r]{1,40})(?:["${delimiter}\\r]|$)`,
    );
  }

  /** The pieces that are complete with this chunk. */
  push(chunk: Uint8Array): CsvPiece[] {
    // A copy: whoever made the chunk may use its memory again.
    this.#waiting.push(Buffer.from(chunk));
    this.#waitingBytes += chunk.byteLength;
    return this.#buffer.length + this.#waitingBytes < this.#step ? [] : this.#gather(false);
  }

  /** The pieces that are left at the end of the source. */
  end(): CsvPiece[] {
    return this.#gather(true);
  }

  #gather(final: boolean): CsvPiece[] {
    this.#buffer = Buffer.concat([this.#buffer, ...this.#waiting]);
    this.#waiting = [];
    this.#waitingBytes = 0;
    return this.#cut(final);
  }

  #cut(final: boolean): CsvPiece[] {
    const pieces: CsvPiece[] = [];
    // Each turn takes bytes out of the buffer, asks for more of them, or changes from reading to searching.
    while (this.#buffer.length > 0 && (final || this.#buffer.length >= this.#step)) {
      if (this.#damage === undefined) this.#read(pieces, final);
      else this.#resume(pieces, final);
    }
    if (final) this.#close(pieces);
    return pieces;
  }

  /** Reads the rows of a stretch of the buffer. */
  #read(pieces: CsvPiece[], final: boolean): void {
    this.#advance(lineEndsAt(this.#buffer));
    if (!final && this.#buffer.length < this.#step) return;
    const stretch = this.#buffer.subarray(0, this.#step);
    const isLast = final && stretch.length === this.#buffer.length;
    const { rows, fault } = parseRows(stretch, this.#shape);
    // The last row may go on behind the stretch.
    const complete = fault !== undefined || isLast ? rows : rows.slice(0, -1);
    let start = 0;
    for (const row of complete) {
      const swallowed = this.#swallowed(stretch, start, row, isLast);
      const isTooLarge = row.end - start > this.#maxRowBytes;
      if (swallowed !== undefined || isTooLarge) {
        this.#pass(start, swallowed === undefined ? 'too-large' : 'quote');
        this.#advance(swallowed ?? row.end);
        this.#close(pieces);
        return;
      }
      pieces.push({ kind: 'row', cells: row.cells, isOpen: isLast && isOpen(stretch, row) });
      start = row.end;
    }
    this.#advance(start);
    const rest = stretch.length - start;
    if (fault === 'quote') this.#atQuote(pieces, stretch.subarray(start), final);
    else if (fault === 'unclosed' && isLast) this.#pass(0, 'cut');
    else if (isLast) this.#advance(rest);
    else if (complete.length > 0) this.#step = Math.min(2 * this.#step, LARGE_STEP);
    else if (this.#step > this.#maxRowBytes) this.#pass(0, 'too-large');
    else this.#step *= 2;
  }

  /** At a row that cannot be followed: as it stands, where unquoted values hold the quotes; else it is damaged. */
  #atQuote(pieces: CsvPiece[], stretch: Buffer, final: boolean): void {
    if (!stretch.includes(LINE_FEED) && !final && this.#buffer.length <= this.#maxRowBytes) {
      this.#step = 2 * this.#buffer.length;
      return;
    }
    const lines = this.#unquotedLines(stretch);
    const { rows, fault } = parseRows(lines, { ...this.#shape, relaxed: true });
    const bad = fault === undefined ? rows.findIndex((row) => !this.#isSound(row)) : 0;
    const sound = bad < 0 ? rows : rows.slice(0, bad);
    for (const row of sound) pieces.push({ kind: 'row', cells: row.cells, isOpen: final && isOpen(this.#buffer, row) });
    if (sound.length > 0) this.#advance(sound.at(-1)?.end ?? 0);
    else this.#pass(0, 'quote');
  }

  /** The whole lines up to the first one with a quoted value. */
  #unquotedLines(stretch: Buffer): Buffer {
    if (stretch[0] === QUOTE) return stretch.subarray(0, 0);
    const quoted = [`${this.#shape.delimiter}"`, '\n"', '\r"']
      .map((start) => stretch.indexOf(start))
      .filter((at) => at >= 0);
    const end = Math.min(stretch.length, ...quoted);
    const isAll = end === this.#buffer.length;
    return stretch.subarray(0, isAll ? end : stretch.lastIndexOf(LINE_FEED, end) + 1);
  }

  /** Where the next row begins within a row of a wrong width. */
  #swallowed(stretch: Buffer, start: number, row: ParsedRow, isLast: boolean): number | undefined {
    if (row.cells.length === this.#shape.width) return undefined;
    const next = this.#findStart(stretch, start, isLast, row.end);
    return 'found' in next ? next.found : undefined;
  }

  /** Notes that the row at `start` is passed over. */
  #pass(start: number, cause: 'quote' | 'too-large' | 'cut'): void {
    this.#damage = {
      kind: 'damaged',
      cause,
      start: Buffer.from(this.#buffer.subarray(start, start + START_KEPT)),
    };
    this.#step = SMALL_STEP;
  }

  /** Goes on with the next row that can be found. */
  #resume(pieces: CsvPiece[], final: boolean): void {
    const next = this.#findStart(this.#buffer, 0, final);
    if ('found' in next) {
      this.#advance(next.found);
      this.#close(pieces, true);
    } else if (final) {
      this.#advance(this.#buffer.length);
    } else {
      this.#advance(next.keepFrom);
      // A row that may begin here needs more bytes to be tried again.
      this.#step = Math.max(SMALL_STEP, 2 * this.#buffer.length);
    }
  }

  /** Tells of the damage; the reading goes on behind it. `resumed`: another row follows, so the source does not end in it. */
  #close(pieces: CsvPiece[], resumed?: true): void {
    if (this.#damage === undefined) return;
    const { cause, start } = this.#damage;
    pieces.push({ kind: 'damaged', cause: resumed && cause === 'cut' ? 'quote' : cause, start });
    this.#damage = undefined;
    this.#step = SMALL_STEP;
  }

  /** The first line between `from` and `to` that begins a sound row. */
  #findStart(buffer: Buffer, from: number, final: boolean, to = Number.POSITIVE_INFINITY): Start {
    for (let feed = buffer.indexOf(LINE_FEED, from); feed >= 0; feed = buffer.indexOf(LINE_FEED, feed + 1)) {
      const at = feed + 1;
      if (at >= to) break;
      const lineEnd = buffer.indexOf(LINE_FEED, at);
      if (lineEnd < 0 && !final) return { keepFrom: this.#keepable(buffer, feed) };
      if (lineEnd === at) continue;
      const lineStop = lineEnd < 0 ? buffer.length : lineEnd;
      // To try every line of a text would take long.
      if (!this.#mayBegin(buffer.toString('latin1', at, Math.min(lineStop, at + START_KEPT)))) continue;
      const tried = buffer.subarray(at, at + this.#maxRowBytes);
      const { rows, fault } = parseRows(tried, { ...this.#shape, to: 1 });
      const [row] = rows;
      if (row !== undefined && row.end < tried.length) {
        if (this.#isSound(row)) return { found: at };
      } else if (final) {
        if (row !== undefined && fault === undefined && this.#isSound(row)) return { found: at };
      } else if (fault !== 'quote') {
        return { keepFrom: this.#keepable(buffer, feed) };
      }
    }
    return { keepFrom: buffer.length };
  }

  /** A line that never ends cannot begin a row. */
  #keepable(buffer: Buffer, feed: number): number {
    return buffer.length - feed > this.#maxRowBytes ? buffer.length : feed;
  }

  /** Whether a line has a ticket number in its place. */
  #mayBegin(line: string): boolean {
    const number = this.#numberInLine.exec(line)?.[1];
    return number !== undefined && this.#shape.isNumber(number);
  }

  #isSound({ cells }: ParsedRow): boolean {
    return cells.length === this.#shape.width && this.#shape.isNumber(cells[this.#shape.numberAt] ?? '');
  }

  #advance(bytes: number): void {
    this.#buffer = this.#buffer.subarray(bytes);
  }
}

/** Whether a row ends with the bytes, and neither a line end nor a quote closes it. */
function isOpen(bytes: Buffer, { end }: ParsedRow): boolean {
  const last = bytes[end - 1];
  return end === bytes.length && last !== LINE_FEED && last !== CARRIAGE_RETURN && last !== QUOTE;
}

/** How many line ends the bytes begin with. */
function lineEndsAt(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN) at++;
  return at;
}
