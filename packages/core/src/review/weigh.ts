import type { Judge, JudgeContext, JudgeReplies, Question, QuestionKey, Stakes } from '../judge/judge.ts';
import type { Criterion, Rubric } from '../rubric/schema.ts';
import { bandOf } from '../scoring/bands.ts';
import { worthOf } from '../scoring/points.ts';
import { scoreTicket } from '../scoring/score-ticket.ts';
import type { Verdict } from '../verdict.ts';
import { provenVerdicts } from './ask-judge.ts';
import { isSevere } from './two-keys.ts';

/** A rubric with what code decided about a ticket, and what is left to the judge. */
export interface OpenScore {
  readonly rubric: Rubric;
  /** In the rubric's order. */
  readonly verdicts: readonly Verdict[];
  readonly questions: readonly Question[];
}

/**
 * What hangs on replies: which come to a severe level, and whether the ticket's band or pass depends on how the contested ones
 * turn out. All contested answers are taken at their best and at their worst together; what is open for other reasons stays
 * open in both.
 */
export function weigh(
  scores: readonly OpenScore[],
  replies: JudgeReplies,
  contested: ReadonlySet<string>,
  method: Judge['method'],
  context: JudgeContext,
): Stakes {
  const severe = new Set<QuestionKey>();
  const decisive = new Set<QuestionKey>();
  const relied = without(replies, contested);
  for (const { rubric, verdicts, questions } of scores) {
    const answered = provenVerdicts(questions, replies, method, context);
    const settled = contested.size === 0 ? answered : provenVerdicts(questions, relied, method, context);
    const best = [...verdicts];
    const worst = [...verdicts];
    const open: QuestionKey[] = [];
    questions.forEach(({ key, criterion }, index) => {
      const verdict = answered[index];
      if (verdict?.status === 'scored' && isSevere(criterion, verdict.levelId)) severe.add(key);
      const place = rubric.criteria.indexOf(criterion);
      const rest = settled[index];
      if (verdict === undefined || rest === undefined) return;
      const isOpen = hasContested(key, contested) || isDisputed(verdict);
      if (isOpen) open.push(key);
      best[place] = isOpen && rest.status === 'unscored' ? extreme(criterion, rest.possibleLevels, 'best') : verdict;
      worst[place] = isOpen && rest.status === 'unscored' ? extreme(criterion, rest.possibleLevels, 'worst') : verdict;
    });
    if (open.length > 0 && outcomeOf(rubric, best) !== outcomeOf(rubric, worst))
      for (const key of open) decisive.add(key);
  }
  return { severe, decisive };
}

function hasContested(key: QuestionKey, contested: ReadonlySet<string>): boolean {
  return contested.has(key) || [...contested].some((answer) => answer.startsWith(`${key}/`));
}

/** Every check was answered, and the rules exclude what the answers come to. */
function isDisputed(verdict: Verdict): boolean {
  return (
    verdict.status === 'unscored' &&
    verdict.checks !== undefined &&
    verdict.checks.every(({ answer }) => answer !== 'cannot-assess')
  );
}

/** The replies as if the contested ones had not been given. */
function without(
  { checks, grades }: JudgeReplies,
  contested: ReadonlySet<string>,
): Pick<JudgeReplies, 'checks' | 'grades'> {
  return {
    checks: new Map(
      [...checks].map(([key, answers]) => [
        key,
        new Map([...answers].filter(([id]) => !contested.has(`${key}/${id}`))),
      ]),
    ),
    grades: new Map([...grades].filter(([key]) => !contested.has(key))),
  };
}

function extreme(criterion: Criterion, levels: readonly string[], end: 'best' | 'worst'): Verdict {
  const open = criterion.levels.filter(({ id }) => levels.includes(id));
  const sorted = open.toSorted((a, b) => Number(a.autoFail) - Number(b.autoFail) || worthOf(b) - worthOf(a));
  const levelId = (end === 'best' ? sorted[0] : sorted.at(-1))?.id ?? '';
  return { status: 'scored', levelId, method: 'model', confidence: 'low', rationale: '', evidence: [] };
}

/** The band and the pass of a score, and of both ends of a range. */
function outcomeOf(rubric: Rubric, verdicts: readonly Verdict[]): string {
  const { band, passed, range } = scoreTicket(rubric, verdicts);
  const ends = range === null ? [] : [range.min.percent, range.max.percent];
  const side = (percent: number) => [
    bandOf(rubric.bands, { earned: percent, possible: 100 }),
    percent >= rubric.passMark,
  ];
  return JSON.stringify([band, passed, ...ends.map(side)]);
}
