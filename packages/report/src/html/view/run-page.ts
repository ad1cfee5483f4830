import type { CriterionSummary, LossCause, RunSummary } from '@tqrs/core';
import { NO_NUMBER } from '../../catalogue/formatter.ts';
import type { Catalogue } from '../../catalogue/languages.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { BandTone } from '../../marking/tone.ts';
import { rangesInWords } from '../../ranges-in-words.ts';
import type { RunInfo, RunOutcome } from '../../report.ts';
import { selectionInWords } from '../../selection-in-words.ts';
import { type DistributionView, distributionView } from '../charts/distribution.ts';
import { criterionAnchor } from './anchors.ts';
import { bandView } from './band-view.ts';
import { type BreakdownView, breakdownViews } from './breakdowns.ts';
import { type ProvenanceView, runProvenance } from './provenance.ts';
import { usageView } from './usage.ts';
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
  /** What a language model took; null where none was asked. */
  readonly usage: { readonly tiles: readonly TileView[] } | null;
  /** What was left out; null where every ticket was reviewed. */
  readonly selection: { readonly selected: string; readonly lines: readonly string[] } | null;
  readonly exportFindings: readonly { readonly message: string; readonly recipe: string }[];
  readonly rows: number;
  readonly hasRest: boolean;
  /** The locale of numbers that the page's script writes; null where it is that of the words. */
  readonly numberLocale: string | null;
  readonly provenance: ProvenanceView;
}

/** So many causes are shown at once. */
const CAUSES = 10;

function tiles(summary: RunSummary, passMark: number, local: Localisation): TileView[] {
  const { t, format } = local;
  const { tickets, scored, partial, notApplicable, failedReviews, passed, failed, autoFailed } = summary;
  const { tiles: words } = t.runPage;
  const percent = (value: number | null) => (value === null ? NO_NUMBER : format.percent(value));
  const unscored = [
    partial > 0 ? words.withRange(partial) : '',
    notApplicable > 0 ? words.nothingToScore(notApplicable) : '',
    failedReviews > 0 ? words.notReviewed(failedReviews) : '',
  ].filter((part) => part !== '');
  return [
    { label: words.tickets, value: format.number(tickets), detail: words.withScore(scored) },
    { label: words.passRate, value: percent(summary.passRate), detail: words.passes(passed, failed, passMark) },
    { label: words.mean, value: percent(summary.meanPercent), detail: words.meanOf },
    {
      label: words.automaticFails,
      value: format.number(autoFailed),
      detail: autoFailed === 0 ? words.noAutomaticFail : words.automaticFailMeans,
    },
    {
      label: words.noScore,
      value: format.number(partial + notApplicable + failedReviews),
      detail: unscored.join(', ') || words.allScored,
    },
    {
      label: words.needsReview,
      value: format.number(summary.needsReview),
      detail: words.secondLook(summary.needsReview),
    },
    { label: words.notExamined, value: format.number(summary.notExamined), detail: words.presence },
    ...decidedTile(summary, local),
  ];
}

/** What people decided, and the run as it would be without them. */
function decidedTile({ human }: RunSummary, { t, format }: Localisation): TileView[] {
  if (human === null) return [];
  const { tiles: words } = t.runPage;
  const { tickets, accepted, overruled, machine } = human;
  const alone =
    machine.passRate === null || machine.meanPercent === null
      ? []
      : [words.machineAlone(machine.passRate, machine.meanPercent)];
  const detail = [words.decisions(accepted, overruled), ...alone].join('; ');
  return [{ label: words.decided, value: format.number(tickets), detail }];
}

function bandShares({ bands }: RunSummary, run: RunInfo, { t, format }: Localisation): BandShareView[] {
  const total = bands.reduce((sum, { tickets }) => sum + tickets, 0);
  let before = 0;
  return bands.map(({ id, title, from, tickets }) => {
    const share = total === 0 ? 0 : (100 * tickets) / total;
    const start = before;
    before += share;
    return {
      title: visible(title),
      tone: bandView(run.rubric, id)?.tone ?? 'purple',
      from: t.runPage.bands.from(from),
      tickets: format.number(tickets),
      share: total === 0 ? NO_NUMBER : format.percent(share),
      start: Number(start.toFixed(2)),
      width: Number(share.toFixed(2)),
    };
  });
}

function lossNotes({ autoFails, unscored, notApplicable, notExamined }: CriterionSummary, t: Catalogue): string {
  const { losses: words } = t.runPage;
  return [
    autoFails > 0 ? t.shared.automaticFails(autoFails) : '',
    unscored > 0 ? words.notScored(unscored) : '',
    notApplicable > 0 ? words.notApplicable(notApplicable) : '',
    notExamined > 0 ? words.notExamined(notExamined) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function losses({ criteria }: RunSummary, { t, format }: Localisation): LossView[] {
  const { losses: words } = t.runPage;
  const largest = Math.max(...criteria.map(({ lost }) => lost), 0);
  return criteria
    .toSorted((a, b) => b.lost - a.lost)
    .map((criterion) => ({
      title: visible(criterion.title),
      lost: format.number(criterion.lost),
      possible: criterion.possible === 0 ? words.deductionsOnly : words.of(criterion.possible),
      width: largest === 0 ? 0 : Number(((100 * criterion.lost) / largest).toFixed(2)),
      notes: lossNotes(criterion, t),
    }));
}

function causeView(
  cause: LossCause,
  titles: ReadonlyMap<string, string>,
  pageOf: PageOf,
  { t, format }: Localisation,
): CauseView {
  return {
    criterion: visible(titles.get(cause.criterionId) ?? cause.criterionId),
    text: visible(cause.text),
    tickets: format.number(cause.tickets),
    // What costs no points is a cause for failing the ticket.
    lost: cause.lost === 0 ? t.runPage.causes.automaticFail : format.number(cause.lost),
    examples: cause.examples.map((ticket) => {
      const page = pageOf(ticket);
      const href =
        page === undefined ? null : `tickets/${encodeURIComponent(page)}#${criterionAnchor(cause.criterionId)}`;
      return { number: visibleLine(ticket, 40), href };
    }),
  };
}

function selectionView({ selection, locale }: RunInfo): RunPageView['selection'] {
  if (selection === undefined) return null;
  const { selected, leftOut, notes } = selectionInWords(selection, locale);
  return { selected, lines: [...leftOut, ...notes].map(visibleLineOf) };
}

/** What stands on a line was typed, or stands in tickets. */
const visibleLineOf = (line: string) => visibleLine(line, 2_000);

type PageOf = (number: string) => string | undefined;

/** What is known of a run's rows once all of them are written. */
export interface RowsInfo {
  readonly rows: number;
  /** Whether there are more of them than the page shows at first. */
  readonly hasRest: boolean;
  /** The file of a ticket's page by its number. */
  readonly pageOf: PageOf;
}

/** Builds the view of a run's page. Every number in it is the summary's or the rows'. */
export function runPageView(
  run: RunInfo,
  { summary, finishedAt, interrupted }: RunOutcome,
  { rows, hasRest, pageOf }: RowsInfo,
  local: Localisation,
): RunPageView {
  const { t, format } = local;
  const titles = new Map(summary.criteria.map(({ id, title }) => [id, title]));
  const bands = bandShares(summary, run, local);
  const causes = summary.causes
    .toSorted((a, b) => b.tickets - a.tickets)
    .map((cause) => causeView(cause, titles, pageOf, local));
  return {
    title: visible(run.rubric.title),
    byline: [
      run.sources.map(visible).join(', '),
      format.moment(finishedAt),
      t.runPage.rubricVersion(visible(run.rubric.version)),
      t.shared.judge(visible(run.judge)),
    ].filter((part) => part !== ''),
    interrupted,
    tiles: tiles(summary, run.rubric.passMark, local),
    ranges: rangesInWords(summary.ranges, run.locale),
    distribution: distributionView(summary.distribution, run.rubric, local) ?? null,
    bands,
    bandsLabel: t.runPage.bands.label(bands),
    losses: losses(summary, local),
    causes: causes.slice(0, CAUSES),
    moreCauses: causes.length > CAUSES ? { causes: causes.slice(CAUSES) } : null,
    moreCausesLabel: t.runPage.causes.more(causes.length - CAUSES),
    breakdowns: breakdownViews(summary, local),
    usage: usageView(summary, local),
    selection: selectionView(run),
    exportFindings: summary.exportFindings.map(({ message, recipe }) => ({
      message: visible(message),
      recipe: visible(recipe),
    })),
    rows,
    hasRest,
    numberLocale: local.locale === local.language ? null : local.locale,
    provenance: runProvenance(run, summary.usage, local),
  };
}
