import type { CriterionResult } from '@tqrs/core';
import type { Catalogue } from '../../catalogue/languages.ts';

/** What a criterion came to, in a word: `5 of 10`, `Passed`, `Not scored`. */
export function resultLabel(
  { verdict, points, possible, deduction, autoFail }: Omit<CriterionResult, 'id' | 'title' | 'coaching' | 'human'>,
  { shared: { outcomes, of }, ticketPage: { criterion } }: Catalogue,
): string {
  if (verdict.status === 'not-applicable') return outcomes.notApplicable;
  if (verdict.status === 'unscored') return outcomes.notScored;
  if (autoFail) return outcomes.automaticFail;
  if (points === null || possible === null || possible === 0)
    return deduction > 0 ? criterion.pointsOff(deduction) : outcomes.passed;
  return deduction > 0 ? criterion.earnedOff(points, possible, deduction) : of(points, possible);
}
