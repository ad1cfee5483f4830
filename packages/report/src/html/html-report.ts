import { RangeTally } from '../range-tally.ts';
import type { ReportWriter, RunInfo } from '../report.ts';
import type { FileSink } from '../sinks/sinks.ts';
import { FileNames } from './file-names.ts';
import { renderRow, renderRunPage, renderTicketPage } from './render.ts';
import { runPageView } from './view/run-page.ts';
import { failureRowView, rowView } from './view/run-row.ts';
import { ticketPageView } from './view/ticket-page.ts';

/**
 * Writes `tickets/<number>.html` as the tickets come, and `index.html` at the end. The rows of its table wait in a
 * spool, since what stands above them is known last.
 */
export async function openHtmlReport(run: RunInfo, files: FileSink): Promise<ReportWriter> {
  const names = new FileNames();
  const spool = await files.spool();
  const ranges = new RangeTally();
  let rows = 0;
  const addRow = async (row: string) => {
    rows += 1;
    await spool.write(row);
  };
  return {
    async add(ticket, scorecard) {
      ranges.add(scorecard);
      const page = names.next(scorecard.ticket.number);
      await files.write(`tickets/${page}`, renderTicketPage(ticketPageView(ticket, scorecard, run)));
      await addRow(renderRow(rowView(ticket, scorecard, run.rubric, page)));
    },
    fail: (failure) => addRow(renderRow(failureRowView(failure))),
    async close(outcome) {
      const { head, foot } = renderRunPage(
        runPageView(run, outcome, { rows, ranges: String(ranges), pageOf: (number) => names.of(number) }),
      );
      const index = await files.open('index.html');
      await index.write(head);
      for await (const text of spool.read()) await index.write(text);
      await index.write(foot);
      await index.close();
      await spool.discard();
    },
  };
}
