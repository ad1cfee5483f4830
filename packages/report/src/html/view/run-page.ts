import type { CriterionSummary, LossCause, RunSummary } from '@tqrs/core';
import { rangesInWords } from '../../ranges-in-words.ts';
import type { RunInfo, RunOutcome } from '../../report.ts';
import { type DistributionView, distributionView } from '../charts/distribution.ts';
import { criterionAnchor } from './anchors.ts';
import { type BreakdownView, breakdownViews } from './breakdowns.ts';
import { moment, NO_NUMBER, number, percent, plural } from './numbers.ts';
import { type ProvenanceView, runProvenance } from './provenance.ts';
import { type BandTone, bandView } from './tone.ts';
import { visible, visibleLine } from './visible.ts';

/** One number of the run with what it is a part of. */
export interface TileView {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

/** A band with its share of the scored tickets. */
export interface BandShareView {
  readonly title: string;
  readonly tone: BandTone;
  readonly from: string;
  readonly tickets: string;
  readonly share: string;
  /** Place on the bar, percent. */
  readonly start: number;
  readonly width: number;
}

/** What the run lost on one criterion. */
export interface LossView {
  readonly title: string;
  readonly lost: string;
  readonly possible: string;
  /** Length of the bar: percent of the largest loss. */
  readonly width: number;
  /** Automatic fails, unscored tickets and the like. */
  readonly notes: string;
}

/** A reason for lost points. */
export interface CauseView {
  readonly criterion: string;
  readonly text: string;
  readonly tickets: string;
  readonly lost: string;
  readonly examples: readonly { readonly number: string; readonly href: string | null }[];
}

/** Everything that a run's page shows but the table's rows. */
export interface RunPageView {
  readonly title: string;
  readonly byline: readonly string[];
  readonly interrupted: boolean;
  readonly tiles: readonly TileView[];
  /** What is certain of the tickets without a score; empty where there are none. */
  readonly ranges: string;
  /** Null where no ticket has a score. */
  readonly distribution: DistributionView | null;
  readonly bands: readonly BandShareView[];
  readonly bandsLabel: string;
  readonly losses: readonly LossView[];
  /** The commonest ones. */
  readonly causes: readonly CauseView[];
  /** All others; null where there are none. */
  readonly moreCauses: { readonly causes: readonly CauseView[] } | null;
  readonly moreCausesLabel: string;
  readonly breakdowns: readonly BreakdownView[];
  readonly exportFindings: readonly { readonly message: string; readonly recipe: string }[];
  readonly rows: number;
  readonly provenance: ProvenanceView;
}

/** So many causes are shown at once. */
const CAUSES = 10;

const orDash = (value: number | null) => (value === null ? NO_NUMBER : percent(value));

function tiles(summary: RunSummary, passMark: number): TileView[] {
  const { tickets, scored, partial, notApplicable, failedReviews, passed, failed, autoFailed } = summary;
  const unscored = [
    partial > 0 ? `${number(partial)} with a range` : '',
    notApplicable > 0 ? `${number(notApplicable)} with nothing to score` : '',
    failedReviews > 0 ? `${number(failedReviews)} not reviewed` : '',
  ].filter((part) => part !== '');
  return [
    { label: 'Tickets', value: number(tickets), detail: `${number(scored)} with a score` },
    {
      label: 'Pass rate',
      value: orDash(summary.passRate),
      detail: `${number(passed)} passed, ${number(failed)} did not; pass mark ${number(passMark)}%`,
    },
    { label: 'Mean score', value: orDash(summary.meanPercent), detail: 'of the tickets with a score' },
    {
      label: 'Automatic fails',
      value: number(autoFailed),
      detail: autoFailed === 0 ? 'none' : 'score 0, whatever else is right',
    },
    {
      label: 'No score',
      value: number(partial + notApplicable + failedReviews),
      detail: unscored.join(', ') || 'every ticket has one',
    },
    {
      label: 'Needs review',
      value: number(summary.needsReview),
      detail: `${plural(summary.needsReview, 'ticket')} for a person to look at`,
    },
    { label: 'Not examined', value: number(summary.notExamined), detail: 'points that stand on mere presence' },
  ];
}

function bandShares({ bands }: RunSummary, run: RunInfo): BandShareView[] {
  const total = bands.reduce((sum, { tickets }) => sum + tickets, 0);
  let before = 0;
  return bands.map(({ id, title, from, tickets }) => {
    const share = total === 0 ? 0 : (100 * tickets) / total;
    const start = before;
    before += share;
    return {
      title: visible(title),
      tone: bandView(run.rubric, id)?.tone ?? 'purple',
      from: `from ${number(from)}%`,
      tickets: number(tickets),
      share: total === 0 ? NO_NUMBER : percent(share),
      start: Number(start.toFixed(2)),
      width: Number(share.toFixed(2)),
    };
  });
}

function lossNotes({ autoFails, unscored, notApplicable, notExamined }: CriterionSummary): string {
  return [
    autoFails > 0 ? plural(autoFails, 'automatic fail') : '',
    unscored > 0 ? `${number(unscored)} not scored` : '',
    notApplicable > 0 ? `${number(notApplicable)} not applicable` : '',
    notExamined > 0 ? `${plural(notExamined, 'point')} not examined` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function losses({ criteria }: RunSummary): LossView[] {
  const largest = Math.max(...criteria.map(({ lost }) => lost), 0);
  return criteria
    .toSorted((a, b) => b.lost - a.lost)
    .map((criterion) => ({
      title: visible(criterion.title),
      lost: number(criterion.lost),
      possible: criterion.possible === 0 ? 'deductions only' : `of ${number(criterion.possible)}`,
      width: largest === 0 ? 0 : Number(((100 * criterion.lost) / largest).toFixed(2)),
      notes: lossNotes(criterion),
    }));
}

function causeView(cause: LossCause, titles: ReadonlyMap<string, string>, pageOf: PageOf): CauseView {
  return {
    criterion: visible(titles.get(cause.criterionId) ?? cause.criterionId),
    text: visible(cause.text),
    tickets: number(cause.tickets),
    // What costs no points is a cause for failing the ticket.
    lost: cause.lost === 0 ? 'automatic fail' : number(cause.lost),
    examples: cause.examples.map((ticket) => {
      const page = pageOf(ticket);
      const href =
        page === undefined ? null : `tickets/${encodeURIComponent(page)}#${criterionAnchor(cause.criterionId)}`;
      return { number: visibleLine(ticket, 40), href };
    }),
  };
}

type PageOf = (number: string) => string | undefined;

/** What is known of a run's rows once all of them are written. */
export interface RowsInfo {
  readonly rows: number;
  /** The file of a ticket's page by its number. */
  readonly pageOf: PageOf;
}

/** Builds the view of a run's page. Every number in it is the summary's or the rows'. */
export function runPageView(
  run: RunInfo,
  { summary, finishedAt, interrupted }: RunOutcome,
  { rows, pageOf }: RowsInfo,
): RunPageView {
  const titles = new Map(summary.criteria.map(({ id, title }) => [id, title]));
  const bands = bandShares(summary, run);
  const causes = summary.causes
    .toSorted((a, b) => b.tickets - a.tickets)
    .map((cause) => causeView(cause, titles, pageOf));
  return {
    title: visible(run.rubric.title),
    byline: [
      run.sources.map(visible).join(', '),
      moment(finishedAt),
      `Rubric version ${visible(run.rubric.version)}`,
      `Judge: ${visible(run.judge)}`,
    ].filter((part) => part !== ''),
    interrupted,
    tiles: tiles(summary, run.rubric.passMark),
    ranges: rangesInWords(summary.ranges),
    distribution: distributionView(summary.distribution, run.rubric) ?? null,
    bands,
    bandsLabel: `Tickets by band: ${bands.map(({ title, tickets }) => `${title} ${tickets}`).join(', ')}`,
    losses: losses(summary),
    causes: causes.slice(0, CAUSES),
    moreCauses: causes.length > CAUSES ? { causes: causes.slice(CAUSES) } : null,
    moreCausesLabel: plural(causes.length - CAUSES, 'more cause'),
    breakdowns: breakdownViews(summary),
    exportFindings: summary.exportFindings.map(({ message, recipe }) => ({
      message: visible(message),
      recipe: visible(recipe),
    })),
    rows,
    provenance: runProvenance(run, summary.usage),
  };
}
