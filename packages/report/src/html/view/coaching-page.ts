import type { Share } from '@tqrs/core';
import { type Formatter, NO_NUMBER } from '../../catalogue/formatter.ts';
import type { Catalogue } from '../../catalogue/languages.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { AnalystSummary, Habit } from '../../coaching/analyst-tally.ts';
import type { Example } from '../../coaching/card-facts.ts';
import type { RunInfo } from '../../report.ts';
import { capitalise } from './humanise.ts';
import { visible, visibleLine } from './visible.ts';

const NAME_LIMIT = 80;
/** Fewer scored tickets say little about a person. */
const FEW = 10;

/** A ticket that shows a habit. */
export interface ExampleView {
  readonly number: string;
  readonly quote: string | null;
  readonly missing: string | null;
}

/** Something that goes well, or that would gain most. */
export interface HabitView {
  readonly title: string;
  readonly of: string | null;
  readonly count: string;
  /** `18 points lost`; empty where nothing was. */
  readonly cost: string;
  readonly advice: string;
  readonly good: readonly ExampleView[];
  readonly bad: readonly ExampleView[];
}

/** Everything on the page of one analyst. */
export interface CoachingPageView {
  readonly name: string;
  readonly byline: readonly string[];
  readonly tickets: string;
  /** Empty where all of them are. */
  readonly scored: string;
  readonly passRate: string;
  /** With what certainty it lies where; empty where there is no rate. */
  readonly interval: string;
  readonly mean: string;
  readonly isFew: boolean;
  readonly strengths: readonly HabitView[];
  readonly habits: readonly HabitView[];
}

/** Builds the page of one analyst. `passRate` is that of the run's summary. */
export function coachingPageView(
  name: string,
  summary: AnalystSummary,
  passRate: Share | null,
  run: RunInfo,
  { t, format }: Localisation,
): CoachingPageView {
  const { tickets, scored, meanPercent, strengths, habits } = summary;
  const { coaching } = t;
  return {
    name: visibleLine(name, NAME_LIMIT),
    byline: [
      visible(run.rubric.title),
      periodText(summary.period, t, format),
      t.shared.judge(visible(run.judge)),
    ].filter((part) => part !== ''),
    tickets: format.number(tickets),
    scored: tickets === scored ? '' : coaching.numbers.withScore(scored),
    passRate: passRate === null ? NO_NUMBER : format.percent(passRate.percent),
    interval: passRate === null ? '' : coaching.numbers.interval(passRate.low, passRate.high),
    mean: meanPercent === null ? NO_NUMBER : format.percent(meanPercent),
    isFew: scored < FEW,
    strengths: strengths.map((habit) =>
      habitView(habit, coaching.strengths.count(habit.right, habit.right + habit.wrong), t),
    ),
    habits: habits.map((habit) => habitView(habit, coaching.habits.count(habit.wrong, habit.right + habit.wrong), t)),
  };
}

function periodText(period: AnalystSummary['period'], { coaching }: Catalogue, format: Formatter): string {
  if (period === null) return '';
  const [from, to] = [format.day(period.from), format.day(period.to)];
  return from === to ? from : coaching.period(from, to);
}

function habitView(
  { criterion, check, lost, fails, advice, good, bad }: Habit,
  count: string,
  { coaching: { habits } }: Catalogue,
): HabitView {
  const costs = [fails > 0 ? habits.fails(fails) : '', lost > 0 ? habits.lost(lost) : ''];
  return {
    title: visible(check === null ? criterion : capitalise(check)),
    of: check === null ? null : visible(criterion),
    count,
    cost: costs.filter((part) => part !== '').join(', '),
    advice: visible(advice),
    good: good.map(exampleView),
    bad: bad.map(exampleView),
  };
}

function exampleView({ number: ticket, quote, missing }: Example): ExampleView {
  return {
    number: visibleLine(ticket, NAME_LIMIT),
    quote: quote === null ? null : visible(quote),
    missing: missing === null ? null : visible(missing),
  };
}
