import type { Scorecard } from '@tqrs/core';
import { plural } from './html/view/numbers.ts';

/** Counts what is certain about tickets that have a range instead of a score. */
export class RangeTally {
  #pass = 0;
  #fail = 0;
  #open = 0;

  /** Counts a ticket, unless it has no range. */
  add({ range, passed }: Pick<Scorecard, 'range' | 'passed'>): void {
    if (range === null) return;
    if (passed === null) this.#open += 1;
    else if (passed) this.#pass += 1;
    else this.#fail += 1;
  }

  /** The counts in words; empty where no ticket has a range. */
  toString(): string {
    const total = this.#pass + this.#fail + this.#open;
    if (total === 0) return '';
    const certain = `${plural(this.#pass, 'passes', 'pass')} and ${plural(this.#fail, 'does not', 'do not')}`;
    return `${plural(total, 'ticket')} with a range instead of a score: ${certain}, whatever the rest comes to; ${plural(this.#open, 'is', 'are')} open.`;
  }
}
