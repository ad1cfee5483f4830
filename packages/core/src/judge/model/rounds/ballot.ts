import type { Failure } from '../asking/failure.ts';
import type { Item } from '../items.ts';
import type { Reading } from '../reading/read-answer.ts';

/** What came of one vote: a reading, or the failure of its request. */
export type Vote = Reading | { readonly state: 'failed'; readonly failure: Failure };

/** One question of a ticket with the votes on it. */
export interface Ballot {
  readonly item: Item;
  /** Independent answers, in their order. A corrected answer takes the place of the one that it corrects. */
  readonly votes: Vote[];
  /** See {@link isContested}. */
  contested: boolean;
  /** More than one vote was asked for, so that one alone decides nothing. */
  needsMajority: boolean;
}

/**
 * Whether an answer is not to be relied on, asked again or not: nothing holds it, code has found what it misses, or asked anew
 * the model says something else. A failure is none: there is nothing to doubt.
 */
export function isContested({ votes }: Pick<Ballot, 'votes'>): boolean {
  const [first] = votes;
  const last = votes.at(-1);
  if (last === undefined || last.state === 'failed') return false;
  if (last.state !== 'sound' || last.doubted) return true;
  return first?.state === 'vetoed' && first.value !== last.value;
}
