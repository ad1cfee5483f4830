import type { XmlPiece } from './pieces.ts';
import { ACTION, type Marks, marksOf, ROW_START, ROW_TABLES, SECTION, SECTIONS, TAG } from './row-marks.ts';

/** Longest tag of a row; one that is longer is damaged. Rows have a name and an action. */
const LONGEST_TAG = 4_096;
/** An export has rows of a few tables. */
const TABLES_REMEMBERED = 100;
const DOCTYPE = '<!DOCTYPE';
/** Anything but white space and byte order marks. */
const TEXT = /[^\s\xef\xbb\xbf]/;

interface Row {
  readonly table: string;
  readonly marks: Marks;
  readonly start: number;
  /** Fields with the name of the table that are open. */
  depth: number;
  /** It is too large: reported already, and its text is not kept. */
  readonly lost: boolean;
}

/**
 * Cuts an export into rows: `<incident …>…</incident>`, of whatever table, below the root. It follows the ends of rows only;
 * whether a row is well-formed is left to the XML parser. `<` is always escaped in texts, so after a damage it goes on with
 * the next place where a row begins.
 *
 * Works on bytes as Latin-1 text, so that the bytes of a row can be had back whatever their encoding.
 */
export class RowSplitter {
  readonly #maxRowBytes: number;
  #text = '';
  #at = 0;
  #row: Row | undefined;
  readonly #marks = new Map<string, Marks>();
  /** A section that is open, and where it began. */
  #section: { readonly start: number; readonly end: string } | undefined;
  #root: string | undefined;
  #rootOpen = false;
  #strayReported = false;
  #ended = false;
  #pieces: XmlPiece[] = [];

  constructor(maxRowBytes: number) {
    this.#maxRowBytes = maxRowBytes;
  }

  /** Takes the next bytes, as Latin-1 text, and gives what they complete. */
  push(text: string): XmlPiece[] {
    this.#drop();
    this.#text += text;
    this.#run();
    return this.#pieces.splice(0);
  }

  /** What is left at the end of the source. */
  end(): XmlPiece[] {
    this.#ended = true;
    this.#run();
    if (this.#root === undefined) {
      this.#pieces.push({ kind: this.#strayReported ? 'not-xml' : 'empty' });
    } else if (this.#row !== undefined && !this.#row.lost) {
      this.#pieces.push({ kind: 'cut', table: this.#row.table, text: this.#text.slice(this.#row.start) });
    } else if (this.#rootOpen) {
      this.#pieces.push({ kind: 'cut' });
    }
    return this.#pieces.splice(0);
  }

  #run(): void {
    while (this.#step());
  }

  /** Goes on to the next mark. False where it needs more text. */
  #step(): boolean {
    if (this.#section !== undefined) return this.#inSection(this.#section);
    return this.#row === undefined ? this.#betweenRows() : this.#inRow(this.#row);
  }

  #inSection({ start, end }: { start: number; end: string }): boolean {
    const found = this.#text.indexOf(end, this.#at);
    const swallows = found >= 0 && this.#row?.marks.end.test(this.#text.slice(start, found));
    if (found >= 0 && swallows !== true) {
      this.#at = found + end.length;
      this.#section = undefined;
      if (end === '?>') this.#declaration(this.#text.slice(start, this.#at));
      return true;
    }
    if (found < 0 && !this.#ended && this.#text.length - start <= this.#maxRowBytes) {
      this.#at = Math.max(this.#at, this.#text.length - end.length + 1);
      return false;
    }
    // It has no end: what looked like a section is damage, and the rows behind its beginning are to be had.
    this.#section = undefined;
    this.#at = start + 2;
    if (this.#row === undefined) this.#stray();
    return true;
  }

  #declaration(text: string): void {
    if (this.#row === undefined && text.startsWith('<?xml')) this.#pieces.push({ kind: 'declaration', text });
  }

  #betweenRows(): boolean {
    const open = this.#text.indexOf('<', this.#at);
    const end = open < 0 ? this.#text.length : open;
    if (TEXT.test(this.#text.slice(this.#at, end))) this.#stray();
    this.#at = end;
    if (open < 0) return false;
    if (!this.#ended && this.#text.length - open < DOCTYPE.length) return false;
    if (this.#opensSection(open)) return true;
    if (this.#root === undefined && this.#text.startsWith(DOCTYPE, open)) {
      if (!this.#ended && this.#text.length - open < 100) return false;
      this.#pieces.push({ kind: 'doctype', text: this.#text.slice(open, open + 100) });
      this.#at = open + DOCTYPE.length;
      return true;
    }
    TAG.lastIndex = open;
    const tag = TAG.exec(this.#text);
    if (tag === null) return this.#notATag(open);
    this.#at = TAG.lastIndex;
    this.#tag(tag, open);
    return true;
  }

  #notATag(open: number): boolean {
    const next = this.#text.slice(open + 1, open + LONGEST_TAG).search(/[<>]/);
    if (next < 0 && !this.#ended && this.#text.length - open < LONGEST_TAG) return false;
    this.#at = open + 1;
    // The beginning of a tag at the end of a source that is cut off is reported as that.
    if (next >= 0 || !this.#ended) this.#stray();
    return true;
  }

  #tag(tag: RegExpExecArray, start: number): void {
    const [, slash, name = '', rest = ''] = tag;
    if (slash === '/') {
      if (name === this.#root) this.#rootOpen = false;
      else this.#stray();
    } else if (this.#root === undefined && !ROW_TABLES.includes(name)) {
      this.#begin(name);
      this.#rootOpen = !rest.endsWith('/');
    } else if (name === this.#root) {
      this.#rootOpen = !rest.endsWith('/');
    } else if (!rest.endsWith('/')) {
      if (this.#root === undefined) this.#begin('');
      // Fields that have lost their row belong to the stretch.
      if (ROW_TABLES.includes(name) || ACTION.test(rest)) this.#strayReported = false;
      this.#open(name, start);
    }
  }

  #begin(root: string): void {
    this.#root = root;
    this.#marks.clear();
    this.#pieces.push({ kind: 'root', name: root });
    if (this.#strayReported) this.#pieces.push({ kind: 'stray' });
  }

  #open(table: string, start: number): void {
    const marks = this.#marks.get(table) ?? marksOf(table, this.#root ?? '');
    if (this.#marks.size < TABLES_REMEMBERED) this.#marks.set(table, marks);
    this.#row = { table, start, depth: 0, lost: false, marks };
  }

  #inRow(row: Row): boolean {
    row.marks.any.lastIndex = this.#at;
    const found = row.marks.any.exec(this.#text);
    if (found === null) return this.#waitInRow(row);
    const [mark, endOf, startOf] = found;
    if (endOf !== undefined) {
      this.#at = found.index + mark.length;
      if (endOf !== row.table) {
        this.#at = found.index;
        this.#close(row, 'broken', found.index);
      } else if (row.depth > 0) row.depth--;
      else this.#close(row, 'row', this.#at);
      return true;
    }
    if (mark.startsWith('<!')) {
      this.#at = found.index + mark.length;
      if (!row.lost) this.#opensSection(found.index);
      return true;
    }
    return this.#startInRow(row, found.index, startOf);
  }

  /** A tag that may begin the next row: then this one has lost its end. */
  #startInRow(row: Row, start: number, name: string | undefined): boolean {
    if (!this.#ended && this.#text.length - start < LONGEST_TAG && !this.#tagAndMore(start)) {
      this.#at = start;
      return this.#tooLarge(row);
    }
    ROW_START.lastIndex = start;
    TAG.lastIndex = start;
    const isRow = name === undefined || ROW_START.test(this.#text);
    const tag = TAG.exec(this.#text);
    this.#at = start + 1;
    if (isRow && tag?.[3]?.endsWith('/') !== true) {
      this.#at = start;
      this.#close(row, 'broken', start);
    } else if (name === row.table && tag !== null && tag[3]?.endsWith('/') !== true) row.depth++;
    return true;
  }

  /** Whether a tag and what follows it are there. */
  #tagAndMore(start: number): boolean {
    const close = this.#text.indexOf('>', start);
    return close >= 0 && /\S/.test(this.#text.slice(close + 1, close + LONGEST_TAG));
  }

  #waitInRow(row: Row): boolean {
    // A mark may have begun at the end of the text.
    const last = this.#text.lastIndexOf('<');
    this.#at = Math.max(this.#at, last >= 0 && this.#text.length - last < LONGEST_TAG ? last : this.#text.length);
    return this.#tooLarge(row);
  }

  #tooLarge(row: Row): false {
    if (!row.lost && this.#at - row.start > this.#maxRowBytes) {
      this.#pieces.push({ kind: 'oversize', table: row.table, text: this.#text.slice(row.start) });
      this.#row = { ...row, lost: true };
    }
    return false;
  }

  #close(row: Row, kind: 'row' | 'broken', end: number): void {
    this.#row = undefined;
    if (row.lost) return;
    const text = this.#text.slice(row.start, end);
    const oversize = text.length > this.#maxRowBytes;
    this.#pieces.push({ kind: oversize ? 'oversize' : kind, table: row.table, text });
  }

  #opensSection(at: number): boolean {
    SECTION.lastIndex = at;
    const mark = SECTION.exec(this.#text)?.[0];
    const end = mark === undefined ? undefined : SECTIONS[mark];
    if (mark === undefined || end === undefined) return false;
    this.#section = { start: at, end };
    this.#at = at + mark.length;
    return true;
  }

  /** Something between the rows that does not belong there: told once for each stretch. */
  #stray(): void {
    if (this.#strayReported) return;
    this.#strayReported = true;
    if (this.#root !== undefined) this.#pieces.push({ kind: 'stray' });
  }

  /** Forgets the text that nobody needs any more. */
  #drop(): void {
    const row = this.#row?.lost === false ? this.#row : undefined;
    const from = Math.min(row?.start ?? this.#at, this.#section?.start ?? this.#at);
    if (from === 0) return;
    this.#text = this.#text.slice(from);
    this.#at -= from;
    if (this.#row !== undefined) this.#row = { ...this.#row, start: row === undefined ? -1 : row.start - from };
    if (this.#section !== undefined) this.#section = { ...this.#section, start: this.#section.start - from };
  }
}
