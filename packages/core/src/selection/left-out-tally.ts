import { LEFT_OUT_REASONS, type LeftOut } from './schema.ts';

/** Counts tickets by what left them out. */
export class LeftOutTally {
  readonly #counts = new Map<string, LeftOut>();

  add(option: LeftOut['option'], value: string, reason: LeftOut['reason'], tickets = 1): void {
    if (tickets === 0) return;
    const key = JSON.stringify([option, value, reason]);
    const count = this.#counts.get(key);
    if (count !== undefined) count.tickets += tickets;
    else this.#counts.set(key, { option, value, reason, tickets });
  }

  /** In the order of the options, and of the reasons; the same in whatever order tickets came. */
  counts(): LeftOut[] {
    return [...this.#counts.values()].sort(
      (a, b) =>
        OPTIONS.indexOf(a.option) - OPTIONS.indexOf(b.option) ||
        Number(a.value > b.value) - Number(a.value < b.value) ||
        LEFT_OUT_REASONS.indexOf(a.reason) - LEFT_OUT_REASONS.indexOf(b.reason),
    );
  }
}

const OPTIONS: readonly LeftOut['option'][] = ['since', 'until', 'assigned-to', 'group', 'where', 'limit', 'sample'];
