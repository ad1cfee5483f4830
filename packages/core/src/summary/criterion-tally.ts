import type { Criterion } from '../rubric/schema.ts';
import type { CriterionResult } from '../scorecard/schema.ts';
import { tidy } from '../scoring/points.ts';
import type { CriterionSummary } from './schema.ts';

const COUNTS = ['scored', 'notApplicable', 'unscored', 'possible', 'lost', 'autoFails', 'notExamined'] as const;

/** Counts what happens to one criterion over a run. */
export class CriterionTally {
  readonly #sum: CriterionSummary;

  constructor({ id, title }: Criterion) {
    this.#sum = {
      id,
      title,
      scored: 0,
      notApplicable: 0,
      unscored: 0,
      possible: 0,
      lost: 0,
      autoFails: 0,
      notExamined: 0,
    };
  }

  add({ verdict, points, possible, deduction, autoFail }: CriterionResult): void {
    const sum = this.#sum;
    if (verdict.status === 'not-applicable') sum.notApplicable++;
    if (verdict.status === 'unscored') sum.unscored++;
    if (verdict.status !== 'scored') return;
    sum.scored++;
    sum.possible += possible ?? 0;
    sum.lost += (possible ?? 0) - (points ?? 0) + deduction;
    if (autoFail) sum.autoFails++;
    if (verdict.basis === 'presence') sum.notExamined += points ?? 0;
  }

  /** Adds what another tally of the same criterion counted. */
  merge(other: CriterionSummary): void {
    const sum = this.#sum;
    for (const count of COUNTS) sum[count] += other[count];
  }

  /** The counts as they are, before rounding. */
  part(): CriterionSummary {
    return { ...this.#sum };
  }

  summary(): CriterionSummary {
    const { possible, lost, notExamined } = this.#sum;
    return { ...this.#sum, possible: tidy(possible), lost: tidy(lost), notExamined: tidy(notExamined) };
  }
}
