import type { Judge, JudgeContext, JudgeReplies, Question, QuestionKey } from '../judge/judge.ts';
import type { CompiledRubric } from '../rubric/compiled-rubric.ts';
import type { SpellChecker } from '../spelling/spell-checker.ts';
import type { Verdict } from '../verdict.ts';
import { provenVerdicts, questionOf, secondKeyQuestion } from './ask-judge.ts';
import { compileConditions } from './conditions.ts';
import { runRules } from './run-rules.ts';
import { withholdSevere } from './two-keys.ts';
import { unscored } from './unscored.ts';
import type { OpenScore } from './weigh.ts';

/** Prepares what does not change from ticket to ticket. The result decides, by code alone, all that code can. */
export function decider(
  { data: rubric, criteria }: CompiledRubric,
  method: Judge['method'],
  spelling: SpellChecker | undefined,
): (context: JudgeContext) => OpenScore {
  const planned = criteria.map((compiled) => ({ compiled, applies: compileConditions(compiled.data) }));
  return (context) => {
    const questions: Question[] = [];
    const verdicts = planned.map(({ compiled, applies }): Verdict => {
      const { data } = compiled;
      const decision = applies(context.ticket) ?? runRules(compiled, context, spelling);
      const isOpen = decision.status === 'open';
      const question = isOpen ? questionOf(rubric.id, data, decision.levels) : secondKeyOf(decision, data);
      if (question !== undefined) questions.push(question);
      if (!isOpen) return decision;
      return unscored(data, 'undecided', 'No rule decided, and the rubric asks no judge.', decision.levels);
    });
    return { rubric, verdicts, questions };
  };

  function secondKeyOf(decision: Verdict, data: Question['criterion']): Question | undefined {
    return method === 'model' && decision.status === 'unscored'
      ? secondKeyQuestion(rubric.id, data, decision)
      : undefined;
  }
}

/** The verdicts of a ticket once the judge has answered, in the rubric's order. */
export function settle(
  score: OpenScore,
  replies: JudgeReplies,
  method: Judge['method'],
  context: JudgeContext,
): Verdict[] {
  const answers = provenVerdicts(score.questions, replies, method, context).map((verdict, index) => {
    const question = score.questions[index];
    if (question === undefined) return verdict;
    const { criterion, levels, key } = question;
    return withholdSevere(criterion, verdict, levels, replies.secondKeys?.get(key));
  });
  return merge(score, answers);
}

/** The verdicts of a ticket whose judge failed. */
export function failed(score: OpenScore, detail: string): Verdict[] {
  return merge(
    score,
    score.questions.map(({ criterion, levels }) => unscored(criterion, 'judge-failed', detail, levels)),
  );
}

/** Puts answers in their places. What rules left open for a second key stays as they left it where no level came of it. */
function merge({ rubric, verdicts, questions }: OpenScore, answers: readonly Verdict[]): Verdict[] {
  const merged = [...verdicts];
  questions.forEach((question, position) => {
    const answer = answers[position];
    if (answer === undefined) return;
    if (question.type === 'grade' && question.settles !== undefined && answer.status === 'unscored') return;
    merged[rubric.criteria.indexOf(question.criterion)] = answer;
  });
  return merged;
}

/** Ids of the criteria of this rubric among the questions. */
export function criteriaAmong({ questions }: OpenScore, keys: ReadonlySet<QuestionKey> | undefined): Set<string> {
  return new Set(questions.filter(({ key }) => keys?.has(key)).map(({ criterion }) => criterion.id));
}
