import type { Judge, JudgeContext, JudgeReplies, Question } from '../judge/judge.ts';
import type { Criterion } from '../rubric/schema.ts';
import type { Verdict } from '../verdict.ts';
import { checkResult } from './check-result.ts';
import { checklistVerdict } from './checklist-verdict.ts';
import { gradeVerdict } from './grade-verdict.ts';
import { type EvidenceLocator, evidenceLocator } from './locate-evidence.ts';
import { requireProof } from './require-proof.ts';
import { withholdSevere } from './two-keys.ts';

/** A question with the levels that the rules left open. */
export interface AskedQuestion {
  readonly question: Question;
  readonly levels: readonly string[];
}

/** The question that a criterion asks of the judge, or undefined where it asks none. */
export function questionOf(criterion: Criterion, levels: readonly string[]): Question | undefined {
  const { judge } = criterion.evaluator;
  if (judge === undefined) return undefined;
  if (judge.type === 'grade') return { type: 'grade', criterion, grade: judge, levels };
  return { type: 'checklist', criterion, checks: judge.checks };
}

/** Turns a judge's replies into verdicts, each only as far as it is proved. In the order of the questions. */
export function verdictsOf(
  asked: readonly AskedQuestion[],
  replies: JudgeReplies,
  judge: Judge,
  context: JudgeContext,
): Verdict[] {
  const locate = evidenceLocator(judge.method, context);
  return asked.map(({ question, levels }) => {
    const verdict =
      question.type === 'grade'
        ? gradeVerdict(question.criterion, replies.grades.get(question.criterion.id), judge.method, levels, locate)
        : checklist(question, levels, replies, judge, context, locate);
    const proved = requireProof(question.criterion, verdict, context.ticket, levels);
    return withholdSevere(question.criterion, proved, levels);
  });
}

function checklist(
  question: Extract<Question, { type: 'checklist' }>,
  levels: readonly string[],
  replies: JudgeReplies,
  { method }: Judge,
  context: JudgeContext,
  locate: EvidenceLocator,
): Verdict {
  const { criterion } = question;
  const list = criterion.evaluator.judge;
  if (list?.type !== 'checklist') throw new TypeError(`The criterion "${criterion.id}" has no checklist`);
  const given = replies.checks.get(criterion.id);
  const checks = question.checks.map((check) => checkResult(check, given?.get(check.id), method, locate, context));
  const presence = question.checks.some(({ id }) => given?.get(id)?.basis === 'presence');
  return checklistVerdict(criterion, list, checks, method, levels, presence);
}
