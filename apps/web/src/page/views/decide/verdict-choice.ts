import type { Outcome, ReviewCriterion } from '../../../api/index.ts';
import { NOT_APPLICABLE } from '../../state/question.ts';

/** The choice that stands for the machine's own verdict; undefined where it has none. */
export function machineChoice({ machine: { verdict } }: ReviewCriterion): string | undefined {
  return verdict.status === 'not-applicable' ? NOT_APPLICABLE : (verdict.levelId ?? undefined);
}

/** What a choice is to the machine's verdict. */
export function outcomeOf(choice: string, criterion: ReviewCriterion): Outcome {
  if (choice === machineChoice(criterion)) return { kind: 'accept' };
  return choice === NOT_APPLICABLE ? { kind: 'not-applicable' } : { kind: 'overrule', levelId: choice };
}
