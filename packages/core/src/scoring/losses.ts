import type { Criterion, Level, Rubric } from '../rubric/schema.ts';
import type { CriterionResult } from '../scorecard/schema.ts';
import type { ScoredVerdict } from '../verdict.ts';
import { levelOf, losesSomething, lossOf } from './points.ts';

/** A criterion that cost a ticket something. */
export interface Loss {
  readonly criterion: Criterion;
  readonly line: CriterionResult;
  readonly verdict: ScoredVerdict;
  readonly level: Level;
  /** Points that the best level would bring. */
  readonly gain: number;
}

/** What a ticket lost, in the rubric's order, which is that of the lines. */
export function lossesOf(rubric: Rubric, criteria: readonly CriterionResult[]): Loss[] {
  return rubric.criteria.flatMap((criterion, index) => {
    const line = criteria[index];
    if (line?.verdict.status !== 'scored') return [];
    const level = levelOf(criterion, line.verdict.levelId);
    if (!losesSomething(criterion, level)) return [];
    return [{ criterion, line, verdict: line.verdict, level, gain: lossOf(criterion, level) }];
  });
}
