import type { Scorecard } from '@tqrs/core';
import { NO_NUMBER } from '../../catalogue/formatter.ts';
import type { Catalogue } from '../../catalogue/languages.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { Tone } from '../../marking/tone.ts';
import type { RubricInfo } from '../../report.ts';
import { type GaugeView, gaugeView } from '../charts/gauge.ts';
import { type BandView, bandView } from './band-view.ts';
import { visible } from './visible.ts';

/** A ticket's result at a glance. */
export interface VerdictView {
  /** `78.6%`; where there is no score, its range or a dash. */
  readonly headline: string;
  readonly scored: boolean;
  readonly detail: string;
  readonly band: BandView | null;
  readonly outcome: string;
  readonly outcomeTone: Tone;
  /** `Pass mark 90%`. */
  readonly passMark: string;
  /** Null where nothing can be said about the score. */
  readonly gauge: GaugeView | null;
  /** How the score came about, a sentence each. */
  readonly notes: readonly string[];
}

/** `Passed`, `Not passed`, … and how it looks. */
export function outcome(
  card: Scorecard,
  { shared: { outcomes } }: Catalogue,
): { readonly label: string; readonly tone: Tone } {
  if (card.autoFailedBy.length > 0) return { label: outcomes.automaticFail, tone: 'bad' };
  if (card.passed === true) return { label: outcomes.passed, tone: 'good' };
  if (card.passed === false) return { label: outcomes.notPassed, tone: 'bad' };
  return card.status === 'not-applicable'
    ? { label: outcomes.nothingToScore, tone: 'none' }
    : { label: outcomes.open, tone: 'open' };
}

function headline({ score, range }: Pick<Scorecard, 'score' | 'range'>, { t, format }: Localisation): string {
  if (score !== null) return format.percent(score.percent);
  return range === null ? NO_NUMBER : t.shared.percentRange(range);
}

function detail({ score, range, status }: Scorecard, { shared, ticketPage }: Catalogue): string {
  if (score !== null) return shared.pointsOf(score.earned, score.possible);
  if (range !== null) return shared.pointRange(range);
  return status === 'not-applicable' ? ticketPage.noPoints : ticketPage.noScore;
}

function gauge({ score, range, band }: Scorecard, rubric: RubricInfo, { ticketPage }: Catalogue): GaugeView | null {
  const tone = bandView(rubric, band)?.tone ?? null;
  if (score !== null) {
    const label = ticketPage.gauge.score(score.percent, rubric.passMark);
    return gaugeView({ label, from: score.percent, to: score.percent, tone }, rubric);
  }
  if (range === null) return null;
  const label = ticketPage.gauge.open(range, rubric.passMark);
  return gaugeView({ label, from: range.min.percent, to: range.max.percent, tone }, rubric);
}

function notes(card: Scorecard, local: Localisation): string[] {
  const { notes: t } = local.t.ticketPage;
  const { score, range, calculated, deductions, autoFailedBy, notExamined, passed } = card;
  const titles = card.criteria.filter(({ id }) => autoFailedBy.includes(id)).map(({ title }) => visible(title));
  const open = card.criteria.filter(({ verdict }) => verdict.status === 'unscored').length;
  const decided = card.criteria.filter(({ human }) => human !== undefined).length;
  const lines: string[] = [];
  if (card.human !== undefined) lines.push(t.decided(decided, headline(card.human.machine, local)));
  if (titles.length > 0) lines.push(t.failedBy(titles.join(', ')));
  if (titles.length > 0 && score !== null && calculated !== null)
    lines.push(t.without(calculated.percent, calculated.earned, calculated.possible));
  if (deductions > 0) lines.push(t.deducted(deductions));
  if (range !== null) lines.push(titles.length > 0 ? t.openBesides(open) : t.open(open));
  if (range !== null && passed !== null && titles.length === 0) lines.push(passed ? t.passes : t.doesNotPass);
  if (notExamined > 0) lines.push(t.notExamined(notExamined));
  return lines;
}

/** Builds the view of a ticket's result. Every number in it is the scorecard's. */
export function verdictView(card: Scorecard, rubric: RubricInfo, local: Localisation): VerdictView {
  const { t } = local;
  const { label, tone } = outcome(card, t);
  return {
    headline: headline(card, local),
    scored: card.score !== null,
    detail: detail(card, t),
    band: bandView(rubric, card.band),
    outcome: label,
    outcomeTone: tone,
    passMark: t.ticketPage.passMark(rubric.passMark),
    gauge: gauge(card, rubric, t),
    notes: notes(card, local),
  };
}
