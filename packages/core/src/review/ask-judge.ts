import type { ChecklistQuestion, Judge, JudgeContext, JudgeReplies, Question, QuestionKey } from '../judge/judge.ts';
import type { Criterion } from '../rubric/schema.ts';
import type { UnscoredVerdict, Verdict } from '../verdict.ts';
import { checkResult } from './check-result.ts';
import { checklistVerdict } from './checklist-verdict.ts';
import { gradeVerdict } from './grade-verdict.ts';
import { type EvidenceLocator, evidenceLocator } from './locate-evidence.ts';
import { requireProof } from './require-proof.ts';

/** The question that a criterion asks of the judge, or undefined where it asks none. */
export function questionOf(rubricId: string, criterion: Criterion, levels: readonly string[]): Question | undefined {
  const { judge } = criterion.evaluator;
  if (judge === undefined) return undefined;
  const open = { key: keyOf(rubricId, criterion), criterion, levels };
  return judge.type === 'grade'
    ? { ...open, type: 'grade', grade: judge, mayWaive: criterion.judgeMayWaive }
    : { ...open, type: 'checklist', checks: judge.checks };
}

/** What a model may settle where the rules found one key of a severe outcome: two questions in two wordings. */
export function secondKeyQuestion(
  rubricId: string,
  criterion: Criterion,
  { reason, possibleLevels, mayNotApply }: UnscoredVerdict,
): Question | undefined {
  const { secondKey } = criterion.evaluator;
  if (secondKey === undefined || reason !== 'needs-second-key') return undefined;
  return {
    type: 'grade',
    key: keyOf(rubricId, criterion),
    criterion,
    levels: possibleLevels,
    grade: { type: 'grade', vetoes: [], needs: [], ...secondKey },
    mayWaive: mayNotApply === true,
    settles: 'second-key',
  };
}

function keyOf(rubricId: string, { id }: Criterion): QuestionKey {
  return `${rubricId}/${id}`;
}

/** Turns a judge's replies into verdicts, each only as far as it is proved. In the order of the questions. */
export function provenVerdicts(
  questions: readonly Question[],
  replies: Pick<JudgeReplies, 'checks' | 'grades'>,
  method: Judge['method'],
  context: JudgeContext,
): Verdict[] {
  const locate = evidenceLocator(method, context);
  return questions.map((question) => {
    const verdict =
      question.type === 'grade'
        ? gradeVerdict(question, replies.grades.get(question.key), method, locate)
        : checklist(question, replies, method, context, locate);
    return requireProof(question.criterion, verdict, context.ticket, question.levels);
  });
}

function checklist(
  question: ChecklistQuestion,
  replies: Pick<JudgeReplies, 'checks'>,
  method: Judge['method'],
  context: JudgeContext,
  locate: EvidenceLocator,
): Verdict {
  const { criterion, levels } = question;
  const list = criterion.evaluator.judge;
  if (list?.type !== 'checklist') throw new TypeError(`The criterion "${criterion.id}" has no checklist`);
  const given = replies.checks.get(question.key);
  const checks = question.checks.map((check) => checkResult(check, given?.get(check.id), method, locate, context));
  const presence = question.checks.some(({ id }) => given?.get(id)?.basis === 'presence');
  return checklistVerdict(criterion, list, checks, method, levels, presence);
}
