import type { Criterion, Level } from '../rubric/schema.ts';
import type { UnscoredVerdict } from '../verdict.ts';
import { levelOf, possibleOf, worthOf } from './points.ts';

/** What an unscored criterion can still come to. */
export interface OpenCriterion {
  readonly possible: number;
  /** The least and the most that its open levels bring, automatic fails aside. Undefined where each of them fails. */
  readonly worth: { readonly low: number; readonly high: number } | undefined;
  readonly mayFail: boolean;
  readonly mayNotApply: boolean;
}

/** Reads an unscored verdict as an {@link OpenCriterion}. */
export function openCriterion(criterion: Criterion, verdict: UnscoredVerdict): OpenCriterion {
  const levels = verdict.possibleLevels.map((id) => levelOf(criterion, id));
  const worths = levels.filter((level: Level) => !level.autoFail).map(worthOf);
  return {
    possible: possibleOf(criterion),
    worth: worths.length === 0 ? undefined : { low: Math.min(...worths), high: Math.max(...worths) },
    mayFail: worths.length < levels.length,
    mayNotApply: verdict.mayNotApply === true,
  };
}
