import {
  beginText,
  degrees,
  endText,
  PDFDocument,
  type PDFFont,
  PDFName,
  StandardFonts,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib';

/** An incident as it is printed: labels and values, in parts of the form. */
export interface PrintedIncident {
  /** Rows of the form: short values, in two columns where the layout has two. */
  readonly left: readonly (readonly [string, string])[];
  readonly right: readonly (readonly [string, string])[];
  /** Parts with texts of many lines; a part without a title goes on with the one before. */
  readonly parts: readonly {
    readonly title?: string;
    readonly rows?: readonly (readonly [string, string])[];
    readonly texts?: readonly (readonly [string, string])[];
  }[];
}

/** How a document is laid out. */
export interface PdfLayout {
  /** Values beside their labels in two columns or one, right behind them, or under them. */
  readonly form: 'two-columns' | 'one-column' | 'inline' | 'below';
  readonly width?: number;
  readonly height?: number;
  readonly size?: number;
  /** Labels at the middle of longer values beside them. */
  readonly centred?: boolean;
  /** Every line, of texts and of the form, as far from the one before. */
  readonly evenly?: boolean;
  /** How wide labels may be, in points, before they are broken into lines. */
  readonly labelWidth?: number;
  readonly boldLabels?: boolean;
  readonly colon?: boolean;
  /** Page header and footer, and the head of a report. */
  readonly furniture?: boolean;
  /** Each incident on a page of its own, or right under the one before. */
  readonly newPage?: boolean;
  /** A quarter turn: of the page with its text upright, or of its text too. */
  readonly rotated?: 'page' | 'text';
  /** Texts are written in another order than they are read. */
  readonly shuffled?: boolean;
  /** Every word is written by itself. */
  readonly words?: boolean;
  /** Pages and fonts are packed into streams, as newer documents have it. Default: true. */
  readonly packed?: boolean;
}

interface Mark {
  readonly page: number;
  readonly x: number;
  /** From the top. */
  readonly y: number;
  readonly text: string;
  readonly bold: boolean;
}

const MARGIN = 28;

/** Writes incidents as a PDF document of one layout. */
export async function writePdf(incidents: readonly PrintedIncident[], layout: PdfLayout): Promise<Uint8Array> {
  const { width = 612, height = 792, size = 9, rotated, shuffled = false, words = false, packed = true } = layout;
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const printer = new Printer(layout, width, height, size, font);
  for (const [at, incident] of incidents.entries()) printer.incident(incident, at);
  const pages = Array.from({ length: printer.pages }, () => {
    const page = document.addPage(rotated === 'page' ? [height, width] : [width, height]);
    page.node.setFontDictionary(PDFName.of('F1'), font.ref);
    page.node.setFontDictionary(PDFName.of('F2'), bold.ref);
    if (rotated !== undefined) page.setRotation(degrees(90));
    return page;
  });
  const marks = words ? printer.marks.flatMap((mark) => inWords(mark, mark.bold ? bold : font, size)) : printer.marks;
  const inOrder = shuffled ? [...marks].sort((a, b) => hash(a) - hash(b)) : marks;
  for (const { page, x, y, text, bold: isBold } of inOrder) {
    const matrix = rotated === 'page' ? setTextMatrix(0, 1, -1, 0, y, x) : setTextMatrix(1, 0, 0, 1, x, height - y);
    const show = showText((isBold ? bold : font).encodeText(text));
    pages[page]?.pushOperators(beginText(), setFontAndSize(isBold ? 'F2' : 'F1', size), matrix, show, endText());
  }
  // The same incidents give the same bytes.
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  return document.save({ useObjectStreams: packed });
}

/** Text in lines as wide as they may be, cut at spaces. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

class Printer {
  readonly marks: Mark[] = [];
  readonly #layout: PdfLayout;
  readonly #width: number;
  readonly #height: number;
  readonly #size: number;
  readonly #font: PDFFont;
  #page = -1;
  #y = Number.POSITIVE_INFINITY;

  constructor(layout: PdfLayout, width: number, height: number, size: number, font: PDFFont) {
    this.#layout = layout;
    this.#width = width;
    this.#height = height;
    this.#size = size;
    this.#font = font;
  }

  get pages(): number {
    return this.#page + 1;
  }

  incident({ left, right, parts }: PrintedIncident, at: number): void {
    if (at === 0 || this.#layout.newPage === true) this.#newPage();
    else this.#y += 3 * this.#size;
    if (this.#layout.furniture === true && at === 0) this.#reportHead();
    this.#title('Incident');
    if (this.#layout.form === 'two-columns') this.#rows(left, right);
    else this.#rows([...left, ...right], []);
    for (const { title, rows = [], texts = [] } of parts) {
      if (title !== undefined) this.#title(title);
      const half = this.#layout.form === 'two-columns' ? Math.ceil(rows.length / 2) : rows.length;
      this.#rows(rows.slice(0, half), rows.slice(half));
      for (const [label, text] of texts) this.#text(label, text);
    }
  }

  #rows(left: readonly (readonly [string, string])[], right: readonly (readonly [string, string])[]): void {
    const columnWidth = (this.#width - 2 * MARGIN) / (this.#layout.form === 'two-columns' ? 2 : 1);
    if (this.#layout.form === 'below') {
      this.#under(left);
      return;
    }
    for (let at = 0; at < Math.max(left.length, right.length); at++) {
      const cells = [left[at], right[at]].map((cell, column) => ({ cell, x: MARGIN + column * columnWidth }));
      const indent = this.#layout.form === 'inline' ? 0 : Math.min(columnWidth / 2, 14 * this.#size);
      const wrapped = cells.map(({ cell }) => {
        const [label = '', value = ''] = cell ?? [];
        const text = indent === 0 ? `${this.#label(label)} ${value}` : value;
        return wrap(text.trim(), columnWidth - indent - this.#size, (line) => this.#widthOf(line));
      });
      const lines = Math.max(this.#layout.labelWidth === undefined ? 1 : 2, ...wrapped.map(({ length }) => length));
      this.#room(lines * this.#leading + this.#gap(0.5));
      for (const [column, { cell, x }] of cells.entries()) {
        if (cell === undefined) continue;
        const middle = this.#layout.centred === true ? (((wrapped[column]?.length ?? 1) - 1) * this.#leading) / 2 : 0;
        const { labelWidth = Number.POSITIVE_INFINITY } = this.#layout;
        const label = indent > 0 ? wrap(this.#label(cell[0]), labelWidth, (text) => this.#widthOf(text)) : [];
        for (const [line, text] of label.entries()) {
          this.#mark(x, this.#y + middle + line * this.#leading, text, true);
        }
        for (const [line, text] of (wrapped[column] ?? []).entries()) {
          this.#mark(x + indent, this.#y + line * this.#leading, text, false);
        }
      }
      this.#y += lines * this.#leading + this.#gap(0.5);
    }
  }

  /** Labels side by side, with the values under them. */
  #under(rows: readonly (readonly [string, string])[]): void {
    const columns = 3;
    const columnWidth = (this.#width - 2 * MARGIN) / columns;
    for (let at = 0; at < rows.length; at += columns) {
      const cells = rows.slice(at, at + columns);
      const wrapped = cells.map(([, value]) =>
        wrap(value, columnWidth - 2 * this.#size, (line) => this.#widthOf(line)),
      );
      const lines = Math.max(...wrapped.map(({ length }) => length));
      this.#room((lines + 1) * this.#leading + this.#size);
      for (const [column, [label]] of cells.entries()) {
        const x = MARGIN + column * columnWidth;
        this.#mark(x, this.#y, this.#label(label), true);
        for (const [line, text] of (wrapped[column] ?? []).entries()) {
          this.#mark(x, this.#y + (line + 1) * this.#leading, text, false);
        }
      }
      this.#y += (lines + 1) * this.#leading + this.#size;
    }
  }

  #text(label: string, text: string): void {
    const inline = this.#layout.form === 'inline';
    const whole = inline ? `${this.#label(label)} ${text}`.trim() : text;
    if (!inline) {
      this.#room(2 * this.#leading);
      this.#mark(MARGIN, this.#y, this.#label(label), true);
      this.#y += this.#leading + this.#gap(0.4);
    }
    const lines = whole === '' ? [] : wrap(whole, this.#width - 2 * MARGIN, (line) => this.#widthOf(line));
    for (const [at, line] of lines.entries()) {
      this.#room(this.#leading);
      this.#mark(MARGIN, this.#y, line, inline && at === 0);
      this.#y += this.#leading;
    }
    this.#y += this.#gap(0.4);
  }

  #title(text: string): void {
    this.#room(5 * this.#leading);
    this.#y += 1.5 * this.#size;
    this.#mark(MARGIN, this.#y, text, true);
    this.#y += 2.4 * this.#size;
  }

  #reportHead(): void {
    const rows = [
      ['Report Title:', 'Incident Details'],
      ['Run Date and Time:', '2026-03-01 08:00:00 Central European Time'],
      ['Run by:', 'Ada Clerk'],
      ['Table name:', 'incident'],
    ] as const;
    for (const [label, value] of rows) {
      this.#mark(MARGIN - 2, this.#y, label, false);
      this.#mark(MARGIN + 95, this.#y, value, false);
      this.#y += 1.8 * this.#size;
    }
  }

  #newPage(): void {
    this.#page++;
    this.#y = MARGIN + 3 * this.#size;
    if (this.#layout.furniture !== true) return;
    this.#mark(MARGIN - 2, MARGIN, 'Incident Details', false);
    this.#mark(this.#width - MARGIN - 30, MARGIN, `Page ${this.#page + 1}`, false);
    this.#mark(MARGIN - 2, this.#height - MARGIN, 'Run By : Ada Clerk', false);
    this.#mark(this.#width - MARGIN - 200, this.#height - MARGIN, '2026-03-01 08:00:00 Central European Time', false);
  }

  #room(height: number): void {
    if (this.#y + height > this.#height - MARGIN - 2 * this.#size) this.#newPage();
  }

  #mark(x: number, y: number, text: string, label: boolean): void {
    if (text !== '') this.marks.push({ page: this.#page, x, y, text, bold: label && this.#layout.boldLabels === true });
  }

  #label(label: string): string {
    return this.#layout.colon === false ? label : `${label}:`;
  }

  #widthOf(text: string): number {
    return this.#font.widthOfTextAtSize(text, this.#size);
  }

  #gap(ofSize: number): number {
    return this.#layout.evenly === true ? 0 : ofSize * this.#size;
  }

  get #leading(): number {
    return 1.25 * this.#size;
  }
}

function inWords(mark: Mark, font: PDFFont, size: number): Mark[] {
  let x = mark.x;
  return mark.text.split(' ').map((text) => {
    const placed = { ...mark, text, x };
    x += font.widthOfTextAtSize(`${text} `, size);
    return placed;
  });
}

/** An order that has nothing to do with the page, and is always the same. */
function hash({ x, y, text }: Mark): number {
  let value = Math.round(x * 7 + y * 13);
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
}
