import type { Evidence, Scorecard } from '@tqrs/core';
import { JOURNAL_FIELDS, readField, TEXT_FIELDS, type Ticket } from '@tqrs/parser';

/** The engine's finding of secrets: its quotes are what may be shown in their places. */
const SECRETS = 'secret-in-ticket';

/**
 * A ticket as its scorecard quotes it where secrets stand in it: blotted out. A ticket that comes from the review is so
 * already; one that the caller kept from before is not.
 */
export function asQuoted(ticket: Ticket, { findings }: Scorecard): Ticket {
  const secrets = findings.filter(({ id }) => id === SECRETS).flatMap(({ evidence = [] }) => evidence);
  const open = secrets.filter((secret) => isOpen(ticket, secret));
  if (open.length === 0) return ticket;
  const shown = { ...ticket };
  for (const field of TEXT_FIELDS) {
    const quotes = open.filter((secret) => secret.field === field);
    if (quotes.length > 0) shown[field] = withQuotes(ticket[field] ?? '', quotes);
  }
  for (const field of JOURNAL_FIELDS) {
    shown[field] = ticket[field]?.map((entry, index) => {
      const quotes = open.filter((secret) => secret.field === field && secret.entry === index);
      return quotes.length === 0 ? entry : { ...entry, text: withQuotes(entry.text, quotes) };
    });
  }
  return shown;
}

function isOpen(ticket: Ticket, { field, entry, start, end, quote }: Evidence): boolean {
  const text = readField(ticket, field, entry);
  return text !== undefined && text.length >= end && text.slice(start, end) !== quote;
}

/** Quotes are as long as what they stand for, in order, and do not overlap. */
function withQuotes(text: string, quotes: readonly Evidence[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, quote } of quotes) {
    out += text.slice(from, start) + quote;
    from = end;
  }
  return out + text.slice(from);
}
