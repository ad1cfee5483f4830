import type { ProblemDetails } from '../../problems.ts';
import type { FormatItem } from '../format.ts';
import { recordTooLarge } from '../record-too-large.ts';
import type { Cell, TableRecords } from '../table/table-records.ts';
import { LastValues } from './last-values.ts';
import type { RowDecoder } from './row-decoder.ts';
import type { CsvPiece, RowShape } from './row-splitter.ts';
import type { TicketNumbers } from './ticket-numbers.ts';

type Fault = Pick<ProblemDetails, 'code' | 'what' | 'hint'>;

const EXPORT_AGAIN = 'Export the list again. The records that could be read are not affected.';
const DAMAGED: Fault = {
  code: 'csv-damaged',
  what: 'its quotes do not match, so that its values cannot be told apart',
  hint: `The file was changed after the export. ${EXPORT_AGAIN}`,
};
const CUT: Fault = {
  code: 'csv-truncated',
  what: 'the source ends in the middle of it',
  hint: 'The export or its download was cut off: export again. Every complete record before the cut was read.',
};
const UNENDED: Fault = {
  code: 'row-short',
  what: 'the source ends in it without a line end; its last value may have been cut, and counts as not exported',
  hint: 'Export again. If the file is whole, add a line end at its end.',
};
const BAD_TEXT: Fault = {
  code: 'bad-utf8',
  what: 'its text is damaged: it is not valid UTF-8',
  hint: `Where the file was converted, save it as UTF-8 once more from its source. ${EXPORT_AGAIN}`,
};
const NUMBER_IN_START = /\b[A-Z]{2,10}\d{4,12}\b/;
const NUL = '\u0000';

/** Makes records of the pieces of a table of comma-separated values. */
export class CsvRecords {
  readonly #records: TableRecords;
  readonly #shape: RowShape;
  readonly #decoder: RowDecoder;
  readonly #numbers: TicketNumbers;
  readonly #maxRecordBytes: number;
  readonly #endings = new LastValues();
  /** The rows since are the rest of one that was damaged, until one begins a record. */
  #inDamage = false;
  /** A row that ends too early: it is told of once it is known whether the source ends there. */
  #short: readonly string[] | undefined;

  constructor(
    records: TableRecords,
    shape: RowShape,
    decoder: RowDecoder,
    numbers: TicketNumbers,
    maxRecordBytes: number,
  ) {
    this.#records = records;
    this.#shape = shape;
    this.#decoder = decoder;
    this.#numbers = numbers;
    this.#maxRecordBytes = maxRecordBytes;
  }

  /** What the next piece comes to. */
  read(piece: CsvPiece): FormatItem[] {
    if (piece.kind === 'row') return piece.isOpen ? this.#lastRow(piece.cells) : this.#row(piece.cells);
    const items = this.#settleShort();
    this.#inDamage = true;
    const number = NUMBER_IN_START.exec(piece.start.toString('latin1'))?.[0];
    return [
      ...items,
      ...this.#records.lose({ ...this.#faultOf(piece.cause), ...(number !== undefined && { number }) }),
    ];
  }

  /** Call it behind the last piece. */
  end(): FormatItem[] {
    const items = this.#short === undefined ? [] : this.#records.lose({ ...CUT, ...this.#numberOf(this.#short) });
    return [...items, ...this.#records.end()];
  }

  #row(cells: readonly string[]): FormatItem[] {
    const { width } = this.#shape;
    const isWhole = cells.length === width || (cells.length > width && cells.slice(width).every(isBlank));
    const beginsRecord = this.#numbers.matches(cells[this.#shape.numberAt] ?? '');
    if (!isWhole && !beginsRecord && (this.#inDamage || this.#short !== undefined)) return [];
    const items = this.#settleShort();
    this.#inDamage = false;
    if (isWhole) {
      this.#endings.learn(cells[width - 1] ?? '');
      return [...items, ...this.#whole(cells.slice(0, width))];
    }
    if (cells.every(isBlank)) return items;
    // A file system that was cut off leaves zero bytes in the place of the rest.
    if (cells.every(isZero)) return [...items, ...this.#records.lose(CUT)];
    if (cells.length > width) {
      this.#inDamage = true;
      return [...items, ...this.#records.lose({ ...this.#wrongWidth(cells.length), ...this.#numberOf(cells) })];
    }
    // With a number it is a record that ends too early, without one perhaps a message, or the rest of something.
    if (beginsRecord) {
      this.#short = cells;
      return items;
    }
    const isMessage = cells.filter((cell) => !isBlank(cell)).length === 1;
    const decoded = isMessage ? this.#decoder.decode(cells) : undefined;
    if (decoded !== undefined) return [...items, ...this.#records.add(decoded)];
    this.#inDamage = true;
    const what = `it has ${cells.length} of ${width} columns, and no ticket number in its place`;
    return [...items, ...this.#records.lose({ ...DAMAGED, what })];
  }

  /** The row that a source ends in without a line end: its last value may have been cut. */
  #lastRow(cells: readonly string[]): FormatItem[] {
    const { width } = this.#shape;
    if (cells.length !== width || this.#endings.mayBeWhole(cells[width - 1] ?? '')) return this.#row(cells);
    return [
      ...this.#settleShort(),
      ...this.#records.warn({ ...UNENDED, ...this.#numberOf(cells) }),
      ...this.#whole(cells.slice(0, -1)),
    ];
  }

  /** A row that ends too early and is not the last: it is read but for the value that it ends in. */
  #settleShort(): FormatItem[] {
    const cells = this.#short;
    if (cells === undefined) return [];
    this.#short = undefined;
    const warning: Fault = {
      code: 'row-short',
      what: `it has ${cells.length} of ${this.#shape.width} columns; those from the last one that is there on count as not exported`,
      hint: `A line break or a separator may be missing, or a value holds one without quotes. ${EXPORT_AGAIN}`,
    };
    return [...this.#records.warn({ ...warning, ...this.#numberOf(cells) }), ...this.#whole(cells.slice(0, -1))];
  }

  #whole(raw: readonly string[]): FormatItem[] {
    const cells = this.#decoder.decode(raw);
    if (cells === undefined) return this.#records.lose({ ...BAD_TEXT, ...this.#numberOf(raw) });
    const number = cells[this.#shape.numberAt] ?? '';
    this.#numbers.learn(number);
    const missing = new Array<Cell>(this.#shape.width - cells.length).fill(undefined);
    if (!cells.some((cell) => cell.includes(NUL))) return this.#records.add([...cells, ...missing]);
    const known = cells.map((cell): Cell => (cell.includes(NUL) ? undefined : cell));
    const what = { code: 'field-damaged', hint: `The file or its download is damaged. ${EXPORT_AGAIN}` };
    if (number.includes(NUL))
      return this.#records.lose({ ...what, what: 'zero bytes stand in the place of its number' });
    return [
      ...this.#records.warn({
        ...what,
        ...this.#numberOf(raw),
        what: 'zero bytes stand in the place of text; the fields with them count as not exported',
      }),
      ...this.#records.add([...known, ...missing]),
    ];
  }

  #wrongWidth(width: number): Fault {
    return {
      code: 'row-long',
      what: `it has ${width} columns in place of ${this.#shape.width}, so that its values cannot be told apart`,
      hint: `A value holds a separator without quotes, or a line break is missing. ${EXPORT_AGAIN}`,
    };
  }

  #faultOf(cause: 'quote' | 'too-large' | 'cut'): Fault {
    if (cause === 'cut') return CUT;
    return cause === 'quote' ? DAMAGED : recordTooLarge(this.#maxRecordBytes);
  }

  #numberOf(cells: readonly string[]): { readonly number?: string } {
    const number = cells[this.#shape.numberAt] ?? '';
    return this.#numbers.matches(number) ? { number } : {};
  }
}

function isZero(cell: string): boolean {
  return cell.replaceAll(NUL, '') === '';
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}
