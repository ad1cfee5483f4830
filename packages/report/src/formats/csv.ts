import { stringify } from 'csv-stringify/sync';
import { type Cell, csvFailureRow, csvHeader, csvRow } from '../csv/columns.ts';
import { guardCell, withoutControls } from '../csv/safe-cell.ts';
import type { Text } from '../sinks/sinks.ts';
import type { StreamFormat } from './format.ts';

/** Excel takes a file without it for one in the local code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** `escape_formulas` is the library's own net under ours. By itself the library quotes no line end but a whole CRLF. */
const toText = (row: readonly Cell[]) =>
  stringify([row.map((cell) => (typeof cell === 'string' ? guardCell(withoutControls(cell)) : cell))], {
    record_delimiter: '\r\n',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });

/**
 * A row for each ticket, with columns for each criterion. UTF-8 with a byte-order mark and CRLF, as Excel expects it.
 * No cell can start a formula (see {@link guardCell}) or steer a terminal. An empty cell means that there is no such number.
 */
export const csv: StreamFormat = {
  id: 'csv',
  kind: 'stream',
  description: 'a row for each ticket with columns for each criterion, safe to open in Excel',
  entry: 'scorecards.csv',
  render: ({ rubric }, _ticket, scorecard) => [toText(csvRow(rubric, scorecard))],
  open({ rubric }, sink) {
    let lead = BYTE_ORDER_MARK + toText(csvHeader(rubric));
    const write = async (text: Text) => {
      if (lead !== '') await sink.write(lead);
      lead = '';
      await sink.write(text);
    };
    return {
      add: (_number, [row = '']) => write(row),
      fail: (failure) => write(toText(csvFailureRow(rubric, failure))),
      close: () => write(''),
    };
  },
};
