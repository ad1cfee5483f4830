import type { Scorecard, UnscoredReason } from '@tqrs/core';

/** Counts why criteria were left unscored, over a run. */
export class UnscoredTally {
  readonly #tickets = new Map<UnscoredReason, number>();

  /** Takes the scorecards of one ticket. */
  add(scorecards: readonly Scorecard[]): void {
    const reasons = scorecards.flatMap(({ criteria }) =>
      criteria.flatMap(({ verdict }) => (verdict.status === 'unscored' ? verdict.reason : [])),
    );
    for (const reason of new Set(reasons)) this.#tickets.set(reason, (this.#tickets.get(reason) ?? 0) + 1);
  }

  /** Tickets for each reason, the commonest first. */
  counts(): readonly (readonly [reason: UnscoredReason, tickets: number])[] {
    return [...this.#tickets].toSorted(([, a], [, b]) => b - a);
  }
}
