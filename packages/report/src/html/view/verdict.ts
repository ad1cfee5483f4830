import type { Scorecard } from '@tqrs/core';
import type { RubricInfo } from '../../report.ts';
import { type GaugeView, gaugeView } from '../charts/gauge.ts';
import { NO_NUMBER, number, percent, plural, rangePercent, rangePoints, scorePoints } from './numbers.ts';
import { type BandView, bandView, type Tone } from './tone.ts';
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
  readonly passMark: string;
  /** Null where nothing can be said about the score. */
  readonly gauge: GaugeView | null;
  /** How the score came about, a sentence each. */
  readonly notes: readonly string[];
}

/** `Passed`, `Not passed`, … and how it looks. */
export function outcome(card: Scorecard): { readonly label: string; readonly tone: Tone } {
  if (card.autoFailedBy.length > 0) return { label: 'Automatic fail', tone: 'bad' };
  if (card.passed === true) return { label: 'Passed', tone: 'good' };
  if (card.passed === false) return { label: 'Not passed', tone: 'bad' };
  return card.status === 'not-applicable'
    ? { label: 'Nothing to score', tone: 'none' }
    : { label: 'Open', tone: 'open' };
}

function headline({ score, range }: Scorecard): string {
  if (score !== null) return percent(score.percent);
  return range === null ? NO_NUMBER : rangePercent(range);
}

function detail({ score, range, status }: Scorecard): string {
  if (score !== null) return scorePoints(score);
  if (range !== null) return rangePoints(range);
  return status === 'not-applicable' ? 'No criterion with points applies to this ticket' : 'No score';
}

function gauge(card: Scorecard, rubric: RubricInfo): GaugeView | null {
  const { score, range, band } = card;
  const mark = `pass mark ${number(rubric.passMark)}%`;
  const tone = bandView(rubric, band)?.tone ?? null;
  if (score !== null) {
    const label = `Score ${percent(score.percent)}, ${mark}`;
    return gaugeView({ label, from: score.percent, to: score.percent, tone }, rubric);
  }
  if (range === null) return null;
  const label = `Score open from ${rangePercent(range)}, ${mark}`;
  return gaugeView({ label, from: range.min.percent, to: range.max.percent, tone }, rubric);
}

function notes(card: Scorecard): string[] {
  const { score, range, calculated, deductions, autoFailedBy, notExamined, passed } = card;
  const titles = card.criteria.filter(({ id }) => autoFailedBy.includes(id)).map(({ title }) => visible(title));
  const open = card.criteria.filter(({ verdict }) => verdict.status === 'unscored').length;
  const lines: string[] = [];
  if (titles.length > 0) lines.push(`Failed by: ${titles.join(', ')}. An automatic fail makes the score 0.`);
  if (titles.length > 0 && score !== null && calculated !== null) {
    lines.push(`Without it the score would be ${percent(calculated.percent)}, ${scorePoints(calculated)}.`);
  }
  if (deductions > 0) lines.push(`${plural(deductions, 'point')} deducted.`);
  if (range !== null)
    lines.push(`There is no score because ${plural(open, 'criterion is', 'criteria are')} not scored.`);
  if (range !== null && passed !== null && titles.length === 0) {
    lines.push(`The ticket ${passed ? 'passes' : 'does not pass'}, whatever the open criteria come to.`);
  }
  if (notExamined > 0) {
    lines.push(
      `${plural(notExamined, 'point stands', 'points stand')} on the mere presence of a value, which could not be examined.`,
    );
  }
  return lines;
}

/** Builds the view of a ticket's result. Every number in it is the scorecard's. */
export function verdictView(card: Scorecard, rubric: RubricInfo): VerdictView {
  const { label, tone } = outcome(card);
  return {
    headline: headline(card),
    scored: card.score !== null,
    detail: detail(card),
    band: bandView(rubric, card.band),
    outcome: label,
    outcomeTone: tone,
    passMark: `${number(rubric.passMark)}%`,
    gauge: gauge(card, rubric),
    notes: notes(card),
  };
}
