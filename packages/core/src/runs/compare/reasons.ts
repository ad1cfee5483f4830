import { canonicalJson } from '../../data-file/canonical-json.ts';
import type { Criterion, Rubric } from '../../rubric/schema.ts';
import type { Verdict } from '../../verdict.ts';
import { changesBetween, type RunConfiguration } from '../configuration.ts';
import type { ChangeReason } from './comparison.ts';

/** Tells what can have brought a change about. */
export interface Reasons {
  /** A criterion that came to something else. Undefined: one of the runs does not have it. */
  ofCriterion(id: string, before: Verdict | undefined, after: Verdict | undefined, sameTicket: boolean): ChangeReason[];
  /** Bands or the pass mark moved. */
  readonly scaleMoved: boolean;
}

/** What can be a reason at all between two runs, for one rubric. */
export function reasonsBetween(
  before: RunConfiguration,
  after: RunConfiguration,
  rubricBefore: Rubric,
  rubricAfter: Rubric,
): Reasons {
  const parts = new Set(changesBetween(before, after).map(({ part }) => part));
  const judgeDiffers = canonicalJson(before.judge) !== canonicalJson(after.judge);
  const spellingDiffers = before.spelling !== after.spelling;
  const changed = changedCriteria(rubricBefore, rubricAfter);
  const scale = ({ bands, passMark }: Rubric) => canonicalJson({ bands, passMark });
  return {
    scaleMoved: scale(rubricBefore) !== scale(rubricAfter),
    ofCriterion(id, was, is, sameTicket) {
      if (was === undefined || is === undefined) return ['rubric'];
      // The same level is worth something else: nothing but the rubric says what a level is worth.
      if (changed.has(id) && isSameLevel(was, is)) return ['rubric'];
      const isJudged = judged(was) || judged(is);
      const possible: readonly (readonly [ChangeReason, boolean])[] = [
        ['export', !sameTicket],
        ['rubric', changed.has(id)],
        ['profile', parts.has('profile')],
        ['model', isJudged && judgeDiffers],
        ['settings', spellingDiffers && !isJudged],
        ['program', parts.has('program')],
      ];
      const reasons = possible.filter(([, isPossible]) => isPossible).map(([reason]) => reason);
      return reasons.length > 0 ? reasons : ['answer'];
    },
  };
}

function changedCriteria(before: Rubric, after: Rubric): Set<string> {
  const earlier = new Map(before.criteria.map((criterion) => [criterion.id, contentOf(criterion)]));
  return new Set(after.criteria.filter((each) => earlier.get(each.id) !== contentOf(each)).map(({ id }) => id));
}

function contentOf(criterion: Criterion): string {
  return canonicalJson(criterion);
}

function isSameLevel(before: Verdict, after: Verdict): boolean {
  return before.status === 'scored' && after.status === 'scored' && before.levelId === after.levelId;
}

/** Whether a judge had a part in it: it decided, or it was to. */
function judged(verdict: Verdict): boolean {
  if (verdict.status === 'scored') return verdict.method !== 'rule';
  return verdict.status === 'unscored';
}
