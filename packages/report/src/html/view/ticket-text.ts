import { readField, TIME_FIELDS, type Ticket } from '@tqrs/parser';
import type { Catalogue } from '../../catalogue/languages.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { EvidenceIndex, SegmentView } from './evidence.ts';
import { FACT_FIELDS, fieldLabel, PROSE_FIELDS } from './fields.ts';
import { timeNote } from './time-note.ts';
import { type TimelineView, timelineView } from './timeline.ts';
import { visible } from './visible.ts';

/** The text of a field. */
export interface TextView {
  /** The text where there is no more to it; null otherwise. */
  readonly plain: string | null;
  /** What is known beyond it: the moment of a time. */
  readonly byline: string;
  readonly blank: boolean;
  readonly segments: readonly SegmentView[];
}

/** A prose field. */
export interface BlockView {
  readonly title: string;
  /** Null where the field was not exported. */
  readonly text: TextView | null;
}

/** A short field in the list of facts. */
export interface FactView extends TextView {
  readonly title: string;
}

/** The ticket's own words and facts. */
export interface TicketTextView {
  readonly blocks: readonly BlockView[];
  readonly timeline: TimelineView;
  readonly facts: readonly FactView[];
  /** The facts that the export did not carry, or null. */
  readonly notExported: string | null;
}

function textView(index: EvidenceIndex, text: string, field: string, byline = ''): TextView {
  const segments = index.segments(text, field);
  const blank = text.trim() === '';
  const isAlone = segments.length === 1 && byline === '' && !blank;
  return { plain: isAlone ? (segments[0]?.plain ?? null) : null, byline, blank, segments };
}

function prose(ticket: Ticket, field: (typeof PROSE_FIELDS)[number], index: EvidenceIndex, t: Catalogue): BlockView {
  const text = ticket[field];
  return { title: fieldLabel(field, t), text: text === undefined ? null : textView(index, text, field) };
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
export function ticketTextView(ticket: Ticket, index: EvidenceIndex, local: Localisation): TicketTextView {
  const { t, format } = local;
  const facts: FactView[] = [];
  const absent: string[] = [];
  for (const field of factNames(ticket, index)) {
    const text = readField(ticket, field);
    const time = TIME_FIELDS.find((name) => name === field);
    const at = time === undefined ? undefined : ticket[time];
    const note = at === undefined ? '' : timeNote(at, format).slice(visible(at.text).length);
    if (text === undefined) absent.push(fieldLabel(field, t));
    else facts.push({ title: visible(fieldLabel(field, t)), ...textView(index, text, field, note) });
  }
  return {
    blocks: PROSE_FIELDS.map((field) => prose(ticket, field, index, t)),
    timeline: timelineView(ticket, index, local),
    facts,
    notExported: absent.length === 0 ? null : t.ticketPage.text.factsNotExported(absent.join(', ')),
  };
}
