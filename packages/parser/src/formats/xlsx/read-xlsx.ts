import { ColumnFinder } from '../../normalise/columns.ts';
import type { FormatItem, FormatReader } from '../format.ts';
import { recordTooLarge } from '../record-too-large.ts';
import type { Spool } from '../spool.ts';
import { spoolSource } from '../spooled.ts';
import { findHeader, headerFault, ROWS_ABOVE_HEADER } from '../table/find-header.ts';
import { type Cell, TableRecords } from '../table/table-records.ts';
import { openWorkbook, type Workbook } from './open-workbook.ts';
import { checkPart, type PartPlace, readPart } from './part.ts';
import { readXml } from './read-xml.ts';
import type { SharedStrings } from './shared-strings.ts';
import { type SheetCell, SheetRows } from './sheet-rows.ts';
import { type XlsxFault, xlsxFault } from './xlsx-faults.ts';

const MOST_BYTES = 2 * 1024 * 1024 * 1024;

/** A row of a sheet with all its values. */
type ReadRow = { readonly kind: 'row'; readonly cells: readonly Cell[] } | { readonly kind: 'too-large' };

/**
 * Reads the first sheet of an Excel workbook (.xlsx) that has a column for the ticket number. The file is kept aside, in memory
 * or in a temporary file, because its parts are read from several places; the rows are read one by one.
 */
export const readXlsx: FormatReader = async function* (bytes, { maxRecordBytes, aliases }) {
  const spool = await spoolSource(bytes, MOST_BYTES);
  if (spool === undefined) return yield problem('size');
  let strings: SharedStrings | undefined;
  try {
    const book = await openWorkbook(spool, maxRecordBytes);
    if ('fault' in book) return yield problem(book.fault);
    strings = book.strings;
    const finder = new ColumnFinder(aliases);
    const tops: string[][] = [];
    for (const sheet of book.sheets) {
      // Before anything in it is believed.
      const fault = await checkPart(spool, sheet);
      if (fault !== undefined && fault !== 'truncated') return yield problem(fault);
      const reader = new SheetReader(finder, maxRecordBytes);
      yield* reader.read(rowsOf(spool, sheet, book, maxRecordBytes));
      if (reader.hasHeader) return;
      tops.push(...reader.top);
    }
    if (book.isCut) yield problem('truncated');
    else yield { kind: 'problem', details: headerFault(tops) };
  } finally {
    await spool.close();
    await strings?.dispose();
  }
};

/** The rows of a sheet, and at last what kept it from being read to its end. */
async function* rowsOf(
  spool: Spool,
  sheet: PartPlace,
  { strings, styles, uses1904, isCut }: Workbook,
  maxRowBytes: number,
): AsyncGenerator<ReadRow | XlsxFault, void, undefined> {
  const isDate = styles && ((style: number) => styles.isDate(style));
  const rows = new SheetRows({ strings, isDate, uses1904, maxRowBytes });
  const xml = readXml(readPart(spool, sheet).bytes, rows);
  for (;;) {
    const { done, value } = await xml.next();
    for (const row of rows.take())
      yield row.kind === 'row' ? { ...row, cells: await fetched(row.cells, strings) } : row;
    if (!done) continue;
    if (isCut) yield 'truncated';
    else if (value === false) yield 'malformed';
    return;
  }
}

/** The cells of a row, with the texts that were spooled. */
async function fetched(cells: readonly SheetCell[], strings: SharedStrings | undefined): Promise<Cell[]> {
  const known: Cell[] = [];
  for (const cell of cells) known.push(typeof cell === 'object' ? await strings?.fetch(cell) : cell);
  return known;
}

/** Finds the header of a sheet, and makes records of the rows below it. */
class SheetReader {
  readonly top: string[][] = [];
  readonly #finder: ColumnFinder;
  readonly #maxRecordBytes: number;
  #records: TableRecords | undefined;

  constructor(finder: ColumnFinder, maxRecordBytes: number) {
    this.#finder = finder;
    this.#maxRecordBytes = maxRecordBytes;
  }

  get hasHeader(): boolean {
    return this.#records !== undefined;
  }

  async *read(rows: AsyncIterable<ReadRow | XlsxFault>): AsyncGenerator<FormatItem, void, undefined> {
    let fault: XlsxFault | undefined;
    for await (const row of rows) {
      if (typeof row === 'string') fault = row;
      else if (this.#records === undefined) {
        this.#records = this.#lookForHeader(row);
        if (this.#records !== undefined) yield* this.#records.begin();
        else if (this.top.length > ROWS_ABOVE_HEADER) return;
      } else if (row.kind === 'row') yield* this.#records.add(row.cells);
      else yield* this.#records.lose(recordTooLarge(this.#maxRecordBytes));
    }
    if (this.#records === undefined) return;
    yield* this.#records.end();
    if (fault !== undefined) yield problem(fault);
  }

  #lookForHeader(row: ReadRow): TableRecords | undefined {
    if (row.kind !== 'row') return undefined;
    const cells = row.cells.map((cell) => cell ?? '');
    if (cells.every((cell) => cell.trim() === '')) return undefined;
    this.top.push(cells);
    const header = findHeader([cells], this.#finder);
    return header && new TableRecords(header, this.#finder);
  }
}

function problem(fault: XlsxFault): FormatItem {
  return { kind: 'problem', details: xlsxFault(fault) };
}
