import type { JournalEntry, Ticket } from '@tqrs/parser';
import { TextAnalyser } from '../text/text-analyser.ts';
import { TicketText } from '../text/ticket-text.ts';
import { buildTicket } from './build.ts';

/** An entry as a journal prints it: `2026-03-02 09:00:00 | Ada Agent | text`. A blank time or author is not exported. */
export function entry(line: string): JournalEntry {
  const [at = '', author = '', ...text] = line.split(' | ');
  const written: JournalEntry = { text: text.join(' | ') };
  if (author !== '') written.author = author;
  if (at !== '') written.at = { text: at };
  return written;
}

/** The text of a ticket with a timeline: opened on Monday 2 March 2026 at 09:00 UTC, by a caller called Una User. */
export function timelineText(
  journals: { readonly workNotes?: readonly string[]; readonly comments?: readonly string[] },
  fields: Partial<Ticket> = {},
): TicketText {
  const ticket = buildTicket({
    contactType: 'email',
    caller: 'Una User',
    assignedTo: 'Ada Agent',
    openedAt: { text: '2026-03-02 09:00:00', instant: '2026-03-02T09:00:00.000Z' },
    workNotes: (journals.workNotes ?? []).map(entry).reverse(),
    comments: (journals.comments ?? []).map(entry).reverse(),
    ...fields,
  });
  return new TicketText(ticket, new TextAnalyser());
}

/** A time of the record, raw: `2026-03-02 09:00:00`, UTC. */
export function raw(text: string): { text: string; instant: string } {
  return { text, instant: `${text.replace(' ', 'T')}.000Z` };
}
