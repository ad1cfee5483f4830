import { oneDecimal, type Rubric, type Scorecard } from '@tqrs/core';
import type { Summary } from '../../api/index.ts';

/** A run in numbers, for one rubric, which follows what people decide: a scorecard can be taken out again. */
export class RunTotals {
  readonly #bands: readonly string[];
  readonly #counts: Omit<Summary, 'passRate' | 'meanPercent' | 'bands'> = {
    tickets: 0,
    scored: 0,
    partial: 0,
    notApplicable: 0,
    failedReviews: 0,
    passed: 0,
    autoFailed: 0,
    needsReview: 0,
  };
  readonly #inBands: number[];
  #percents = 0;

  constructor({ bands }: Pick<Rubric, 'bands'>) {
    this.#bands = bands.map(({ id }) => id);
    this.#inBands = bands.map(() => 0);
  }

  add(card: Scorecard): void {
    this.#count(card, 1);
  }

  remove(card: Scorecard): void {
    this.#count(card, -1);
  }

  /** Counts a ticket whose review failed. */
  addFailure(): void {
    this.#counts.tickets++;
    this.#counts.failedReviews++;
  }

  /** As the reports have it. */
  summary(): Summary {
    const { scored, passed } = this.#counts;
    return {
      ...this.#counts,
      passRate: scored === 0 ? null : oneDecimal((passed / scored) * 100),
      meanPercent: scored === 0 ? null : oneDecimal(this.#percents / scored),
      bands: [...this.#inBands],
    };
  }

  #count({ status, score, passed, band, autoFailedBy, needsReview }: Scorecard, by: 1 | -1): void {
    const counts = this.#counts;
    counts.tickets += by;
    if (status === 'partial') counts.partial += by;
    if (status === 'not-applicable') counts.notApplicable += by;
    if (autoFailedBy.length > 0) counts.autoFailed += by;
    if (needsReview.length > 0) counts.needsReview += by;
    if (score === null) return;
    counts.scored += by;
    if (passed === true) counts.passed += by;
    this.#percents += by * (score.earned / score.possible) * 100;
    const place = band === null ? -1 : this.#bands.indexOf(band);
    if (place >= 0) this.#inBands[place] = (this.#inBands[place] ?? 0) + by;
  }
}
