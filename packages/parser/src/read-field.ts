import { JOURNAL_FIELDS, TEXT_FIELDS, TIME_FIELDS, type Ticket } from './ticket.ts';

const FLAG_PREFIX = 'flags.';
const TEXTS: ReadonlySet<string> = new Set(TEXT_FIELDS);
const JOURNALS: ReadonlySet<string> = new Set(JOURNAL_FIELDS);
const TIMES: ReadonlySet<string> = new Set(TIME_FIELDS);

/**
 * The text that stands in a field: what evidence offsets point into.
 *
 * @param field A text field, a journal, a time (its text as exported), or `flags.<column>` (`true` or `false`).
 * @param entry Which entry of a journal, counted from 0.
 * @returns Undefined where the export does not carry the field, or there is no such entry or field.
 */
export function readField(ticket: Ticket, field: string, entry?: number): string | undefined {
  if (field.startsWith(FLAG_PREFIX)) {
    const column = field.slice(FLAG_PREFIX.length);
    return Object.hasOwn(ticket.flags, column) ? String(ticket.flags[column]) : undefined;
  }
  if (TEXTS.has(field)) return ticket[field as (typeof TEXT_FIELDS)[number]];
  if (TIMES.has(field)) return ticket[field as (typeof TIME_FIELDS)[number]]?.text;
  if (!JOURNALS.has(field) || entry === undefined) return undefined;
  return ticket[field as (typeof JOURNAL_FIELDS)[number]]?.[entry]?.text;
}
