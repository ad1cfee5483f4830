import { type Share, share } from '@tqrs/core';
import type { CardFacts, Example, HabitFact } from './card-facts.ts';

const MOST_EXAMPLES = 2;
const MOST_HABITS = 3;
const MOST_STRENGTHS = 3;
/** What goes right so often, of the tickets where it can, is a strength. */
const STRENGTH_SHARE = 0.8;

/** A habit over an analyst's tickets. */
export interface Habit {
  readonly criterionId: string;
  readonly criterion: string;
  readonly check: string | null;
  /** Tickets where it went right, and where it went wrong. */
  readonly right: number;
  readonly wrong: number;
  /** Points lost, deductions included. */
  readonly lost: number;
  readonly fails: number;
  readonly advice: string;
  readonly good: readonly Example[];
  readonly bad: readonly Example[];
}

/** One analyst's tickets in short. */
export interface AnalystSummary {
  readonly tickets: number;
  readonly scored: number;
  readonly passed: number;
  readonly passRate: Share | null;
  readonly meanPercent: number | null;
  /** The first and the last day of their closing, or opening; null where no date is known. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** What goes right, the surest first. */
  readonly strengths: readonly Habit[];
  /** What would gain most, the dearest first. */
  readonly habits: readonly Habit[];
}

interface Tally {
  readonly first: HabitFact;
  right: number;
  wrong: number;
  lost: number;
  fails: number;
  advice: string;
  readonly good: Example[];
  readonly bad: Example[];
}

/** Gathers what an analyst's tickets show. Its memory depends on the rubric, not on the number of tickets. */
export class AnalystTally {
  readonly #habits = new Map<string, Tally>();
  readonly #counts = { tickets: 0, scored: 0, passed: 0, percents: 0 };
  #from = '';
  #to = '';

  add({ scored, passed, percent, closedAt, habits }: CardFacts): void {
    this.#counts.tickets++;
    if (scored) {
      this.#counts.scored++;
      this.#counts.percents += percent;
      if (passed) this.#counts.passed++;
    }
    const day = /^\d{4}-\d\d-\d\d/.exec(closedAt ?? '')?.[0];
    if (day !== undefined) {
      if (this.#from === '' || day < this.#from) this.#from = day;
      if (day > this.#to) this.#to = day;
    }
    for (const habit of habits) this.#addHabit(habit);
  }

  summary(): AnalystSummary {
    const { tickets, scored, passed, percents } = this.#counts;
    const all = [...this.#habits.values()];
    return {
      tickets,
      scored,
      passed,
      passRate: share(passed, scored),
      meanPercent: scored === 0 ? null : Math.round((percents / scored) * 10) / 10,
      period: this.#from === '' ? null : { from: this.#from, to: this.#to },
      strengths: all
        .filter(({ right, wrong, good }) => good.length > 0 && right / (right + wrong) >= STRENGTH_SHARE)
        .sort((a, b) => sureness(b) - sureness(a))
        .slice(0, MOST_STRENGTHS)
        .map(habitOf),
      habits: all
        .filter(({ wrong }) => wrong > 0)
        .sort((a, b) => b.fails - a.fails || b.lost - a.lost || b.wrong - a.wrong)
        .slice(0, MOST_HABITS)
        .map(habitOf),
    };
  }

  #addHabit(habit: HabitFact): void {
    let tally = this.#habits.get(habit.key);
    if (tally === undefined) {
      tally = { first: habit, right: 0, wrong: 0, lost: 0, fails: 0, advice: '', good: [], bad: [] };
      this.#habits.set(habit.key, tally);
    }
    if (habit.isGood) {
      tally.right++;
      // What is right without words to show it teaches nothing.
      if (tally.good.length < MOST_EXAMPLES && habit.example.quote !== null) tally.good.push(habit.example);
      return;
    }
    tally.wrong++;
    tally.lost += habit.lost;
    if (habit.fails) tally.fails++;
    if (tally.advice === '') tally.advice = habit.advice;
    if (tally.bad.length < MOST_EXAMPLES) tally.bad.push(habit.example);
  }
}

/** The lower end of the interval: what went right ten times of ten is surer than once of once. */
const sureness = ({ right, wrong }: Tally): number => share(right, right + wrong)?.low ?? 0;

function habitOf({ first, right, wrong, lost, fails, advice, good, bad }: Tally): Habit {
  const { criterionId, criterion, check } = first;
  return { criterionId, criterion, check, right, wrong, lost: Math.round(lost * 100) / 100, fails, advice, good, bad };
}
