import type { ReviewCriterion, ReviewScorecard, ReviewVerdict } from '../../../api/index.ts';
import { levelName, percent, percentRange } from '../../format.ts';
import { words } from '../../words/index.ts';
import type { HighlightTone } from './highlight.ts';

type Standing = ReviewCriterion['machine'];
type Level = ReviewCriterion['levels'][number];
type Check = ReviewVerdict['checks'][number];

/** How an outcome looks. */
export type Tone = 'good' | 'part' | 'bad' | 'open' | 'none';

const { decide } = words;

/** The tone of an outcome, as in the report. */
export function toneOf({ verdict, points, possible, deduction, autoFail }: Standing): Tone {
  if (verdict.status === 'not-applicable') return 'none';
  if (verdict.status === 'unscored') return 'open';
  if (autoFail || deduction > 0) return 'bad';
  if (points === null || possible === null || points >= possible) return 'good';
  return points === 0 ? 'bad' : 'part';
}

/** The tone of a check's answer. */
export const ANSWER_TONES = {
  met: 'good',
  'not-met': 'bad',
  'not-applicable': 'none',
  'cannot-assess': 'open',
} satisfies Record<Check['answer'], Tone>;

/** How words look that an outcome stands on. */
export const HIGHLIGHTS = {
  good: 'gain',
  part: 'loss',
  bad: 'loss',
  open: 'note',
  none: 'note',
} satisfies Record<Tone, HighlightTone>;

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
