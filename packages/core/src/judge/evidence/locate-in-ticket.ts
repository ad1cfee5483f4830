import { JOURNAL_FIELDS, readField, type Ticket } from '@tqrs/parser';
import type { Span } from '../../text/spans.ts';
import type { TicketText } from '../../text/ticket-text.ts';
import type { Evidence } from '../../verdict.ts';
import type { QuotedEvidence } from '../judge.ts';
import { locateQuote } from './locate-quote.ts';
import { quoteProves } from './quote-proves.ts';

const JOURNALS: ReadonlySet<string> = new Set(JOURNAL_FIELDS);

/** Finds a quote in the field that it names, in a journal in the first entry that has it. Undefined where it stands nowhere. */
export function locateInTicket(quoted: QuotedEvidence, ticket: Ticket): Evidence | undefined {
  if (quoted.entry !== undefined || !JOURNALS.has(quoted.field)) return locateIn(quoted, quoted.entry, ticket);
  const entries = ticket[quoted.field as (typeof JOURNAL_FIELDS)[number]] ?? [];
  for (const entry of entries.keys()) {
    const evidence = locateIn(quoted, entry, ticket);
    if (evidence !== undefined) return evidence;
  }
  return undefined;
}

function locateIn(
  { field, quote, start }: QuotedEvidence,
  entry: number | undefined,
  ticket: Ticket,
): Evidence | undefined {
  const text = readField(ticket, field, entry);
  if (text === undefined || quote === '') return undefined;
  const place =
    start !== undefined && text.startsWith(quote, start)
      ? { start, end: start + quote.length }
      : (locateExactly(text, quote) ?? locateQuote(text, quote));
  if (place === undefined) return undefined;
  const at = entry === undefined ? { field } : { field, entry };
  return { ...at, start: place.start, end: place.end, quote: text.slice(place.start, place.end) };
}

/** Most quotes are copied to the letter, and folding a text takes longer than looking. */
function locateExactly(text: string, quote: string): Span | undefined {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  // An accent that follows belongs to the last letter.
  return start < 0 || text.charCodeAt(end) >= 0x300 || quote.charCodeAt(0) >= 0x300 ? undefined : { start, end };
}

/** Whether located words say enough to prove something. */
export function evidenceProves(evidence: Evidence, text: TicketText): boolean {
  const passage = text.passages([evidence.field]).find(({ entry }) => entry === evidence.entry);
  return passage !== undefined && quoteProves(passage.text, evidence, passage.formLines);
}
