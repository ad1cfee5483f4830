import type { Rubric } from '../rubric/schema.ts';
import type { CriterionResult, Scorecard } from '../scorecard/schema.ts';
import { pathToPass } from '../scoring/path-to-pass.ts';
import { improvementsOf } from './improvements.ts';
import { strengthsOf } from './strengths.ts';

/** What a scorecard says beyond its criteria, all of which follows from them. `criteria` stand in the rubric's order. */
export function adviceOf(
  rubric: Rubric,
  criteria: readonly CriterionResult[],
): Pick<Scorecard, 'strengths' | 'improvements' | 'pathToPass'> {
  return {
    strengths: strengthsOf(rubric, criteria),
    improvements: improvementsOf(rubric, criteria),
    pathToPass: pathToPass(rubric, criteria),
  };
}
