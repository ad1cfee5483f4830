import type { Localisation } from '../catalogue/localisation.ts';
import base from './assets/base.css';
import marks from './assets/marks.css';
import report from './assets/report.css';
import script from './assets/tickets-table.client.js';
import tokens from './assets/tokens.css';
import { contentSecurityPolicy } from './csp.ts';
import breakdown from './templates/breakdown.hbs';
import causes from './templates/causes.hbs';
import coaching from './templates/coaching.hbs';
import coachingIndex from './templates/coaching-index.hbs';
import criterion from './templates/criterion.hbs';
import distribution from './templates/distribution.hbs';
import example from './templates/example.hbs';
import gauge from './templates/gauge.hbs';
import levels from './templates/levels.hbs';
import pageBody from './templates/page-body.hbs';
import pageEnd from './templates/page-end.hbs';
import pageStart from './templates/page-start.hbs';
import pageStyle from './templates/page-style.hbs';
import proof from './templates/proof.hbs';
import runFoot from './templates/run-foot.hbs';
import runHead from './templates/run-head.hbs';
import runRest from './templates/run-rest.hbs';
import runRow from './templates/run-row.hbs';
import segments from './templates/segments.hbs';
import ticket from './templates/ticket.hbs';
import ticketsHeadings from './templates/tickets-headings.hbs';
import tiles from './templates/tiles.hbs';
import type { CoachingPageView } from './view/coaching-page.ts';
import type { RunPageView } from './view/run-page.ts';
import type { RowView } from './view/run-row.ts';
import type { TicketPageView } from './view/ticket-page.ts';

/** Renders a part of a page once for the very same view, which pages share by the thousand. */
function once(template: typeof levels) {
  const known = new WeakMap<object, string>();
  return (view: object, options?: Parameters<typeof levels>[1]): string => {
    const rendered = known.get(view) ?? template(view, options);
    known.set(view, rendered);
    return rendered;
  };
}

const partials = {
  breakdown,
  causes,
  criterion,
  distribution,
  example,
  gauge,
  levels: once(levels),
  proof,
  segments,
  ticketsHeadings,
  tiles,
};
// What others may use as well comes first.
const css = [tokens, base, marks, report].join('\n');
const style = pageStyle({ css });
const staticPage = { csp: contentSecurityPolicy(css, null) };
const scriptedPage = { csp: contentSecurityPolicy(css, script) };

/** What every template is given beside its view: `@t` is the catalogue. */
const given = ({ t }: Localisation) => ({ partials, data: { t } });

/** A page without a script, in two parts: the style of all pages stands between them. */
interface PageParts {
  readonly start: string;
  readonly rest: string;
}

/** The style of all pages, which is half of a ticket's page: as UTF-8, so that it is not made anew for each. */
export const PAGE_STYLE: Uint8Array = Buffer.from(style);

function pageParts(title: string, content: string, local: Localisation): PageParts {
  const start = pageStart({ ...staticPage, title, language: local.language }, given(local));
  return { start, rest: pageBody({}, given(local)) + content + pageEnd({ script: null }) };
}

function page(title: string, content: string, local: Localisation): string {
  const { start, rest } = pageParts(title, content, local);
  return start + style + rest;
}

/** The page of a ticket. */
export function renderTicketPage(view: TicketPageView, local: Localisation): PageParts {
  const title = local.t.ticketPage.documentTitle(view.number, view.verdict.headline);
  return pageParts(title, ticket(view, given(local)), local);
}

/** A row of the run's table. */
export const renderRow = (view: RowView, local: Localisation): string => runRow(view, given(local));

/**
 * What stands between the rows that the page shows at first and the rest of them. With scripts on a browser takes the rest for
 * one text, which costs it next to nothing; without, it stands there as a second table.
 */
export const renderStartOfRest = (local: Localisation): string => runRest({}, given(local));

/** What stands before the rows of the run's page, and after them. */
export function renderRunPage(
  view: RunPageView,
  local: Localisation,
): { readonly head: string; readonly foot: string } {
  const title = local.t.runPage.documentTitle(view.title);
  const start =
    pageStart({ ...scriptedPage, title, language: local.language }, given(local)) + style + pageBody({}, given(local));
  return { head: start + runHead(view, given(local)), foot: runFoot(view, given(local)) + pageEnd({ script }) };
}

/** The page of an analyst. */
export function renderCoachingPage(view: CoachingPageView, local: Localisation): string {
  return page(local.t.coaching.documentTitle(view.name), coaching(view, given(local)), local);
}

/** The list of analysts in front of their pages. */
export interface CoachingIndexView {
  readonly title: string;
  readonly analysts: readonly { readonly name: string; readonly href: string; readonly tickets: string }[];
  /** How many tickets name nobody; empty where none does. */
  readonly unnamed: string;
}

/** The page before the pages of analysts. */
export function renderCoachingIndex(view: CoachingIndexView, local: Localisation): string {
  return page(local.t.coaching.documentTitle(view.title), coachingIndex(view, given(local)), local);
}
