import { type ExportFacts, JOURNAL_FIELDS, type Ticket, type TicketField } from '@tqrs/parser';
import { isJournalShown } from './shown-journals.ts';

const ORIGIN_FIELDS = ['originTable', 'originId'] as const satisfies readonly TicketField[];

/**
 * A ticket as its whole export lets it be read. A journal that no record of the export fills was not exported (an
 * export leaves it blank for want of permission or of a place in the list layout), and so with the origin: blank becomes
 * not exported. Everything else stays; the ticket passed in is left alone.
 */
export function applyFacts(ticket: Ticket, facts: ExportFacts): Ticket {
  let changed: Ticket | undefined;
  for (const field of JOURNAL_FIELDS) {
    if (ticket[field]?.length !== 0 || isJournalShown(field, facts)) continue;
    changed ??= { ...ticket };
    changed[field] = undefined;
  }
  if (ORIGIN_FIELDS.some((field) => facts.filled.includes(field))) return changed ?? ticket;
  for (const field of ORIGIN_FIELDS) {
    if (ticket[field]?.trim() !== '') continue;
    changed ??= { ...ticket };
    changed[field] = undefined;
  }
  return changed ?? ticket;
}
