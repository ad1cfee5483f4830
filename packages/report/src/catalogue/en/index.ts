import type { Formatter } from '../formatter.ts';
import { breakdowns } from './breakdowns.ts';
import { coaching } from './coaching.ts';
import { fields } from './fields.ts';
import { markdown } from './markdown.ts';
import { provenance } from './provenance.ts';
import { runPage } from './run-page.ts';
import { selection } from './selection.ts';
import { shared } from './shared.ts';
import { suite } from './suite.ts';
import { ticketPage } from './ticket-page.ts';
import { ticketsTable } from './tickets-table.ts';
import { usage } from './usage.ts';
import { workbook } from './workbook.ts';

/** Every English text of a report, by where it is shown. */
export const english = (f: Formatter) => ({
  /** What several places say. */
  shared: shared(f),
  /** The names of ticket fields. */
  fields: fields(),
  runPage: runPage(f),
  ticketsTable: ticketsTable(f),
  breakdowns: breakdowns(f),
  usage: usage(f),
  selection: selection(f),
  ticketPage: ticketPage(f),
  coaching: coaching(f),
  provenance: provenance(f),
  markdown: markdown(f),
  workbook: workbook(),
  suite: suite(f),
});
