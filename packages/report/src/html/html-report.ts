import type { Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import { localisationOf } from '../catalogue/localisation.ts';
import type { FormatWriter, RenderedTexts } from '../formats/format.ts';
import type { RunInfo } from '../report.ts';
import type { FileSink, Text } from '../sinks/sinks.ts';
import { FileNames } from './file-names.ts';
import { PAGE_STYLE, renderRow, renderRunPage, renderStartOfRest, renderTicketPage } from './render.ts';
import { runPageView } from './view/run-page.ts';
import { failureRowView, rowView } from './view/run-row.ts';
import { ticketPageView } from './view/ticket-page.ts';

/** Stands for the link to a ticket's page until its file has a name. */
const PAGE = 'page';
/** No text of a ticket can look like it: the quotation marks in that are escaped. */
const LINK = `href="${PAGE}"`;

/** So many rows the page shows at first. A browser lays out hundreds at ease, and thousands not. */
const FIRST_ROWS = 100;

/** The page of a ticket before and after its style, and its row in the table of the run before and after the link to that page. */
export function renderTicket(run: RunInfo, ticket: Ticket, scorecard: Scorecard): RenderedTexts {
  const local = localisationOf(run.locale);
  const { start, rest } = renderTicketPage(ticketPageView(ticket, scorecard, run, local), local);
  const row = renderRow(rowView(ticket, scorecard, run.rubric, PAGE, local), local);
  const [before = '', after = ''] = row.split(LINK);
  return [start, rest, before, after];
}

/**
 * Writes `tickets/<number>.html` as the tickets come, and `index.html` at the end. The rows of its table wait in a
 * spool, since what stands above them is known last.
 */
export async function openHtmlReport(run: RunInfo, files: FileSink): Promise<FormatWriter> {
  const local = localisationOf(run.locale);
  const names = new FileNames();
  const spool = await files.spool();
  let rows = 0;
  const addRow = async (...parts: readonly Text[]) => {
    if (rows === FIRST_ROWS) await spool.write(renderStartOfRest(local));
    rows += 1;
    for (const part of parts) await spool.write(part);
  };
  return {
    async add(number, [start = '', rest = '', before = '', after = '']) {
      const name = names.next(number);
      await files.write(`tickets/${name}`, start, PAGE_STYLE, rest);
      await addRow(before, `href="tickets/${encodeURIComponent(name)}"`, after);
    },
    fail: (failure) => addRow(renderRow(failureRowView(failure, local), local)),
    async close(outcome) {
      const view = runPageView(
        run,
        outcome,
        { rows, hasRest: rows > FIRST_ROWS, pageOf: (number) => names.of(number) },
        local,
      );
      const { head, foot } = renderRunPage(view, local);
      const index = await files.open('index.html');
      await index.write(head);
      for await (const text of spool.read()) await index.write(text);
      await index.write(foot);
      await index.close();
      await spool.discard();
    },
  };
}
