import type { Criterion } from '../rubric/schema.ts';
import { bestLevel } from '../scoring/points.ts';
import type { ScoredVerdict } from '../verdict.ts';

/**
 * What it takes to reach a criterion's best level, in short: the checks that are still unmet, else what the level says. How
 * to get there is told by the coaching.
 */
export function whatToReach(criterion: Criterion, { checks = [] }: ScoredVerdict): string {
  const unmet = checks.filter(({ answer }) => answer === 'not-met').map(({ title }) => title);
  return unmet.length > 0 ? `Still open: ${unmet.join(', ')}.` : bestLevel(criterion).descriptor;
}
