import { JOURNAL_FIELDS, TEXT_FIELDS, type Ticket } from '@tqrs/parser';
import { PEOPLE_FIELDS } from '../people/names-told.ts';
import type { TicketMask } from './ticket-mask.ts';

const PEOPLE: ReadonlySet<string> = new Set(PEOPLE_FIELDS);
/** What a ticket is known by stays. */
const IDENTITY: ReadonlySet<string> = new Set(['number', 'sysId']);

/** Whether a field of a ticket holds a person. */
export const holdsPerson = (field: string): boolean => PEOPLE.has(field);

/** A ticket as it may be shown. The record that it came from is left out: nobody can say what stands there. */
export function maskTicket(ticket: Ticket, mask: TicketMask): Ticket {
  const masked: Ticket = { ...ticket, codes: {}, source: {} };
  for (const field of TEXT_FIELDS) {
    const value = ticket[field];
    if (value === undefined || IDENTITY.has(field)) continue;
    masked[field] = holdsPerson(field) ? mask.person(value) : mask.text(value);
  }
  for (const field of JOURNAL_FIELDS) {
    masked[field] = ticket[field]?.map(({ author, text, ...entry }) => ({
      ...entry,
      text: mask.text(text),
      ...(author !== undefined && { author: mask.person(author) }),
    }));
  }
  return masked;
}
