import {
  applyDecisions,
  type CompiledRubric,
  type Decision,
  RunTotals,
  reviewQuestions,
  type Scorecard,
} from '@tqrs/core';
import type { RunRecord, StoredTicket } from '@tqrs/core/runs';
import type { ReviewReason, Summary } from '../../api/index.ts';
import { breather } from './breather.ts';

const REASONS: readonly ReviewReason[] = ['needs-review', 'unscored', 'severe-in-doubt', 'in-doubt'];

/** A question of the queue. Rubrics and criteria by their places. */
export interface IndexedQuestion {
  /** Its place in the queue with everything in it. */
  readonly place: number;
  readonly position: number;
  readonly rubric: number;
  readonly criterion: number;
  readonly why: ReviewReason;
  readonly isDecided: boolean;
}

/** Questions of one rubric and reason, in the order of the tickets. Numbers alone: there may be millions. */
interface Shelf {
  readonly rubric: number;
  readonly why: ReviewReason;
  readonly positions: number[];
  readonly criteria: number[];
  /** Places on the shelf. */
  readonly decided: Set<number>;
}

/** What waits for a person in a run, and what the run comes to under the decisions. It holds no text of a ticket. */
export class ReviewIndex {
  readonly #rubrics: readonly CompiledRubric[];
  readonly #shelves: readonly Shelf[];
  readonly #totals: readonly RunTotals[];
  /** Of the number of each ticket, by position. */
  readonly #hashes: number[] = [];

  private constructor(rubrics: readonly CompiledRubric[]) {
    this.#rubrics = rubrics;
    this.#totals = rubrics.map(({ data }) => new RunTotals(data));
    this.#shelves = rubrics.flatMap((_, rubric) =>
      REASONS.map((why) => ({ rubric, why, positions: [], criteria: [], decided: new Set<number>() })),
    );
  }

  /** Reads a run from its first ticket to its last, a little at a time. */
  static async build(
    record: RunRecord,
    rubrics: readonly CompiledRubric[],
    decisions: ReadonlyMap<string, readonly Decision[]>,
  ): Promise<ReviewIndex> {
    const index = new ReviewIndex(rubrics);
    const breathe = breather();
    for (const { stored } of record.tickets()) {
      index.#add(stored, decisions);
      await breathe();
    }
    return index;
  }

  /** Questions in all. */
  get count(): number {
    return this.#shelves.reduce((sum, { positions }) => sum + positions.length, 0);
  }

  /** Those that are decided. */
  get decided(): number {
    return this.#shelves.reduce((sum, { decided }) => sum + decided.size, 0);
  }

  /** The questions from a place on, by rubric, then by reason, then in the order of the tickets. */
  *questions(from: number): Generator<IndexedQuestion, void, undefined> {
    let first = 0;
    for (const { rubric, why, positions, criteria, decided } of this.#shelves) {
      for (let at = Math.max(0, from - first); at < positions.length; at++) {
        const [position = 0, criterion = 0] = [positions[at], criteria[at]];
        yield { place: first + at, position, rubric, criterion, why, isDecided: decided.has(at) };
      }
      first += positions.length;
    }
  }

  /** Positions of tickets that may have a number: all that have it, and hardly another. */
  positionsOf(number: string): number[] {
    const wanted = hashOf(number);
    return this.#hashes.flatMap((hash, position) => (hash === wanted ? [position] : []));
  }

  /** What the run comes to by a rubric. */
  summary(rubric: number): Summary | undefined {
    const totals = this.#totals[rubric]?.summary();
    if (totals === undefined) return undefined;
    const { failed, ranges, distribution, bands, ...told } = totals;
    return { ...told, bands: bands.map(({ tickets }) => tickets) };
  }

  /** Notes that people decided otherwise about a ticket: its scorecards were `before`, and are `after`. */
  change(position: number, before: readonly Scorecard[], after: readonly Scorecard[]): void {
    for (const [rubric, card] of after.entries()) {
      const old = before[rubric];
      if (old === undefined) continue;
      this.#totals[rubric]?.remove(old);
      this.#totals[rubric]?.add(card);
      for (const shelf of this.#shelves.filter((each) => each.rubric === rubric)) mark(shelf, position, card);
    }
  }

  #add(stored: StoredTicket, decisions: ReadonlyMap<string, readonly Decision[]>): void {
    const position = this.#hashes.length;
    if ('failed' in stored) {
      this.#hashes.push(hashOf(stored.failed.number));
      for (const totals of this.#totals) totals.addFailure();
      return;
    }
    this.#hashes.push(hashOf(stored.ticket.number));
    const ofTicket = decisions.get(stored.ticket.number);
    for (const [rubric, card] of stored.scorecards.entries()) {
      const data = this.#rubrics[rubric]?.data;
      if (data === undefined) continue;
      for (const { criterion, why } of reviewQuestions(card, data)) {
        const shelf = this.#shelves[rubric * REASONS.length + REASONS.indexOf(why)];
        shelf?.positions.push(position);
        shelf?.criteria.push(card.criteria.findIndex(({ id }) => id === criterion));
      }
      const current = ofTicket === undefined ? card : applyDecisions(card, data, ofTicket);
      this.#totals[rubric]?.add(current);
      if (current === card) continue;
      for (const shelf of this.#shelves.filter((each) => each.rubric === rubric)) mark(shelf, position, current);
    }
  }
}

/** Marks which of a ticket's questions on a shelf are decided. */
function mark({ positions, criteria, decided }: Shelf, position: number, { criteria: lines }: Scorecard): void {
  for (let at = firstOf(positions, position); positions[at] === position; at++) {
    if (lines[criteria[at] ?? -1]?.human === undefined) decided.delete(at);
    else decided.add(at);
  }
}

/** The first place in an ascending list that is not below a value. */
function firstOf(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
