import { isSysId, JOURNAL_FIELDS, type JournalField, type Ticket, type Timestamp } from '@tqrs/parser';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { EvidenceIndex, SegmentView } from './evidence.ts';
import { fieldLabel } from './fields.ts';
import { timeNote } from './time-note.ts';
import { visible } from './visible.ts';

/** Something that happened to a ticket. */
export interface EventView {
  /** `Opened`, `Work note`, … */
  readonly kind: string;
  /** A moment of the ticket itself, and not a text that somebody wrote. */
  readonly isMilestone: boolean;
  readonly time: string;
  readonly author: string;
  readonly blank: boolean;
  readonly segments: readonly SegmentView[];
}

/** What happened to a ticket, from first to last. */
export interface TimelineView {
  readonly events: readonly EventView[];
  /** `No comments`, `Work notes: not exported`: what no event tells. */
  readonly remarks: readonly string[];
}

interface Event extends EventView {
  readonly at: Timestamp | undefined;
}

/**
 * Builds the timeline. Entries are told in the order of their own times. Where the zone of their clock is not known, it cannot
 * be set against the ticket's: then the opening stands before all of them, and the end behind.
 */
export function timelineView(ticket: Ticket, index: EvidenceIndex, local: Localisation): TimelineView {
  const { timeline: t } = local.t.ticketPage;
  const milestone = (kind: string, at: Timestamp | undefined, by: string | undefined) =>
    milestones(kind, at, by, local);
  const opened = milestone(t.opened, ticket.openedAt, ticket.openedBy);
  const ends = [
    ...milestone(t.resolved, ticket.resolvedAt, ticket.resolvedBy),
    ...milestone(t.closed, ticket.closedAt, ticket.closedBy),
  ];
  const entries = JOURNAL_FIELDS.flatMap((field) => entriesOf(ticket, field, index, local));
  const inOrder = sortedBy(entries, ({ at }) => at?.text) ?? entries;
  const all = [...opened, ...inOrder, ...ends];
  const events = sortedBy(all, ({ at }) => at?.instant) ?? all;
  return {
    events: events.map(({ at: _, ...event }) => event),
    remarks: JOURNAL_FIELDS.flatMap((field) => {
      const label = fieldLabel(field, local.t);
      if (ticket[field] === undefined) return [t.notExported(label)];
      return ticket[field].length === 0 ? [t.noEntries(label)] : [];
    }),
  };
}

function milestones(
  kind: string,
  at: Timestamp | undefined,
  by: string | undefined,
  { format }: Localisation,
): Event[] {
  if (at === undefined || at.text === '') return [];
  const author = by === undefined || isSysId(by) ? '' : visible(by);
  return [{ kind, isMilestone: true, time: timeNote(at, format), author, blank: false, segments: [], at }];
}

/** The entries of a journal, oldest first. */
function entriesOf(ticket: Ticket, field: JournalField, index: EvidenceIndex, { t, format }: Localisation): Event[] {
  const entries = (ticket[field] ?? []).map(({ text, author, at }, entry) => ({
    kind: t.ticketPage.timeline.entries[field],
    isMilestone: false,
    time: at === undefined ? '' : timeNote(at, format),
    author: author === undefined ? '' : visible(author),
    blank: text.trim() === '',
    segments: index.segments(text, field, entry),
    at,
  }));
  return entries.reverse();
}

const SORTABLE = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?/;

/** Sorted by a time that begins with the year. Undefined where one has none: then no order is better than a wrong one. */
function sortedBy(events: readonly Event[], timeOf: (event: Event) => string | undefined): Event[] | undefined {
  const keyed = events.map((event) => ({ event, time: timeOf(event)?.replace('T', ' ') ?? '' }));
  if (!keyed.every(({ time }) => SORTABLE.test(time))) return undefined;
  return keyed.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)).map(({ event }) => event);
}
