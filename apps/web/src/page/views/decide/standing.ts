import type { ReviewCriterion, ReviewScorecard } from '../../../api/index.ts';
import { levelName, percent, percentRange } from '../../format.ts';
import { words } from '../../words/index.ts';

type Standing = ReviewCriterion['machine'];
type Level = ReviewCriterion['levels'][number];

const { decide } = words;

/** `Not documented, 15 points off`. */
export function standingText({ verdict, points, possible, deduction, autoFail }: Standing): string {
  if (verdict.status === 'not-applicable') return decide.doesNotApply;
  if (verdict.status === 'unscored' || verdict.levelId === null) return decide.notScored;
  return `${levelName(verdict.levelId)}, ${worth({ points: points ?? 0, deduction, autoFail }, possible ?? 0)}`;
}

/** What a level is worth: `3 of 5 points`, `15 points off`, `automatic fail`. */
export function worth({ points, deduction, autoFail }: Omit<Level, 'id' | 'descriptor'>, possible: number): string {
  if (autoFail) return decide.automaticFail;
  if (deduction > 0) return decide.off(deduction);
  return possible > 0 ? decide.pointsOf(points, possible) : decide.nothingOff;
}

/** What a ticket comes to by a rubric: `85.7%, Nearly there`. */
export function totalText(
  { score, range, band }: ReviewScorecard['current'],
  bands: ReviewScorecard['rubric']['bands'],
): string {
  const title = bands.find(({ id }) => id === band)?.title;
  const value =
    score !== null ? percent(score.percent) : range !== null ? percentRange(range.min, range.max) : words.unknown;
  return title === undefined ? value : `${value}, ${title}`;
}
