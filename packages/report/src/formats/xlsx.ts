import type { Scorecard } from '@tqrs/core';
import type { RunInfo } from '../report.ts';
import type { FileSink, Spool } from '../sinks/sinks.ts';
import { rowXml } from '../xlsx/cells.ts';
import {
  CRITERION_COLUMNS,
  EVIDENCE_COLUMNS,
  evidenceRows,
  failureCells,
  SUMMARY,
  type SummaryLine,
  summaryLines,
  table,
  ticketColumns,
} from '../xlsx/layouts.ts';
import { type SheetLayout, sheetEnd, sheetStart } from '../xlsx/sheet.ts';
import { sheetPath, workbookParts } from '../xlsx/workbook.ts';
import { ZipWriter } from '../xlsx/zip.ts';
import type { FolderFormat, FormatWriter } from './format.ts';

/** Excel opens no sheet with more. */
const MOST_ROWS = 1_048_575;

/** Rows of one sheet that wait outside of memory, since the first sheet is known last. */
interface Rows {
  readonly layout: SheetLayout;
  readonly spool: Spool;
  count: number;
  leftOut: number;
}

/** An Excel workbook: the run in numbers, then tables of tickets, criteria and evidence. */
export const xlsx: FolderFormat = {
  id: 'xlsx',
  kind: 'folder',
  description: 'an Excel workbook with sheets for the summary, tickets, criteria and evidence',
  entry: 'scorecards.xlsx',
  render: (run, _ticket, scorecard) => renderRows(run, scorecard),
  open: openWorkbook,
};

/** For each table the rows of a ticket, behind their number. */
function renderRows({ rubric }: RunInfo, card: Scorecard): string[] {
  const { number } = card.ticket;
  const tickets = [rowXml(ticketColumns(rubric).map(({ cell }) => cell(card)))];
  const criteria = card.criteria.map((result) => rowXml(CRITERION_COLUMNS.map(({ cell }) => cell({ number, result }))));
  const evidence = [...evidenceRows(card)].map((row) => rowXml(EVIDENCE_COLUMNS.map(({ cell }) => cell(row))));
  return [tickets, criteria, evidence].flatMap((rows) => [String(rows.length), rows.join('')]);
}

async function openWorkbook(run: RunInfo, files: FileSink): Promise<FormatWriter> {
  const columns = ticketColumns(run.rubric);
  const layouts = [
    table('Tickets', columns),
    table('Criteria', CRITERION_COLUMNS),
    table('Evidence', EVIDENCE_COLUMNS),
  ];
  const sheets: Rows[] = [];
  for (const layout of layouts) sheets.push({ layout, spool: await files.spool(), count: 0, leftOut: 0 });
  const addRows = async (sheet: Rows | undefined, count: number, xml: string) => {
    if (sheet === undefined) return;
    if (sheet.count + count > MOST_ROWS) {
      sheet.leftOut += count;
      return;
    }
    sheet.count += count;
    await sheet.spool.write(xml);
  };
  return {
    async add(_number, texts) {
      for (const [place, sheet] of sheets.entries())
        await addRows(sheet, Number(texts[2 * place] ?? 0), texts[2 * place + 1] ?? '');
    },
    fail: (failure) => addRows(sheets[0], 1, rowXml(failureCells(columns, failure))),
    async close(outcome) {
      const zip = new ZipWriter(await files.openBinary(xlsx.entry), new Date(run.startedAt));
      for (const [path, text] of workbookParts([SUMMARY, ...layouts].map(({ name }) => name)))
        await zip.add(path, [text]);
      const lines = [...summaryLines(run, outcome), ...sheets.flatMap(leftOutLine)].map(({ isTitle, cells }) =>
        rowXml(cells, isTitle ? 'title' : 'plain'),
      );
      await zip.add(sheetPath(0), [sheetStart(SUMMARY), ...lines, sheetEnd(SUMMARY, lines.length)]);
      for (const [place, sheet] of sheets.entries()) await zip.add(sheetPath(place + 1), sheetTexts(sheet));
      await zip.close();
      for (const { spool } of sheets) await spool.discard();
    },
  };
}

function leftOutLine({ layout: { name }, leftOut }: Rows): SummaryLine[] {
  if (leftOut === 0) return [];
  return [{ isTitle: true, cells: [`${name}: rows left out, since Excel opens no more`, leftOut] }];
}

async function* sheetTexts({ layout, spool, count }: Rows): AsyncGenerator<string> {
  yield sheetStart(layout);
  yield* spool.read();
  yield sheetEnd(layout, count);
}
