import { JOURNAL_FIELDS, readField, TEXT_FIELDS, type Ticket } from '@tqrs/parser';
import { type Span, withoutOverlaps } from '../../text/spans.ts';
import { blots } from './blots.ts';
import { detectSecrets, type TicketSecret } from './detect-secrets.ts';
import { occurrencesOf } from './occurrences.ts';

/** A ticket without its secrets, and where they stood. */
export interface BlottedTicket {
  readonly ticket: Ticket;
  readonly secrets: readonly TicketSecret[];
}

/** Shorter values stay in the source record, where they may stand by chance. In UTF-16 units. */
const SHORTEST_IN_SOURCE = 4;
/** How deep a source record is gone into. */
const DEEPEST = 4;

/**
 * Blots the secrets out of a ticket: each UTF-16 unit becomes a `█`, so that offsets hold. The texts lose them, and so do the
 * raw values and the source record. The ticket passed in is left alone, and comes back as it is where it holds none.
 */
export function blotSecrets(ticket: Ticket): BlottedTicket {
  const secrets = detectSecrets(ticket);
  if (secrets.length === 0) return { ticket, secrets };
  const values = valuesOf(ticket, secrets);
  const blotted: Ticket = {
    ...ticket,
    codes: blotAll(ticket.codes, values) as Ticket['codes'],
    source: blotAll(ticket.source, values) as Ticket['source'],
  };
  for (const [field, ofField] of Map.groupBy(secrets, (secret) => secret.field)) blotField(blotted, field, ofField);
  return { ticket: blotted, secrets };
}

function blotField(ticket: Ticket, field: string, secrets: readonly TicketSecret[]): void {
  for (const name of TEXT_FIELDS) if (name === field) ticket[name] = blot(ticket[name] ?? '', secrets);
  const journal = JOURNAL_FIELDS.find((name) => name === field);
  if (journal === undefined) return;
  ticket[journal] = ticket[journal]?.map((entry, index) => {
    const ofEntry = secrets.filter((secret) => secret.entry === index);
    return ofEntry.length === 0 ? entry : { ...entry, text: blot(entry.text, ofEntry) };
  });
}

function blot(text: string, spans: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of spans) {
    out += text.slice(from, start) + blots(end - start);
    from = end;
  }
  return out + text.slice(from);
}

/** Line by line: a source record may end its lines otherwise. */
function valuesOf(ticket: Ticket, secrets: readonly TicketSecret[]): string[] {
  const values = secrets.flatMap(({ field, entry, start, end }) =>
    (readField(ticket, field, entry) ?? '').slice(start, end).split(/\r?\n/),
  );
  return [...new Set(values)].filter(({ length }) => length >= SHORTEST_IN_SOURCE);
}

/** The same values in whatever else the export holds. */
function blotAll(value: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof value === 'string')
    return blot(value, withoutOverlaps(secrets.flatMap((secret) => occurrencesOf(secret, value))));
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => blotAll(item, secrets, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, blotAll(item, secrets, depth + 1)]));
}
