import { Spool } from '../../bytes/spool.ts';
import { ColumnFinder } from '../../normalise/columns.ts';
import type { FormatItem, FormatReader } from '../format.ts';
import { recordTooLarge } from '../record-too-large.ts';
import { findHeader, headerFault, ROWS_ABOVE_HEADER } from '../table/find-header.ts';
import { TableRecords } from '../table/table-records.ts';
import { openWorkbook, type Workbook } from './open-workbook.ts';
import { type PartPlace, readPart } from './part.ts';
import { readXml } from './read-xml.ts';
import { type SheetRow, SheetRows } from './sheet-rows.ts';
import { type XlsxFault, xlsxFault } from './xlsx-faults.ts';

const MOST_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * Reads the first sheet of an Excel workbook (.xlsx) that has a column for the ticket number. The file is kept aside, in memory
 * or in a temporary file, because its parts are read from several places; the rows are read one by one.
 */
export const readXlsx: FormatReader = async function* (bytes, { maxRecordBytes, aliases }) {
  const spool = await Spool.of(bytes, MOST_BYTES);
  if (spool === undefined) return yield problem('size');
  try {
    const book = await openWorkbook(spool);
    if ('fault' in book) return yield problem(book.fault);
    const finder = new ColumnFinder(aliases);
    const tops: string[][] = [];
    for (const sheet of book.sheets) {
      const reader = new SheetReader(finder, maxRecordBytes);
      yield* reader.read(rowsOf(spool, sheet, book, maxRecordBytes));
      if (reader.hasHeader) return;
      tops.push(...reader.top);
    }
    if (book.isCut) yield problem('truncated');
    else yield { kind: 'problem', details: headerFault(tops) };
  } finally {
    await spool.close();
  }
};

/** The rows of a sheet, and at last what kept it from being read to its end. */
async function* rowsOf(
  spool: Spool,
  sheet: PartPlace,
  { strings, styles, uses1904, isCut }: Workbook,
  maxRowBytes: number,
): AsyncGenerator<SheetRow | XlsxFault, void, undefined> {
  const isDate = styles && ((style: number) => styles.isDate(style));
  const rows = new SheetRows({ strings, isDate, uses1904, maxRowBytes });
  const xml = readXml(readPart(spool, sheet).bytes, rows);
  for (;;) {
    const { done, value } = await xml.next();
    yield* rows.take();
    if (!done) continue;
    if (isCut) yield 'truncated';
    else if (value === false) yield 'malformed';
    return;
  }
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

  async *read(rows: AsyncIterable<SheetRow | XlsxFault>): AsyncGenerator<FormatItem, void, undefined> {
    let fault: XlsxFault | undefined;
    for await (const row of rows) {
      if (typeof row === 'string') fault = row;
      else if (this.#records === undefined) {
        if (!this.#lookForHeader(row)) return;
      } else if (row.kind === 'row') yield* this.#records.add(row.cells);
      else yield* this.#records.lose(recordTooLarge(this.#maxRecordBytes));
    }
    if (this.#records === undefined) return;
    yield* this.#records.end();
    if (fault !== undefined) yield problem(fault);
  }

  /** @returns Whether the header may still come. */
  #lookForHeader(row: SheetRow): boolean {
    if (row.kind !== 'row') return true;
    const cells = row.cells.map((cell) => cell ?? '');
    if (cells.every((cell) => cell.trim() === '')) return true;
    this.top.push(cells);
    const header = findHeader([cells], this.#finder);
    if (header !== undefined) this.#records = new TableRecords(header, this.#finder);
    return this.top.length <= ROWS_ABOVE_HEADER;
  }
}

function problem(fault: XlsxFault): FormatItem {
  return { kind: 'problem', details: xlsxFault(fault) };
}
