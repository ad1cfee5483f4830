import { whatToReach } from '../coaching/what-to-reach.ts';
import type { Rubric } from '../rubric/schema.ts';
import type { CriterionResult, PathStep } from '../scorecard/schema.ts';
import { reaches } from './fraction.ts';
import { lossesOf } from './losses.ts';
import { bestLevel, levelOf, possibleOf, tidy, worthOf } from './points.ts';

/**
 * The smallest set of fixes that reaches the pass mark, in the order to make them: lifts of automatic fails (each is
 * needed), then deductions, then greater gains, then the rubric's order. Of several smallest sets it is the one with the
 * most deductions, then the one that gains most.
 *
 * Empty where nothing needs fixing, and where no fix of what was scored would do. For a ticket that is unscored in part,
 * what is open is taken at its best level: the path is what the ticket needs even then.
 *
 * @param criteria The ticket's lines, in the rubric's order.
 */
export function pathToPass(rubric: Rubric, criteria: readonly CriterionResult[]): PathStep[] {
  const total = bestCase(rubric, criteria);
  const fixes = fixesOf(rubric, criteria);
  const lifts = fixes.filter((step) => step.liftsAutoFail);
  const others = fixes.filter((step) => !step.liftsAutoFail);
  const earned = total.earned + gainOf(lifts);
  const chosen = smallestSet(others, (gain) =>
    reaches({ earned: Math.max(0, earned + gain), possible: total.possible }, rubric.passMark),
  );
  return chosen === undefined ? [] : [...lifts, ...chosen].map(withoutDeduction);
}

interface Fix extends PathStep {
  readonly deducts: boolean;
}

function fixesOf(rubric: Rubric, criteria: readonly CriterionResult[]): Fix[] {
  return lossesOf(rubric, criteria).map(({ criterion, verdict, level, gain }) => ({
    criterionId: criterion.id,
    title: criterion.title,
    fromLevel: level.id,
    toLevel: bestLevel(criterion).id,
    gain,
    liftsAutoFail: level.autoFail,
    coaching: [whatToReach(criterion, verdict)],
    deducts: level.deduction !== undefined,
  }));
}

/**
 * The sum is kept unclamped, so that gains add up: a ticket 15 below zero needs 15 more than its 0 says.
 * For a count of fixes the greatest gains reach furthest, so the least count that reaches is exact; within that count,
 * as many deductions as still reach.
 */
function smallestSet(fixes: readonly Fix[], suffices: (gain: number) => boolean): Fix[] | undefined {
  const byGain = (a: Fix, b: Fix): number => b.gain - a.gain;
  const sorted = fixes.toSorted(byGain);
  const deductions = sorted.filter((fix) => fix.deducts);
  const others = sorted.filter((fix) => !fix.deducts);
  for (let count = 0; count <= sorted.length; count++) {
    if (!suffices(gainOf(sorted.slice(0, count)))) continue;
    for (let taken = Math.min(count, deductions.length); taken >= 0; taken--) {
      const set = [...deductions.slice(0, taken), ...others.slice(0, count - taken)];
      if (set.length === count && suffices(gainOf(set))) return set;
    }
  }
  return undefined;
}

function bestCase(rubric: Rubric, criteria: readonly CriterionResult[]): { earned: number; possible: number } {
  let earned = 0;
  let possible = 0;
  rubric.criteria.forEach((criterion, index) => {
    const verdict = criteria[index]?.verdict;
    if (verdict === undefined || verdict.status === 'not-applicable') return;
    const ids = verdict.status === 'scored' ? [verdict.levelId] : verdict.possibleLevels;
    earned += Math.max(...ids.map((id) => worthOf(levelOf(criterion, id))));
    possible += possibleOf(criterion);
  });
  return { earned: tidy(earned), possible: tidy(possible) };
}

function gainOf(fixes: readonly Fix[]): number {
  return fixes.reduce((sum, fix) => sum + fix.gain, 0);
}

function withoutDeduction({ deducts: _, ...step }: Fix): PathStep {
  return step;
}
