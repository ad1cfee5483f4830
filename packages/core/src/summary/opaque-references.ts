import { isSysId } from '@tqrs/parser';
import type { Scorecard } from '../scorecard/schema.ts';

/** A count of {@link OpaqueReferences} as plain data. */
export interface OpaqueCount {
  readonly tickets: number;
  /** Ids and titles of the criteria concerned. */
  readonly titles: readonly (readonly [string, string])[];
}

/** Counts the tickets where a bare sys_id stood in for a value, by criterion. */
export class OpaqueReferences {
  readonly #titles = new Map<string, string>();
  #tickets = 0;

  add({ criteria }: Scorecard): void {
    let found = false;
    for (const { id, title, verdict } of criteria) {
      if (verdict.status !== 'scored' || verdict.basis !== 'presence') continue;
      if (!verdict.evidence.some(({ quote }) => isSysId(quote))) continue;
      found = true;
      this.#titles.set(id, title);
    }
    if (found) this.#tickets++;
  }

  /** Adds what was counted elsewhere. */
  merge({ tickets, titles }: OpaqueCount): void {
    this.#tickets += tickets;
    for (const [id, title] of titles) this.#titles.set(id, title);
  }

  part(): OpaqueCount {
    return { tickets: this.#tickets, titles: [...this.#titles] };
  }

  /** Tickets with at least one. */
  get tickets(): number {
    return this.#tickets;
  }

  /** Titles of the criteria concerned. */
  get titles(): readonly string[] {
    return [...this.#titles.values()];
  }
}
