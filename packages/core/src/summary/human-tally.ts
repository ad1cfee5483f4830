import type { Scorecard } from '../scorecard/schema.ts';
import { oneDecimal } from './one-decimal.ts';
import type { RunSummary } from './schema.ts';

/** Counts what people decided, and the run as it would be without them. */
export class HumanTally {
  #counts = { tickets: 0, accepted: 0, overruled: 0, scored: 0, passed: 0, percents: 0 };

  add({ human, criteria, score, passed }: Scorecard): void {
    const counts = this.#counts;
    const machine = human?.machine ?? { score, passed };
    if (human !== undefined) counts.tickets++;
    for (const line of criteria) if (line.human !== undefined) counts[line.human.outcome]++;
    if (machine.score === null) return;
    counts.scored++;
    counts.percents += (machine.score.earned / machine.score.possible) * 100;
    if (machine.passed === true) counts.passed++;
  }

  part(): HumanCounts {
    return { ...this.#counts };
  }

  merge(part: HumanCounts): void {
    const counts = this.#counts;
    for (const key of Object.keys(counts) as (keyof HumanCounts)[]) counts[key] += part[key];
  }

  summary(): RunSummary['human'] {
    const { tickets, accepted, overruled, scored, passed, percents } = this.#counts;
    if (tickets === 0) return null;
    const passRate = scored === 0 ? null : oneDecimal((passed / scored) * 100);
    const meanPercent = scored === 0 ? null : oneDecimal(percents / scored);
    return { tickets, accepted, overruled, machine: { scored, passed, passRate, meanPercent } };
  }
}

/** What a {@link HumanTally} has counted: plain data. */
export type HumanCounts = Record<'tickets' | 'accepted' | 'overruled' | 'scored' | 'passed' | 'percents', number>;
