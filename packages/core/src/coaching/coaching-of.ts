import type { Criterion } from '../rubric/schema.ts';
import { findLevel } from '../scoring/points.ts';
import type { CheckResult, Verdict } from '../verdict.ts';
import { fillCoaching } from './fill-coaching.ts';

/**
 * What the analyst can do better on one criterion, in the rubric's words and the ticket's: the coaching of each check that is not met
 * (also while others are still open), without one that of the level, and whatever the verdict itself advises. Each once.
 */
export function coachingOf(criterion: Criterion, verdict: Verdict): string[] {
  if (verdict.status === 'not-applicable') return [];
  const ofChecks = coachingOfChecks(criterion, verdict.checks ?? []);
  if (verdict.status === 'unscored') return unique(ofChecks);
  const ofLevel = findLevel(criterion, verdict.levelId)?.coaching;
  const general = ofLevel === undefined || ofChecks.length > 0 ? [] : [fillCoaching(ofLevel, verdict)];
  return unique([...general, ...ofChecks, ...(verdict.advice ?? [])]);
}

function coachingOfChecks({ evaluator: { judge } }: Criterion, checks: readonly CheckResult[]): string[] {
  if (judge?.type !== 'checklist') return [];
  const unmet = new Map(checks.filter(({ answer }) => answer === 'not-met').map((result) => [result.id, result]));
  return judge.checks.flatMap(({ id, coaching }) => {
    const result = unmet.get(id);
    return result === undefined ? [] : [fillCoaching(coaching, result)];
  });
}

function unique(texts: readonly string[]): string[] {
  return texts.length < 2 ? [...texts] : [...new Set(texts)];
}
