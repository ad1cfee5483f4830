import type { Catalogue } from '../../catalogue/languages.ts';
import type { LevelInfo } from '../../report.ts';
import { humanise } from './humanise.ts';
import { visible } from './visible.ts';

/** One level of a criterion in the list of all of them. */
export interface LevelView {
  readonly title: string;
  readonly worth: string;
  readonly descriptor: string;
  readonly chosen: boolean;
  /** The criterion is unscored and could still come to this level. */
  readonly open: boolean;
}

/** What a ticket came to among the levels. */
export interface LevelStanding {
  readonly chosen: string | null;
  readonly possible: readonly string[];
  readonly gate: boolean;
}

type Lists = Map<string, readonly LevelView[]>;

/** By catalogue and rubric: a rubric has few levels, and thousands of tickets come to the same ones. */
const known = new WeakMap<Catalogue, WeakMap<readonly LevelInfo[], Lists>>();

/** Builds the list of a criterion's levels. For the same standing it is the very same list, so that it is rendered once. */
export function levelViews(levels: readonly LevelInfo[], standing: LevelStanding, t: Catalogue): readonly LevelView[] {
  const lists = listsOf(levels, t);
  const key = `${standing.gate} ${standing.chosen} ${standing.possible.join(' ')}`;
  let views = lists.get(key);
  if (views === undefined) {
    views = levels.map((level) => levelView(level, standing, t));
    lists.set(key, views);
  }
  return views;
}

function listsOf(levels: readonly LevelInfo[], t: Catalogue): Lists {
  let byLevels = known.get(t);
  if (byLevels === undefined) {
    byLevels = new WeakMap();
    known.set(t, byLevels);
  }
  let lists = byLevels.get(levels);
  if (lists === undefined) {
    lists = new Map();
    byLevels.set(levels, lists);
  }
  return lists;
}

function levelView(level: LevelInfo, { chosen, possible, gate }: LevelStanding, t: Catalogue): LevelView {
  return {
    title: visible(humanise(level.id)),
    worth: levelWorth(level, gate, t),
    descriptor: visible(level.descriptor),
    chosen: level.id === chosen,
    open: possible.includes(level.id),
  };
}

function levelWorth(
  { points, deduction, autoFail }: LevelInfo,
  gate: boolean,
  { shared, ticketPage: { criterion } }: Catalogue,
): string {
  if (autoFail) return shared.outcomes.automaticFail;
  if (deduction !== undefined) return criterion.pointsOff(deduction);
  return gate ? criterion.nothingOff : shared.points(points);
}
