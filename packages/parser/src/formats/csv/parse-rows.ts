import { CsvError, parse } from 'csv-parse/sync';

/** A row as it stands in the bytes. Its cells hold a character for each byte (Latin-1). */
export interface ParsedRow {
  readonly cells: readonly string[];
  /** Where the next row begins, counted from the start of the bytes. */
  readonly end: number;
}

/** The rows of a stretch of bytes, up to where its quotes cannot be followed. */
export interface ParsedRows {
  readonly rows: readonly ParsedRow[];
  /** `unclosed`: the bytes end inside quotes. `quote`: a quote stands where none can. */
  readonly fault: 'unclosed' | 'quote' | undefined;
}

/** How rows are told apart. */
export interface RowOptions {
  readonly delimiter: string;
  /** Rows at most. */
  readonly to?: number;
  /** Takes a quote inside of an unquoted value for a character. */
  readonly relaxed?: boolean;
}

/** Parses a stretch of bytes as if it were all there is. */
export function parseRows(bytes: Buffer, { delimiter, to, relaxed = false }: RowOptions): ParsedRows {
  const rows: ParsedRow[] = [];
  if (bytes.length === 0) return { rows, fault: undefined };
  try {
    parse(bytes, {
      delimiter,
      ...(to !== undefined && { to }),
      relax_quotes: relaxed,
      encoding: 'latin1',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], info) => {
        rows.push({ cells, end: info.bytes });
        return null;
      },
    });
    return { rows, fault: undefined };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, fault: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed' : 'quote' };
  }
}
