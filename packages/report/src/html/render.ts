import css from './assets/report.css';
import script from './assets/tickets-table.client.js';
import { contentSecurityPolicy } from './csp.ts';
import breakdown from './templates/breakdown.hbs';
import causes from './templates/causes.hbs';
import criterion from './templates/criterion.hbs';
import distribution from './templates/distribution.hbs';
import gauge from './templates/gauge.hbs';
import pageEnd from './templates/page-end.hbs';
import pageStart from './templates/page-start.hbs';
import proof from './templates/proof.hbs';
import runFoot from './templates/run-foot.hbs';
import runHead from './templates/run-head.hbs';
import runRow from './templates/run-row.hbs';
import segments from './templates/segments.hbs';
import ticket from './templates/ticket.hbs';
import type { RunPageView } from './view/run-page.ts';
import type { RowView } from './view/run-row.ts';
import type { TicketPageView } from './view/ticket-page.ts';

const partials = { breakdown, causes, criterion, distribution, gauge, proof, segments };
const staticPage = { css, csp: contentSecurityPolicy(css, null) };
const scriptedPage = { css, csp: contentSecurityPolicy(css, script) };

/** The page of a ticket. */
export function renderTicketPage(view: TicketPageView): string {
  const start = pageStart({ ...staticPage, title: `${view.number} · ${view.verdict.headline}` });
  return start + ticket(view, { partials }) + pageEnd({ script: null });
}

/** A row of the run's table. */
export const renderRow = (view: RowView): string => runRow(view);

/** What stands before the rows of the run's page, and after them. */
export function renderRunPage(view: RunPageView): { readonly head: string; readonly foot: string } {
  const start = pageStart({ ...scriptedPage, title: `${view.title} · ticket quality` });
  return { head: start + runHead(view, { partials }), foot: runFoot(view) + pageEnd({ script }) };
}
