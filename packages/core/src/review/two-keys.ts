import type { Criterion } from '../rubric/schema.ts';
import { findLevel } from '../scoring/points.ts';
import type { Verdict } from '../verdict.ts';
import { unscored } from './unscored.ts';

/** Deductions from here on are severe. Points. */
const SEVERE_DEDUCTION = 35;

/**
 * A judge alone may not decide a severe level: that takes a second, independent key. The levels that are not severe
 * stay open beside the one that it chose.
 *
 * @param levels The levels that were open to the judge.
 */
export function withholdSevere(criterion: Criterion, verdict: Verdict, levels: readonly string[]): Verdict {
  if (verdict.status !== 'scored' || !isSevere(criterion, verdict.levelId)) return verdict;
  const candidates = levels.filter((id) => id === verdict.levelId || !isSevere(criterion, id));
  return {
    ...unscored(
      criterion,
      'needs-second-key',
      `Only the judge says "${verdict.levelId}": ${verdict.rationale}`,
      candidates,
    ),
    evidence: verdict.evidence,
    ...(verdict.checks !== undefined && { checks: verdict.checks }),
  };
}

function isSevere(criterion: Criterion, levelId: string): boolean {
  const level = findLevel(criterion, levelId);
  return level !== undefined && (level.autoFail || (level.deduction ?? 0) >= SEVERE_DEDUCTION);
}
