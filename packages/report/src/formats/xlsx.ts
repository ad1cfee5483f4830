import type { Scorecard } from '@tqrs/core';
import type { Catalogue } from '../catalogue/languages.ts';
import { localisationOf } from '../catalogue/localisation.ts';
import type { RunInfo } from '../report.ts';
import type { FileSink, Spool, Text } from '../sinks/sinks.ts';
import { stringOf } from '../sinks/string-of.ts';
import { rowXml } from '../xlsx/cells.ts';
import {
  criterionColumns,
  evidenceColumns,
  evidenceRows,
  failureCells,
  type SummaryLine,
  summaryLines,
  summarySheet,
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
function renderRows({ rubric, locale }: RunInfo, card: Scorecard): string[] {
  const { t } = localisationOf(locale);
  const { number } = card.ticket;
  const tickets = [rowXml(ticketColumns(rubric, t).map(({ cell }) => cell(card)))];
  const ofCriterion = criterionColumns(t);
  const criteria = card.criteria.map((result) => rowXml(ofCriterion.map(({ cell }) => cell({ number, result }))));
  const ofEvidence = evidenceColumns(t);
  const evidence = [...evidenceRows(card)].map((row) => rowXml(ofEvidence.map(({ cell }) => cell(row))));
  return [tickets, criteria, evidence].flatMap((rows) => [String(rows.length), rows.join('')]);
}

async function openWorkbook(run: RunInfo, files: FileSink): Promise<FormatWriter> {
  const { t } = localisationOf(run.locale);
  const { sheets: names } = t.workbook;
  const summary = summarySheet(names.summary);
  const columns = ticketColumns(run.rubric, t);
  const layouts = [
    table(names.tickets, columns),
    table(names.criteria, criterionColumns(t)),
    table(names.evidence, evidenceColumns(t)),
  ];
  const sheets: Rows[] = [];
  for (const layout of layouts) sheets.push({ layout, spool: await files.spool(), count: 0, leftOut: 0 });
  const addRows = async (sheet: Rows | undefined, count: number, xml: Text) => {
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
        await addRows(sheet, Number(stringOf(texts[2 * place] ?? '')), texts[2 * place + 1] ?? '');
    },
    fail: (failure) => addRows(sheets[0], 1, rowXml(failureCells(columns, failure))),
    async close(outcome) {
      const zip = new ZipWriter(await files.openBinary(xlsx.entry), new Date(run.startedAt));
      for (const [path, text] of workbookParts([summary, ...layouts].map(({ name }) => name)))
        await zip.add(path, [text]);
      const lines = [...summaryLines(run, outcome, t), ...sheets.flatMap((sheet) => leftOutLine(sheet, t))].map(
        ({ isTitle, cells }) => rowXml(cells, isTitle ? 'title' : 'plain'),
      );
      await zip.add(sheetPath(0), [sheetStart(summary), ...lines, sheetEnd(summary, lines.length)]);
      for (const [place, sheet] of sheets.entries()) await zip.add(sheetPath(place + 1), sheetTexts(sheet));
      await zip.close();
      for (const { spool } of sheets) await spool.discard();
    },
  };
}

function leftOutLine({ layout: { name }, leftOut }: Rows, { workbook }: Catalogue): SummaryLine[] {
  if (leftOut === 0) return [];
  return [{ isTitle: true, cells: [workbook.leftOut(name), leftOut] }];
}

async function* sheetTexts({ layout, spool, count }: Rows): AsyncGenerator<string> {
  yield sheetStart(layout);
  yield* spool.read();
  yield sheetEnd(layout, count);
}
