import { readField, type Ticket, type TicketField } from '@tqrs/parser';
import type { Missing } from '../verdict.ts';

/** Whether the export carried a field for this ticket, blank or not. `field` may also be a flag: `flags.<column>`. */
function isExported(ticket: Ticket, field: string): boolean {
  return field.startsWith('flags.')
    ? readField(ticket, field) !== undefined
    : ticket[field as TicketField] !== undefined;
}

/** Those of the fields that the export did not carry. */
export function notExported(ticket: Ticket, fields: readonly string[]): string[] {
  return fields.filter((field) => !isExported(ticket, field));
}

/** The fields where something was said to be missing, though the export did not carry them. */
export function notSearchable(ticket: Ticket, missing: readonly Missing[]): string[] {
  const unseen = new Set<string>();
  for (const { searched } of missing) {
    for (const field of searched) if (!isExported(ticket, field)) unseen.add(field);
  }
  return [...unseen];
}
