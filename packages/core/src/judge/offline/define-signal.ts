import type { Check, Criterion, Grade } from '../../rubric/schema.ts';
import type { CheckReply, GradeReply, JudgeContext } from '../judge.ts';

/** Answers one check without a model. */
export interface CheckSignal {
  readonly kind: 'check';
  readonly id: string;
  /** What it looks for, in a sentence. */
  readonly description: string;
  answer(check: Check, context: JudgeContext): CheckReply;
}

/** Answers one grade without a model, with one of `levels`. */
export interface GradeSignal {
  readonly kind: 'grade';
  readonly id: string;
  /** What it looks for, in a sentence. */
  readonly description: string;
  answer(grade: Grade, criterion: Criterion, levels: readonly string[], context: JudgeContext): GradeReply;
}

/** Answers one question of a rubric without a model. A rubric names it by its id. */
export type Signal = CheckSignal | GradeSignal;

/** Declares a signal for a check. Register it in `signals/index.ts`. */
export function defineCheckSignal(signal: Omit<CheckSignal, 'kind'>): CheckSignal {
  return { kind: 'check', ...signal };
}

/** Declares a signal for a grade. Register it in `signals/index.ts`. */
export function defineGradeSignal(signal: Omit<GradeSignal, 'kind'>): GradeSignal {
  return { kind: 'grade', ...signal };
}
