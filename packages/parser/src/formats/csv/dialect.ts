import type { ColumnFinder } from '../../normalise/columns.ts';
import type { ProblemDetails } from '../../problems.ts';
import { countKnown, findHeader, type Header, headerFault, ROWS_ABOVE_HEADER } from '../table/find-header.ts';
import { parseRows } from './parse-rows.ts';
import { RowDecoder } from './row-decoder.ts';

/** How much of an export is looked at to find its header. */
export const DIALECT_BYTES = 65_536;

const DELIMITERS = [',', ';', '\t', '|'];
/** The line by which Excel tells itself the delimiter. */
const SEPARATOR_LINE = /^sep=([,;\t|])\r?\n/i;

/** How a text is a table, or why it is none. */
export type Dialect =
  | { readonly delimiter: string; readonly header: Header /** Where the records begin. */; readonly start: number }
  | { readonly fault: ProblemDetails };

interface Candidate {
  readonly delimiter: string;
  readonly header: Header | undefined;
  readonly start: number;
  readonly rows: readonly (readonly string[])[];
  readonly known: number;
}

/**
 * Finds the delimiter and the column names at the beginning of a text.
 *
 * @param head The first {@link DIALECT_BYTES} of the text in UTF-8 or Windows-1252, without a byte order mark.
 */
export function readDialect(head: Buffer, finder: ColumnFinder): Dialect {
  const separator = SEPARATOR_LINE.exec(head.toString('latin1', 0, 8));
  const skip = separator?.[0].length ?? 0;
  const delimiters = separator?.[1] === undefined ? DELIMITERS : [separator[1]];
  const candidates = delimiters.map((delimiter) => tryDelimiter(head.subarray(skip), delimiter, finder));
  const [best] = candidates.sort(
    (a, b) => b.known - a.known || (b.header?.columns.length ?? 0) - (a.header?.columns.length ?? 0),
  );
  if (best?.header !== undefined) {
    return { delimiter: best.delimiter, header: best.header, start: skip + best.start };
  }
  const tables = candidates.filter(({ rows }) => rows.length > 1 && rows.every((cells) => cells.length > 1));
  if (tables.length === 0 && separator === null) return { fault: NO_TABLE };
  return { fault: headerFault(candidates.flatMap(({ rows }) => rows)) };
}

const NO_TABLE: ProblemDetails = {
  severity: 'error',
  code: 'not-an-export',
  what: 'this is a text, but neither JSON, XML nor a table of comma-separated values',
  hint: 'Export the incident list as JSON, XML, CSV or Excel, and pass that file.',
};

function tryDelimiter(head: Buffer, delimiter: string, finder: ColumnFinder): Candidate {
  const parsed = parseRows(head, { delimiter, to: ROWS_ABOVE_HEADER + 1, relaxed: true }).rows;
  const decoder = new RowDecoder();
  const rows = parsed.map(({ cells }) => decoder.decode(cells) ?? cells);
  const header = findHeader(rows, finder);
  const start = header === undefined ? 0 : (parsed[header.row]?.end ?? 0);
  const known = header === undefined ? 0 : countKnown(header.columns, finder);
  return { delimiter, header, start, rows, known };
}
