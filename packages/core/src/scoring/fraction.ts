/** Points earned of points possible, unrounded. */
export interface Fraction {
  readonly earned: number;
  readonly possible: number;
}

/** Sums of points are exact to far less than this; it only absorbs the dust of binary fractions. */
const DUST = 1e-9;

/** Whether a fraction is at least so many percent. 63 of 70 reaches 90. */
export function reaches({ earned, possible }: Fraction, percent: number): boolean {
  return earned * 100 >= percent * possible - DUST * possible;
}

/** Percent with one decimal. */
export function percentOf({ earned, possible }: Fraction): number {
  return possible === 0 ? 0 : Math.round((earned * 1000) / possible) / 10;
}

/** Whether `a` is the greater share. Both have something to earn. */
export function isGreater(a: Fraction, b: Fraction): boolean {
  return a.earned * b.possible > b.earned * a.possible;
}
