import type { Rubric } from '../rubric/schema.ts';
import type { CriterionResult, Scorecard } from '../scorecard/schema.ts';
import { bestLevel } from '../scoring/points.ts';

/**
 * What the analyst did well: criteria at their best level, gates that were passed, told by the level's descriptor. What
 * rests on the mere presence of a value is no strength.
 *
 * @param criteria The ticket's lines, in the rubric's order.
 */
export function strengthsOf(rubric: Rubric, criteria: readonly CriterionResult[]): Scorecard['strengths'] {
  const strengths: Scorecard['strengths'] = [];
  rubric.criteria.forEach((criterion, index) => {
    const verdict = criteria[index]?.verdict;
    if (verdict?.status !== 'scored' || verdict.basis === 'presence') return;
    const best = bestLevel(criterion);
    if (verdict.levelId === best.id) strengths.push({ criterionId: criterion.id, text: best.descriptor });
  });
  return strengths;
}
