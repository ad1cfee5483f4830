import type { Rubric } from '../rubric/schema.ts';
import type { CriterionResult, Scorecard } from '../scorecard/schema.ts';
import { bestLevel, levelOf, losesSomething, lossOf } from '../scoring/points.ts';

/**
 * What would bring the most, most first: automatic fails before all else, then by the points that a fix brings, then in
 * the rubric's order. Without coaching in the rubric, the best level's descriptor says what to aim for.
 *
 * @param criteria The ticket's lines, in the rubric's order.
 */
export function improvementsOf(rubric: Rubric, criteria: readonly CriterionResult[]): Scorecard['improvements'] {
  const losses: { fails: boolean; improvement: Scorecard['improvements'][number] }[] = [];
  rubric.criteria.forEach((criterion, index) => {
    const line = criteria[index];
    if (line?.verdict.status !== 'scored') return;
    const level = levelOf(criterion, line.verdict.levelId);
    if (!losesSomething(criterion, level)) return;
    const text =
      line.coaching.length > 0 ? line.coaching.join(' ') : `Aim for this: ${bestLevel(criterion).descriptor}`;
    losses.push({
      fails: level.autoFail,
      improvement: { criterionId: criterion.id, gain: lossOf(criterion, level), text },
    });
  });
  losses.sort((a, b) => Number(b.fails) - Number(a.fails) || b.improvement.gain - a.improvement.gain);
  return losses.map(({ improvement }) => improvement);
}
