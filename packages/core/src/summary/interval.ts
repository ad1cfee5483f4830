import { oneDecimal } from './one-decimal.ts';
import type { Share } from './schema.ts';

/** Standard deviations around the mean that hold 95 % of a normal distribution. */
const Z = 1.959964;

/**
 * What part of `all` the `some` are, with the 95 % interval after Wilson (1927), which holds for small numbers and at the ends
 * too. In percent, one decimal. Null of nothing.
 */
export function share(some: number, all: number): Share | null {
  if (all === 0) return null;
  const p = some / all;
  const weight = Z ** 2 / all;
  const middle = (p + weight / 2) / (1 + weight);
  const reach = (Z * Math.sqrt((p * (1 - p)) / all + weight / (4 * all))) / (1 + weight);
  return {
    percent: oneDecimal(100 * p),
    low: oneDecimal(100 * (middle - reach)),
    high: oneDecimal(100 * (middle + reach)),
  };
}
