import type { AnalystSummary, Habit } from '../../coaching/analyst-tally.ts';
import type { Example } from '../../coaching/card-facts.ts';
import type { RunInfo } from '../../report.ts';
import { capitalise, NO_NUMBER, number, percent, plural } from './numbers.ts';
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
  readonly interval: string;
  readonly mean: string;
  readonly isFew: boolean;
  readonly strengths: readonly HabitView[];
  readonly habits: readonly HabitView[];
}

/** Builds the page of one analyst. */
export function coachingPageView(name: string, summary: AnalystSummary, run: RunInfo): CoachingPageView {
  const { tickets, scored, passRate, meanPercent, period, strengths, habits } = summary;
  return {
    name: visibleLine(name, NAME_LIMIT),
    byline: [
      visible(run.rubric.title),
      period === null ? '' : period.from === period.to ? period.from : `${period.from} to ${period.to}`,
      `Judge: ${visible(run.judge)}`,
    ].filter((part) => part !== ''),
    tickets: number(tickets),
    scored: tickets === scored ? '' : `${number(scored)} with a score`,
    passRate: passRate === null ? NO_NUMBER : percent(passRate.percent),
    interval: passRate === null ? '' : `${number(passRate.low)}–${percent(passRate.high)}`,
    mean: meanPercent === null ? NO_NUMBER : percent(meanPercent),
    isFew: scored < FEW,
    strengths: strengths.map((habit) =>
      habitView(habit, `right on ${number(habit.right)} of ${plural(habit.right + habit.wrong, 'ticket')}`),
    ),
    habits: habits.map((habit) =>
      habitView(habit, `missed on ${number(habit.wrong)} of ${plural(habit.right + habit.wrong, 'ticket')}`),
    ),
  };
}

function habitView({ criterion, check, lost, fails, advice, good, bad }: Habit, count: string): HabitView {
  const costs = [fails > 0 ? plural(fails, 'automatic fail') : '', lost > 0 ? `${plural(lost, 'point')} lost` : ''];
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
