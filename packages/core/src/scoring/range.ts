import { type Fraction, isGreater } from './fraction.ts';
import type { OpenCriterion } from './open-criterion.ts';
import { tidy } from './points.ts';

/** Between what a ticket's final score must lie. Earned points and shares are bounded each on its own. */
export interface Span {
  readonly earned: { readonly low: number; readonly high: number };
  readonly low: Fraction;
  readonly high: Fraction;
  /** Whether some, or every, outcome is an automatic fail. */
  readonly mayFail: boolean;
  readonly mustFail: boolean;
  /** Whether everything with points could turn out not to apply. */
  readonly mayHaveNoScore: boolean;
}

const NOTHING: Fraction = { earned: 0, possible: 1 };

/**
 * The span of a ticket whose settled criteria sum up to `settled` (which may be negative), or undefined where nothing
 * that is left could bring points to earn.
 */
export function spanOf(settled: Fraction, open: readonly OpenCriterion[]): Span | undefined {
  const mayHaveNoScore =
    settled.possible === 0 && open.every(({ mayNotApply, possible }) => mayNotApply || possible === 0);
  const lows = side(settled, open, 'low');
  const highs = side(settled, open, 'high');
  const least = extreme(lows, (a, b) => isGreater(b, a));
  if (least === undefined) return undefined;

  const mayFail = open.some((criterion) => criterion.mayFail);
  const most = extreme(highs, isGreater);
  const mustFail = most === undefined || open.some(({ worth, mayNotApply }) => worth === undefined && !mayNotApply);
  return {
    earned: {
      low: mayFail ? 0 : clamp(tidy(sumOf(lows, Math.min))),
      high: mustFail ? 0 : clamp(tidy(sumOf(highs, Math.max))),
    },
    low: mayFail ? NOTHING : clampShare(least),
    high: mustFail ? NOTHING : clampShare(most),
    mayFail,
    mustFail,
    mayHaveNoScore,
  };
}

/** One end of the span: what counts in any case, and what counts or turns out not to apply. */
interface Side {
  readonly fixed: Fraction;
  readonly optional: readonly Fraction[];
}

function side(settled: Fraction, open: readonly OpenCriterion[], end: 'low' | 'high'): Side {
  let { earned, possible } = settled;
  const optional: Fraction[] = [];
  for (const criterion of open) {
    // Levels that all fail leave this criterion only "does not apply" on the high side; on the low side they are worth 0.
    if (criterion.worth === undefined && end === 'high') continue;
    const worth = criterion.worth?.[end] ?? 0;
    if (criterion.mayNotApply && criterion.possible > 0) optional.push({ earned: worth, possible: criterion.possible });
    else {
      const limit = end === 'low' ? Math.min(worth, 0) : Math.max(worth, 0);
      earned += criterion.mayNotApply ? limit : worth;
      possible += criterion.possible;
    }
  }
  return { fixed: { earned, possible }, optional };
}

/**
 * The most extreme share over every choice of the optional ones. Taking them from the most extreme on, the best choice
 * is one of the prefixes; where nothing is fixed, it may also be a single one. Exact, without trying every subset.
 */
function extreme({ fixed, optional }: Side, isBetter: (a: Fraction, b: Fraction) => boolean): Fraction | undefined {
  const sorted = optional.toSorted((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0));
  let best: Fraction | undefined;
  const consider = (candidate: Fraction): void => {
    if (candidate.possible > 0 && (best === undefined || isBetter(candidate, best))) best = candidate;
  };
  let prefix = fixed;
  consider(prefix);
  for (const one of sorted) {
    prefix = add(prefix, one);
    consider(prefix);
    consider(add(fixed, one));
  }
  return best;
}

function sumOf({ fixed, optional }: Side, pick: (worth: number, nothing: 0) => number): number {
  const sum = optional.reduce((total, { earned }) => total + pick(earned, 0), fixed.earned);
  if (fixed.possible > 0 || optional.length === 0) return sum;
  // Something must apply for there to be a score: the one that changes the sum least.
  const changes = optional.map(({ earned }) => earned - pick(earned, 0));
  return sum + changes.reduce((a, b) => (Math.abs(a) <= Math.abs(b) ? a : b));
}

function add(a: Fraction, b: Fraction): Fraction {
  return { earned: a.earned + b.earned, possible: a.possible + b.possible };
}

function clamp(points: number): number {
  return Math.max(0, points);
}

function clampShare({ earned, possible }: Fraction): Fraction {
  return { earned: clamp(tidy(earned)), possible: tidy(possible) };
}
