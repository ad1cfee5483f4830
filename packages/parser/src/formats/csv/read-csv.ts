import { openText, skipping } from '../../bytes/open-text.ts';
import { peek } from '../../bytes/peek.ts';
import { ColumnFinder } from '../../normalise/columns.ts';
import type { FormatReader } from '../format.ts';
import { TableRecords } from '../table/table-records.ts';
import { CsvRecords } from './csv-records.ts';
import { DIALECT_BYTES, readDialect } from './dialect.ts';
import { RowDecoder } from './row-decoder.ts';
import { RowSplitter } from './row-splitter.ts';
import { TicketNumbers } from './ticket-numbers.ts';

/**
 * Reads values separated by commas, semicolons, tabs or bars, below their column names or labels, in UTF-8, UTF-16 or
 * Windows-1252.
 */
export const readCsv: FormatReader = async function* (bytes, { maxRecordBytes, aliases }) {
  const finder = new ColumnFinder(aliases);
  const text = await openText(bytes);
  const { head, bytes: source, close } = await peek(text.bytes, DIALECT_BYTES);
  try {
    const dialect = readDialect(head, finder);
    if ('fault' in dialect) {
      yield { kind: 'problem', details: dialect.fault };
      return;
    }
    const { delimiter, header, start } = dialect;
    const numbers = new TicketNumbers();
    const shape = { delimiter, width: header.columns.length, numberAt: header.numberAt, isNumber: numbers.matches };
    const splitter = new RowSplitter(shape, maxRecordBytes);
    const decoder = new RowDecoder(text.encoding);
    const table = new TableRecords(header, finder);
    const records = new CsvRecords(table, shape, decoder, numbers, maxRecordBytes);
    yield* table.begin();
    for await (const chunk of skipping(source, start)) {
      for (const piece of splitter.push(chunk)) yield* records.read(piece);
    }
    for (const piece of splitter.end()) yield* records.read(piece);
    yield* records.end();
  } finally {
    await close();
  }
};
