import { notExportedDetail } from '../../review/unscored.ts';
import type { CheckReply, JudgeContext, Question, QuestionKey } from '../judge.ts';
import { isAskedOf } from '../offline/declared-phrases.ts';
import type { Answers } from './rounds/answer-ticket.ts';

type Replies = Pick<Answers, 'checks' | 'grades'>;

/** The answers together with those that need no model: checks that do not apply, and what no field can be read for. */
export function withUnasked(answers: Replies, questions: readonly Question[], context: JudgeContext): Replies {
  const checks = new Map<QuestionKey, ReadonlyMap<string, CheckReply>>();
  const grades = new Map(answers.grades);
  for (const question of questions) {
    const { key } = question;
    if (question.type === 'grade') {
      if (!grades.has(key)) grades.set(key, unseen(question.criterion.fields));
      continue;
    }
    const given = answers.checks.get(key);
    const replies = question.checks.map((check): [string, CheckReply] => [
      check.id,
      given?.get(check.id) ?? (isAskedOf(check, context) ? unseen(check.fields) : DOES_NOT_APPLY),
    ]);
    checks.set(key, new Map(replies));
  }
  return { checks, grades };
}

const DOES_NOT_APPLY: CheckReply = {
  value: 'not-applicable',
  quotes: [],
  rationale: 'Does not apply to this ticket.',
  confidence: 'medium',
};

function unseen(fields: readonly string[]): CheckReply {
  return {
    value: 'cannot-assess',
    quotes: [],
    rationale: notExportedDetail(fields),
    confidence: 'low',
    reason: 'field-not-exported',
  };
}
