import { isNear, SAME_COLUMN } from './columns-of-page.ts';
import { type FoundLabel, LabelFinder } from './find-labels.ts';
import { FormList } from './form-list.ts';
import { PROSE_FIELDS, TEXT_FIELDS } from './form-words.ts';
import type { Cell, Form, ValueLine } from './forms.ts';
import type { KnownLabel, LabelBook } from './labels.ts';
import type { Layout } from './layout.ts';
import type { Line, Segment } from './text-lines.ts';

const NUMBER = /^[A-Z]{2,10}\d{4,14}$/;
/** Of the usual distance: a first line further from its label is none of its value. */
const FIRST_LINE = 1.45;
/** Of the leading: gaps that separate a title from a text. */
const TITLE_GAP = 2.2;
const TABLE_SEGMENTS = 3;

/** Reads the lines of a document into the forms of its incidents. */
export class FormReader {
  readonly #book: LabelBook;
  readonly #layout: Layout;
  readonly #labels: LabelFinder;
  readonly #forms = new FormList();
  /** The cells of the last line with labels: what follows belongs to them. */
  #active: Cell[] = [];
  #before: Line | undefined;
  /** Lines of the next row may have been taken for lines of the one before. */
  #tearsNext = false;
  /** Longer texts that belong to no label. */
  #stray = 0;

  constructor(book: LabelBook, layout: Layout) {
    this.#book = book;
    this.#layout = layout;
    this.#labels = new LabelFinder(book, layout);
  }

  /** How many longer lines of text no label claims. */
  get strayLines(): number {
    return this.#stray;
  }

  /** Takes the lines of the next page; undefined for a page that cannot be read. */
  page(lines: readonly Line[] | undefined): void {
    this.#before = undefined;
    if (lines === undefined) {
      for (const cell of this.#active) cell.torn = true;
      this.#close();
      this.#forms.loseTrack();
      return;
    }
    for (const [at, line] of lines.entries()) {
      this.#line(line, lines[at + 1]);
      this.#before = line;
    }
  }

  /** The incidents of the document. Those without a number have no number cell. */
  finish(): readonly Form[] {
    return this.#forms.finish();
  }

  #line(line: Line, next: Line | undefined): void {
    const labels = this.#labelsOf(line, next);
    if (labels.length > 0) this.#row(line, labels);
    else if (this.#isTitle(line, next)) this.#close();
    else if (!this.#continue(line)) {
      if (line.segments.some(({ text }) => text.length > 60)) this.#stray++;
      this.#close();
    }
  }

  #close(): void {
    this.#active = [];
    this.#tearsNext = false;
  }

  #labelsOf(line: Line, next: Line | undefined): FoundLabel[] {
    const gap = this.#before === undefined ? undefined : line.y - this.#before.y;
    const inText = this.#active.some((cell) => cell.isProse && cell.place !== 'beside');
    const afterLabel = this.#active.every(({ lines }) => lines.length === 0);
    const hasField = (name: string) => this.#forms.has(name);
    const labels = this.#labels.find(line, { inText, afterLabel, gap, hasField });
    if (labels.length > 0 || !inText) return labels;
    // The number of the next incident is a field that this one has already.
    const outside = this.#labels.find(line, { inText: false, afterLabel, gap, hasField });
    const number = outside.find((label) => isNumber(label.known));
    if (number === undefined || !this.#hasNumberFor(number, line, next)) return [];
    return outside.length > 1 || (next !== undefined && this.#isRow(next)) ? outside : [];
  }

  #isRow(line: Line): boolean {
    const found = this.#labels.find(line, { inText: false, afterLabel: false, gap: undefined, hasField: () => false });
    return found.some(
      ({ known, rest }) => known !== undefined && (rest === undefined || this.#layout.placement === 'inline'),
    );
  }

  #row(line: Line, labels: readonly FoundLabel[]): void {
    const number = labels.find(({ known }) => isNumber(known));
    if (number !== undefined && this.#forms.isFull) {
      this.#dropTitle(line);
      this.#forms.next();
    }
    this.#active = labels.map((label, index) => {
      const end = labels[index + 1]?.at ?? line.segments.length;
      const values = line.segments.slice(label.at + 1, end);
      return this.#cell(label, line, values);
    });
    if (this.#tearsNext && number === undefined) for (const cell of this.#active) cell.torn = true;
    this.#tearsNext = false;
    this.#forms.add(this.#active);
  }

  #cell({ name, known, rest, x, at }: FoundLabel, line: Line, values: readonly Segment[]): Cell {
    const cell: Cell = {
      name,
      x,
      isText: known?.kind !== 'field' || TEXT_FIELDS.has(known.target),
      isProse: known?.kind === 'field' && PROSE_FIELDS.has(known.target),
      isNumber: isNumber(known),
      isReport: known?.kind === 'report',
      place: undefined,
      lines: [],
      torn: false,
    };
    const label = line.segments[at];
    if (rest !== undefined && label !== undefined) {
      // Its beginning is reckoned: the text and its width are known, the place of the colon is not.
      const from = label.right - ((label.right - label.x) * rest.length) / label.text.length;
      addLine(cell, line, [{ ...label, text: rest, x: from }, ...values]);
      cell.place = this.#layout.placement === 'inline' ? 'below' : 'beside';
    } else if (values.length > 0) {
      // A short value has one place. What stands far behind it has a label that is not known as one.
      const own = cell.isText ? values : values.slice(0, 1);
      addLine(cell, line, own);
      cell.place = 'beside';
      cell.torn = values.length > own.length && !isNumber(known);
    }
    return cell;
  }

  /** What stands over the number of the next incident, such as its title, is no end of a text of this one. */
  #dropTitle(line: Line): void {
    const [cell] = this.#active;
    const before = this.#before;
    if (cell === undefined || before === undefined || cell.lines.at(-1)?.y !== before.y) return;
    const { lines } = cell;
    const isClose = line.y - before.y <= TITLE_GAP * this.#leading(before.segments[0]);
    for (let count = 1; count <= 2 && count < lines.length; count++) {
      const [above, first] = [lines[lines.length - count - 1], lines[lines.length - count]];
      if (above === undefined || first === undefined) return;
      if ((above.page !== first.page && isClose) || first.y - above.y > TITLE_GAP * this.#leading(first)) {
        lines.length -= count;
        return;
      }
    }
  }

  /** Adds a line without labels to the values that it belongs to. False where it belongs to none. */
  #continue(line: Line): boolean {
    const [first] = line.segments;
    if (first === undefined || this.#active.length === 0) return false;
    if (this.#layout.placement !== 'beside') return this.#continueBelow(line, first);
    const claimed = line.segments.map((segment) => this.#active.find((cell) => this.#isBeside(cell, segment)));
    if (claimed.every((cell) => cell !== undefined)) {
      if (this.#layout.labelsCentred) this.#tear(claimed);
      for (const [at, cell] of claimed.entries()) addLine(cell as Cell, line, [line.segments[at] as Segment]);
      return true;
    }
    return this.#continueBelow(line, first);
  }

  /** The lines may belong to these cells or to the next ones. */
  #tear(cells: readonly Cell[]): void {
    for (const cell of cells) cell.torn = true;
    this.#tearsNext = true;
  }

  /** Whether a text stands where the value beside a label goes on. */
  #isBeside(cell: Cell, segment: Segment): boolean {
    if (cell.place === 'below') return false;
    const start = cell.lines[0]?.x ?? this.#layout.valueXs.find((x) => x > cell.x);
    return start !== undefined && isNear(start, segment.x);
  }

  #continueBelow(line: Line, first: Segment): boolean {
    const isBelow = this.#layout.placement === 'below';
    const open = this.#active.filter(
      (cell) => isBelow || (cell.place !== 'beside' && (cell.isText || this.#active.length === 1)),
    );
    const owners = line.segments.map((segment) => open.filter(({ x }) => x <= segment.x + SAME_COLUMN).at(-1));
    const [owner] = owners;
    if (owner === undefined || !this.#isNextLine(owner, line, first)) return false;
    const columns = isBelow && open.length > 1;
    if (!columns) addLine(owner, line, line.segments);
    for (const [at, cell] of owners.entries()) {
      if (columns && cell !== undefined) addLine(cell, line, [line.segments[at] as Segment]);
    }
    for (const cell of columns ? owners : [owner]) if (cell !== undefined) cell.place = 'below';
    return true;
  }

  #isNextLine(cell: Cell, line: Line, first: Segment): boolean {
    const gap = this.#before === undefined ? 0 : line.y - this.#before.y;
    if (cell.lines.length === 0) return gap <= FIRST_LINE * Math.max(this.#layout.rowPitch, 1.3 * first.size);
    // A related list under a text is a table.
    return !(line.segments.length >= TABLE_SEGMENTS && gap > 1.5 * this.#leading(first));
  }

  /** Whether a line is the title of the part of the form that begins under it. */
  #isTitle(line: Line, next: Line | undefined): boolean {
    const [segment, another] = line.segments;
    if (segment === undefined || another !== undefined) return false;
    const beforeRow = next === undefined || this.#isRow(next) || next.segments.length >= TABLE_SEGMENTS;
    const last = this.#active.flatMap(({ lines }) => lines).at(-1);
    const gap = this.#before === undefined ? undefined : (line.y - this.#before.y) / this.#leading(segment);
    if (this.#book.isHeading(segment.text)) return beforeRow && (gap === undefined || gap > 1.2);
    if (next === undefined || !beforeRow || segment.text.length > 60) return false;
    if (last !== undefined && (segment.font !== last.font || segment.size > 1.15 * last.size)) return true;
    return gap !== undefined && gap > 2.6 && segment.text.length <= 40;
  }

  #leading(segment: Segment | undefined): number {
    return this.#layout.leading ?? 1.2 * (segment?.size ?? 10);
  }

  #hasNumberFor(label: FoundLabel, line: Line, next: Line | undefined): boolean {
    const beside = label.rest ?? line.segments[label.at + 1]?.text ?? '';
    return (
      NUMBER.test(beside) || next?.segments.some(({ x, text }) => isNear(x, label.x) && NUMBER.test(text)) === true
    );
  }
}

function addLine(cell: Cell, { page, pageWidth }: Line, segments: readonly Segment[]): void {
  const [first] = segments;
  const last = segments.at(-1);
  if (first === undefined || last === undefined) return;
  const text = segments.map((segment) => segment.text).join('  ');
  const line: ValueLine = { ...first, text, right: last.right, page, pageWidth, isText: cell.isText };
  cell.lines.push(line);
}

function isNumber(known: KnownLabel | undefined): boolean {
  return known?.kind === 'field' && known.target === 'number';
}
