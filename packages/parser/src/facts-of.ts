import type { ExportFacts } from './export-facts.ts';
import { JOURNAL_FIELDS, TEXT_FIELDS, TIME_FIELDS, type Ticket, type TicketField } from './ticket.ts';

const FIELDS: readonly TicketField[] = [...TEXT_FIELDS, ...JOURNAL_FIELDS, ...TIME_FIELDS];

/** Gathers the facts of an export, ticket by ticket. */
export class FactsCollector {
  readonly #exported = new Set<TicketField>();
  readonly #filled = new Set<TicketField>();
  #records = 0;

  /** Counts records whose fields are already known or cannot be read. */
  count(records = 1): void {
    this.#records += records;
  }

  isFilled(field: TicketField): boolean {
    return this.#filled.has(field);
  }

  isExported(field: TicketField): boolean {
    return this.#exported.has(field);
  }

  /** Takes the fields of a ticket, and does not count it. */
  add(ticket: Ticket): void {
    for (const field of FIELDS) {
      if (this.#filled.has(field)) continue;
      const value = ticket[field];
      if (value === undefined) continue;
      this.#exported.add(field);
      if (isFilled(value)) this.#filled.add(field);
    }
  }

  facts(complete: boolean): ExportFacts {
    return {
      records: this.#records,
      complete,
      exported: FIELDS.filter((field) => this.#exported.has(field)),
      filled: FIELDS.filter((field) => this.#filled.has(field)),
    };
  }
}

/**
 * The facts of an export, from tickets in hand.
 *
 * @param complete Whether these are all the tickets of the export. Default: true.
 */
export function factsOf(tickets: Iterable<Ticket>, complete = true): ExportFacts {
  const collector = new FactsCollector();
  for (const ticket of tickets) {
    collector.count();
    collector.add(ticket);
  }
  return collector.facts(complete);
}

function isFilled(value: NonNullable<Ticket[TicketField]>): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return value.text.trim() !== '';
}
