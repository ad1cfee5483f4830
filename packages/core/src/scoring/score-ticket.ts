import type { Criterion, Rubric } from '../rubric/schema.ts';
import type { CriterionResult, Score, Scorecard, ScoreRange } from '../scorecard/schema.ts';
import type { Verdict } from '../verdict.ts';
import { bandOf, lowestBand } from './bands.ts';
import { type Fraction, percentOf, reaches } from './fraction.ts';
import { type OpenCriterion, openCriterion } from './open-criterion.ts';
import { levelOf, possibleOf, tidy } from './points.ts';
import { type Span, spanOf } from './range.ts';

/** One criterion in points. */
export type CriterionLine = Omit<CriterionResult, 'coaching'>;

/** A ticket in points: the part of the scorecard that follows from rubric and verdicts alone. */
export interface TicketScore
  extends Pick<
    Scorecard,
    'status' | 'score' | 'range' | 'calculated' | 'deductions' | 'band' | 'passed' | 'autoFailedBy' | 'notExamined'
  > {
  readonly criteria: CriterionLine[];
}

/**
 * Turns verdicts into points. Pure; the only place where totals, percentages, bands and passes are computed.
 *
 * While something is unscored there is no score but a range, and a band or a pass only where the whole range agrees. An
 * automatic fail that is already decided cannot be undone by what is open: the range is 0 to 0 and the ticket has failed.
 *
 * @param verdicts One for each criterion, in the rubric's order.
 * @throws {RangeError} where a verdict does not belong to this rubric.
 */
export function scoreTicket(rubric: Rubric, verdicts: readonly Verdict[]): TicketScore {
  const criteria = rubric.criteria.map((criterion, index) => lineOf(criterion, verdicts[index]));
  const autoFailedBy = criteria.filter((line) => line.autoFail).map((line) => line.id);
  const sums = {
    criteria,
    autoFailedBy,
    deductions: tidy(criteria.reduce((sum, line) => sum + line.deduction, 0)),
    notExamined: tidy(criteria.reduce((sum, line) => sum + (restsOnPresence(line) ? (line.points ?? 0) : 0), 0)),
  };
  const settled = settledSum(criteria);
  const open = openCriteria(rubric, criteria);
  const failed = autoFailedBy.length > 0;
  if (open.length > 0) {
    const span = spanOf(settled, open);
    if (span !== undefined) return { ...sums, ...partial(rubric, span, failed) };
  } else if (settled.possible > 0) return { ...sums, ...complete(rubric, settled, failed) };
  return { ...sums, ...nothingToScore(rubric, failed) };
}

type Outcome = Pick<TicketScore, 'status' | 'score' | 'range' | 'calculated' | 'band' | 'passed'>;

function complete({ bands, passMark }: Rubric, settled: Fraction, failed: boolean): Outcome {
  const share = { earned: Math.max(0, settled.earned), possible: settled.possible };
  const calculated = scoreOf(share);
  return {
    status: 'complete',
    score: failed ? { ...calculated, earned: 0, percent: 0 } : calculated,
    range: null,
    calculated,
    band: failed ? lowestBand(bands) : bandOf(bands, share),
    passed: !failed && reaches(share, passMark),
  };
}

function partial(rubric: Rubric, span: Span, failed: boolean): Outcome {
  const outcome = { status: 'partial', score: null, calculated: null } as const;
  if (failed) return { ...outcome, range: NOTHING, band: lowestBand(rubric.bands), passed: false };
  return { ...outcome, range: rangeOf(span), band: agreedBand(rubric, span), passed: agreedPass(rubric, span) };
}

const NOTHING: ScoreRange = { min: { earned: 0, percent: 0 }, max: { earned: 0, percent: 0 } };

function nothingToScore({ bands }: Rubric, failed: boolean): Outcome {
  return {
    status: 'not-applicable',
    score: null,
    range: null,
    calculated: null,
    band: failed ? lowestBand(bands) : null,
    passed: failed ? false : null,
  };
}

function rangeOf({ earned, low, high }: Span): ScoreRange {
  return {
    min: { earned: earned.low, percent: percentOf(low) },
    max: { earned: earned.high, percent: percentOf(high) },
  };
}

function agreedBand({ bands }: Rubric, { low, high, mayFail, mayHaveNoScore }: Span): string | null {
  const lowest = mayFail ? lowestBand(bands) : bandOf(bands, low);
  return !mayHaveNoScore && lowest === bandOf(bands, high) ? lowest : null;
}

function agreedPass({ passMark }: Rubric, { low, high, mayFail, mustFail, mayHaveNoScore }: Span): boolean | null {
  if (mayHaveNoScore) return null;
  const canPass = !mustFail && reaches(high, passMark);
  const canFail = mayFail || !reaches(low, passMark);
  return canPass && canFail ? null : canPass;
}

function lineOf(criterion: Criterion, verdict: Verdict | undefined): CriterionLine {
  if (verdict === undefined) throw new RangeError(`No verdict for the criterion "${criterion.id}"`);
  const line = {
    id: criterion.id,
    title: criterion.title,
    points: null,
    possible: null,
    deduction: 0,
    autoFail: false,
    verdict,
  };
  if (verdict.status === 'not-applicable') return line;
  const possible = possibleOf(criterion);
  if (verdict.status === 'unscored') return { ...line, possible };
  const level = levelOf(criterion, verdict.levelId);
  return { ...line, points: level.points, possible, deduction: level.deduction ?? 0, autoFail: level.autoFail };
}

function restsOnPresence({ verdict }: CriterionLine): boolean {
  return verdict.status === 'scored' && verdict.basis === 'presence';
}

function settledSum(criteria: readonly CriterionLine[]): Fraction {
  let earned = 0;
  let possible = 0;
  for (const line of criteria) {
    if (line.points === null || line.possible === null) continue;
    earned += line.points - line.deduction;
    possible += line.possible;
  }
  return { earned: tidy(earned), possible: tidy(possible) };
}

function openCriteria(rubric: Rubric, criteria: readonly CriterionLine[]): OpenCriterion[] {
  const open: OpenCriterion[] = [];
  criteria.forEach(({ verdict }, index) => {
    const criterion = rubric.criteria[index];
    if (criterion !== undefined && verdict.status === 'unscored') open.push(openCriterion(criterion, verdict));
  });
  return open;
}

function scoreOf({ earned, possible }: Fraction): Score {
  return { earned, possible, percent: percentOf({ earned, possible }) };
}
