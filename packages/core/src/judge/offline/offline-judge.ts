import type { Ticket } from '@tqrs/parser';
import { notExported } from '../../export-facts/exported.ts';
import type { Check, Grade } from '../../rubric/schema.ts';
import { NO_USAGE } from '../../scorecard/usage.ts';
import { nameFields } from '../../text/name-fields.ts';
import type { CheckReply, GradeQuestion, GradeReply, Judge, JudgeContext, QuestionKey } from '../judge.ts';
import { answerCheckByPhrases, answerGradeByPhrases, isAskedOf } from './declared-phrases.ts';
import type { CheckSignal, GradeSignal, Signal } from './define-signal.ts';
import { SIGNALS } from './signals/index.ts';

/**
 * The judge that needs no model and no network: each question is answered by the signal that its rubric names, or by
 * the phrases that it declares. A question with neither stays open.
 */
export function createOfflineJudge(options: { readonly signals?: readonly Signal[] } = {}): Judge {
  const checkSignals = new Map<string, CheckSignal>();
  const gradeSignals = new Map<string, GradeSignal>();
  for (const signal of options.signals ?? SIGNALS) {
    if (signal.kind === 'check') checkSignals.set(signal.id, signal);
    else gradeSignals.set(signal.id, signal);
  }

  const answerCheck = (check: Check, context: JudgeContext): CheckReply => {
    if (!isAskedOf(check, context))
      return { value: 'not-applicable', quotes: [], rationale: 'Does not apply to this ticket.', confidence: 'medium' };
    const signal = check.signal === undefined ? undefined : checkSignals.get(check.signal);
    if (signal !== undefined) return withholdUnseen(signal.answer(check, context), check, context.ticket);
    if (check.phrases !== undefined)
      return withholdUnseen(answerCheckByPhrases(check, check.phrases, context), check, context.ticket);
    return NEEDS_MODEL;
  };

  const answerGrade = (grade: Grade, question: GradeQuestion, context: JudgeContext): GradeReply => {
    const signal = grade.signal === undefined ? undefined : gradeSignals.get(grade.signal);
    if (signal !== undefined) return signal.answer(grade, question.criterion, question.levels, context);
    if (grade.phrases !== undefined)
      return answerGradeByPhrases(grade.phrases, question.criterion, question.levels, context);
    return NEEDS_MODEL;
  };

  return {
    id: 'offline',
    method: 'offline',
    answer(questions, context) {
      const checks = new Map<QuestionKey, ReadonlyMap<string, CheckReply>>();
      const grades = new Map<QuestionKey, GradeReply>();
      for (const question of questions) {
        if (question.type === 'grade') grades.set(question.key, answerGrade(question.grade, question, context));
        else checks.set(question.key, new Map(question.checks.map((check) => [check.id, answerCheck(check, context)])));
      }
      return { checks, grades, usage: NO_USAGE };
    },
  };
}

const NEEDS_MODEL = {
  value: 'cannot-assess',
  quotes: [],
  rationale: 'Only a language model or a person can answer this.',
  confidence: 'low',
  reason: 'needs-model',
} as const;

/** A loss that rests on absence stands only where every field searched was exported. */
function withholdUnseen(reply: CheckReply, check: Check, ticket: Ticket): CheckReply {
  if (reply.value !== 'not-met' || reply.quotes.length > 0) return reply;
  const unseen = notExported(ticket, check.fields);
  if (unseen.length === 0) return reply;
  return {
    value: 'cannot-assess',
    quotes: [],
    rationale: `The export does not carry ${nameFields(unseen)}.`,
    confidence: 'low',
    reason: 'field-not-exported',
  };
}
