import type { Rubric } from '../rubric/schema.ts';
import type { Scorecard } from '../scorecard/schema.ts';
import { oneDecimal } from './one-decimal.ts';
import { DISTRIBUTION_STEPS, type RunSummary } from './schema.ts';

const NO_COUNTS = {
  tickets: 0,
  scored: 0,
  partial: 0,
  notApplicable: 0,
  failedReviews: 0,
  passed: 0,
  failed: 0,
  autoFailed: 0,
  needsReview: 0,
};
type Counts = typeof NO_COUNTS;

/** What {@link RunTotals} has counted: plain data. */
export interface TotalCounts {
  readonly counts: Readonly<Counts>;
  readonly ranges: RunSummary['ranges'];
  readonly bands: readonly number[];
  readonly percents: number;
  readonly distribution: readonly number[];
}

/**
 * Counts the tickets of a run by what they came to with one rubric. `passed`, `failed` and the bands count scored tickets only. A
 * scorecard that is replaced, as by a person's decision, can be taken out again.
 */
export class RunTotals {
  readonly #bands: Rubric['bands'];
  readonly #counts = { ...NO_COUNTS };
  readonly #ranges = { passing: 0, failing: 0, open: 0 };
  readonly #inBands: number[];
  readonly #distribution = Array.from({ length: DISTRIBUTION_STEPS }, () => 0);
  #percents = 0;

  constructor({ bands }: Pick<Rubric, 'bands'>) {
    this.#bands = bands;
    this.#inBands = bands.map(() => 0);
  }

  /** Counts a scorecard of the rubric. */
  add(card: Scorecard): void {
    this.#count(card, 1);
  }

  /** Takes out a scorecard that was added. */
  remove(card: Scorecard): void {
    this.#count(card, -1);
  }

  /** Counts a ticket whose review failed. */
  addFailure(): void {
    this.#counts.tickets++;
    this.#counts.failedReviews++;
  }

  /** What was counted so far, to merge it elsewhere. */
  part(): TotalCounts {
    return {
      counts: { ...this.#counts },
      ranges: { ...this.#ranges },
      bands: [...this.#inBands],
      percents: this.#percents,
      distribution: [...this.#distribution],
    };
  }

  /** Takes what was counted over other tickets, with the same rubric. */
  merge(part: TotalCounts): void {
    for (const key of keysOf(this.#counts)) this.#counts[key] += part.counts[key];
    for (const key of keysOf(this.#ranges)) this.#ranges[key] += part.ranges[key];
    part.bands.forEach((tickets, place) => {
      increase(this.#inBands, place, tickets);
    });
    this.#percents += part.percents;
    part.distribution.forEach((tickets, step) => {
      increase(this.#distribution, step, tickets);
    });
  }

  /** In the words of a summary. */
  summary(): Pick<RunSummary, keyof Counts | 'ranges' | 'passRate' | 'meanPercent' | 'bands' | 'distribution'> {
    const { scored, passed } = this.#counts;
    return {
      ...this.#counts,
      ranges: { ...this.#ranges },
      passRate: scored === 0 ? null : oneDecimal((passed / scored) * 100),
      meanPercent: scored === 0 ? null : oneDecimal(this.#percents / scored),
      bands: this.#bands.map(({ id, title, from }, place) => ({ id, title, from, tickets: this.#inBands[place] ?? 0 })),
      distribution: [...this.#distribution],
    };
  }

  #count({ status, score, range, passed, band, autoFailedBy, needsReview }: Scorecard, by: 1 | -1): void {
    const counts = this.#counts;
    counts.tickets += by;
    if (status === 'partial') counts.partial += by;
    if (status === 'not-applicable') counts.notApplicable += by;
    if (score !== null) {
      counts.scored += by;
      const percent = (score.earned / score.possible) * 100;
      this.#percents += by * percent;
      const step = Math.min(DISTRIBUTION_STEPS - 1, Math.floor((percent * DISTRIBUTION_STEPS) / 100));
      increase(this.#distribution, step, by);
      counts[passed === true ? 'passed' : 'failed'] += by;
      const place = this.#bands.findIndex(({ id }) => id === band);
      if (place >= 0) increase(this.#inBands, place, by);
    }
    if (range !== null) this.#ranges[passed === null ? 'open' : passed ? 'passing' : 'failing'] += by;
    if (autoFailedBy.length > 0) counts.autoFailed += by;
    if (needsReview.length > 0) counts.needsReview += by;
  }
}

function keysOf<Each extends object>(counts: Each): (keyof Each)[] {
  return Object.keys(counts) as (keyof Each)[];
}

function increase(counts: number[], place: number, by: number): void {
  counts[place] = (counts[place] ?? 0) + by;
}
