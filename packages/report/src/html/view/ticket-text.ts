import { JOURNAL_FIELDS, type JournalField, readField, TIME_FIELDS, type Ticket, type Timestamp } from '@tqrs/parser';
import type { EvidenceIndex, SegmentView } from './evidence.ts';
import { FACT_FIELDS, fieldLabel, PROSE_FIELDS } from './fields.ts';
import { moment } from './numbers.ts';
import { visible } from './visible.ts';

/** One text of a ticket: a prose field, or an entry of a journal. */
export interface TextView {
  /** Who wrote it and when; empty for a field. */
  readonly byline: string;
  readonly blank: boolean;
  readonly segments: readonly SegmentView[];
}

/** A field or journal with its texts. */
export interface BlockView {
  readonly title: string;
  readonly exported: boolean;
  /** A journal of the export that has no entry on this ticket. */
  readonly empty: boolean;
  readonly texts: readonly TextView[];
}

/** A short field in the list of facts. */
export interface FactView {
  readonly title: string;
  readonly value: TextView;
}

/** The ticket's own words and facts. */
export interface TicketTextView {
  readonly blocks: readonly BlockView[];
  readonly facts: readonly FactView[];
  /** Names of the facts that the export did not carry, or null. */
  readonly notExported: string | null;
}

/** A time as the export gave it; with its moment in UTC where only that is sure and it was written otherwise. */
function timeNote({ text, instant }: Timestamp): string {
  const written = visible(text);
  if (instant === undefined || moment(instant).startsWith(written.slice(0, 16))) return written;
  return `${written} (${moment(instant)})`;
}

function textView(index: EvidenceIndex, text: string, field: string, entry?: number, byline = ''): TextView {
  return { byline, blank: text.trim() === '', segments: index.segments(text, field, entry) };
}

function prose(ticket: Ticket, field: (typeof PROSE_FIELDS)[number], index: EvidenceIndex): BlockView {
  const text = ticket[field];
  const exported = text !== undefined;
  return { title: fieldLabel(field), exported, empty: false, texts: exported ? [textView(index, text, field)] : [] };
}

function journal(ticket: Ticket, field: JournalField, index: EvidenceIndex): BlockView {
  const entries = ticket[field];
  const texts = (entries ?? []).map(({ text, author, at }, entry) => {
    const by = [author === undefined ? '' : visible(author), at === undefined ? '' : timeNote(at)].filter(
      (part) => part !== '',
    );
    return textView(index, text, field, entry, by.join(', ') || `Entry ${entry + 1}`);
  });
  return { title: fieldLabel(field), exported: entries !== undefined, empty: entries?.length === 0, texts };
}

/** Facts that are shown: the usual ones, others where they prove something, and the flags that are set. */
function factNames(ticket: Ticket, index: EvidenceIndex): string[] {
  const flags = Object.entries(ticket.flags).map(([name, value]) => [`flags.${name}`, value] as const);
  return [
    ...FACT_FIELDS,
    ...['number', 'sysId'].filter((field) => index.has(field)),
    ...flags.filter(([field, value]) => value || index.has(field)).map(([field]) => field),
  ];
}

/** Builds the view of the ticket's words and facts. */
export function ticketTextView(ticket: Ticket, index: EvidenceIndex): TicketTextView {
  const facts: FactView[] = [];
  const absent: string[] = [];
  for (const field of factNames(ticket, index)) {
    const text = readField(ticket, field);
    const time = TIME_FIELDS.find((name) => name === field);
    const at = time === undefined ? undefined : ticket[time];
    const note = at === undefined ? '' : timeNote(at).slice(visible(at.text).length);
    if (text === undefined) absent.push(fieldLabel(field));
    else facts.push({ title: visible(fieldLabel(field)), value: textView(index, text, field, undefined, note) });
  }
  return {
    blocks: [
      ...PROSE_FIELDS.map((field) => prose(ticket, field, index)),
      ...JOURNAL_FIELDS.map((field) => journal(ticket, field, index)),
    ],
    facts,
    notExported: absent.length === 0 ? null : absent.join(', '),
  };
}
