import type { Criterion } from '../rubric/schema.ts';
import { findLevel } from '../scoring/points.ts';
import type { Verdict } from '../verdict.ts';
import { unscored } from './unscored.ts';

/** Deductions from here on are severe. Points. */
const SEVERE_DEDUCTION = 35;

/**
 * A judge alone may not decide a severe level: a second, independent question has to come to the same one. Else the levels
 * that are not severe stay open beside those that it chose.
 *
 * @param levels The levels that were open to the judge.
 * @param secondKey The level that the second question came to. Undefined: none was asked.
 */
export function withholdSevere(
  criterion: Criterion,
  verdict: Verdict,
  levels: readonly string[],
  secondKey: string | undefined,
): Verdict {
  if (verdict.status !== 'scored' || !isSevere(criterion, verdict.levelId)) return verdict;
  if (secondKey === verdict.levelId) return verdict;
  const candidates = levels.filter((id) => id === verdict.levelId || id === secondKey || !isSevere(criterion, id));
  const agrees =
    secondKey === undefined ? 'Only the judge says' : 'A second question did not come to the same; the first says';
  return {
    ...unscored(criterion, 'needs-second-key', `${agrees} "${verdict.levelId}": ${verdict.rationale}`, candidates),
    evidence: verdict.evidence,
    ...(verdict.checks !== undefined && { checks: verdict.checks }),
    ...(verdict.votes !== undefined && { votes: verdict.votes }),
  };
}

/** Whether a level ends an appraisal: an automatic fail, or a deduction of 35 and more. */
export function isSevere(criterion: Criterion, levelId: string): boolean {
  const level = findLevel(criterion, levelId);
  return level !== undefined && (level.autoFail || (level.deduction ?? 0) >= SEVERE_DEDUCTION);
}
