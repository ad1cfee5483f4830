import type { Band } from '../rubric/schema.ts';
import { type Fraction, reaches } from './fraction.ts';

/** The band of a score. Bands stand highest first, and the last one starts at 0. */
export function bandOf(bands: readonly Band[], score: Fraction): string {
  const band = bands.find(({ from }) => reaches(score, from));
  return band === undefined ? lowestBand(bands) : band.id;
}

/** Where an automatic fail ends. */
export function lowestBand(bands: readonly Band[]): string {
  const lowest = bands.at(-1);
  if (lowest === undefined) throw new RangeError('A rubric needs a band');
  return lowest.id;
}
