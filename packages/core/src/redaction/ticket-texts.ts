import { JOURNAL_FIELDS, TEXT_FIELDS, type Ticket } from '@tqrs/parser';

/** A text of a ticket: the value of a field, or of one journal entry. */
export interface TicketPassage {
  readonly field: string;
  readonly entry?: number;
  readonly text: string;
}

/** Every text of a ticket that is filled, always in the same order. */
export function ticketTexts(ticket: Ticket): TicketPassage[] {
  const texts: TicketPassage[] = [];
  for (const field of TEXT_FIELDS) {
    const text = ticket[field];
    if (text) texts.push({ field, text });
  }
  for (const field of JOURNAL_FIELDS) {
    ticket[field]?.forEach(({ text }, entry) => {
      if (text !== '') texts.push({ field, entry, text });
    });
  }
  return texts;
}
