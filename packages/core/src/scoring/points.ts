import type { Criterion, Level } from '../rubric/schema.ts';

/** The level of a criterion with this id, or undefined. */
export function findLevel(criterion: Criterion, id: string): Level | undefined {
  return criterion.levels.find((level) => level.id === id);
}

/** The level of a criterion with this id. Throws a RangeError where the criterion has none: a verdict for another rubric. */
export function levelOf(criterion: Criterion, id: string): Level {
  const level = findLevel(criterion, id);
  if (level === undefined) throw new RangeError(`The criterion "${criterion.id}" has no level "${id}"`);
  return level;
}

/** The best level of a criterion. */
export function bestLevel(criterion: Criterion): Level {
  const [best] = criterion.levels;
  if (best === undefined) throw new RangeError(`The criterion "${criterion.id}" has no levels`);
  return best;
}

/** Points that a criterion adds to a ticket's possible ones. */
export function possibleOf(criterion: Criterion): number {
  return bestLevel(criterion).points;
}

/** Whether a criterion can only deduct or fail. */
export function isGate(criterion: Criterion): boolean {
  return possibleOf(criterion) === 0;
}

/** What a level does to a ticket's total: its points less its deduction. May be negative. */
export function worthOf(level: Level): number {
  return level.points - (level.deduction ?? 0);
}

/** Points between a level and the best one: points not earned plus the deduction. */
export function lossOf(criterion: Criterion, level: Level): number {
  return tidy(possibleOf(criterion) - worthOf(level));
}

/** Whether a level costs the ticket anything. */
export function losesSomething(criterion: Criterion, level: Level): boolean {
  return level.autoFail || lossOf(criterion, level) > 0;
}

/** A sum of points without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function tidy(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
