import type { Rubric } from '../rubric/schema.ts';
import type { CriterionResult, Scorecard } from '../scorecard/schema.ts';
import { lossesOf } from '../scoring/losses.ts';
import { bestLevel } from '../scoring/points.ts';

/**
 * What would bring the most, most first: automatic fails before all else, then by the points that a fix brings, then in
 * the rubric's order. Without coaching in the rubric, the best level's descriptor says what to aim for.
 *
 * @param criteria The ticket's lines, in the rubric's order.
 */
export function improvementsOf(rubric: Rubric, criteria: readonly CriterionResult[]): Scorecard['improvements'] {
  return lossesOf(rubric, criteria)
    .sort((a, b) => Number(b.level.autoFail) - Number(a.level.autoFail) || b.gain - a.gain)
    .map(({ criterion, line: { coaching }, gain }) => ({
      criterionId: criterion.id,
      gain,
      text: coaching.length > 0 ? coaching.join(' ') : `Aim for this: ${bestLevel(criterion).descriptor}`,
    }));
}
