import { levelsByUnmet } from '../review/checklist-verdict.ts';
import { isSevere } from '../review/two-keys.ts';
import type { Criterion, Rubric } from '../rubric/schema.ts';
import type { Scorecard } from '../scorecard/schema.ts';
import type { CheckAnswer, UnscoredReason, Verdict } from '../verdict.ts';

/**
 * Why somebody is asked: the scorecard says that a person should look; nobody decided, and the ticket may tell a person; a
 * severe level stands on words that can be read otherwise; or a check does, and the level with it.
 */
export type ReviewReason = 'needs-review' | 'unscored' | 'severe-in-doubt' | 'in-doubt';

/** A verdict that waits for a person. */
export interface ReviewQuestion {
  /** The id of the criterion. */
  readonly criterion: string;
  readonly why: ReviewReason;
}

/** What somebody may tell who reads the ticket. What the export left out, or nobody ever said, stands nowhere in it. */
const TOLD_BY_THE_TICKET: ReadonlySet<UnscoredReason> = new Set([
  'needs-model',
  'undecided',
  'contact-type-unknown',
  'not-asked',
  'language-not-supported',
]);

const ANSWERED: ReadonlySet<CheckAnswer> = new Set(['met', 'not-met']);

/** The verdicts of a scorecard, as the machine made it, that a person is to decide on, in the order of the rubric. */
export function reviewQuestions({ needsReview, criteria }: Scorecard, rubric: Rubric): ReviewQuestion[] {
  return criteria.flatMap(({ id, verdict }): ReviewQuestion[] => {
    const criterion = rubric.criteria.find((each) => each.id === id);
    if (criterion === undefined) return [];
    if (needsReview.includes(id)) return [{ criterion: id, why: 'needs-review' }];
    if (verdict.status === 'unscored')
      return TOLD_BY_THE_TICKET.has(verdict.reason) ? [{ criterion: id, why: 'unscored' }] : [];
    if (verdict.status !== 'scored') return [];
    if (verdict.confidence === 'low' && isSevere(criterion, verdict.levelId))
      return [{ criterion: id, why: 'severe-in-doubt' }];
    return isInDoubt(criterion, verdict) ? [{ criterion: id, why: 'in-doubt' }] : [];
  });
}

/** Checks of low confidence, answered otherwise, would come to another level. */
function isInDoubt(
  { evaluator: { judge } }: Criterion,
  { checks = [] }: Extract<Verdict, { status: 'scored' }>,
): boolean {
  if (judge?.type !== 'checklist') return false;
  const doubtful = checks.filter(({ answer, confidence }) => confidence === 'low' && ANSWERED.has(answer));
  const unmet = checks.filter((check) => check.answer === 'not-met' && !doubtful.includes(check));
  return levelsByUnmet(judge, unmet.length, doubtful.length).length > 1;
}
