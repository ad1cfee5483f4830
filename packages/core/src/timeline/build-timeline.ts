import { stateOf, type Ticket, type TicketState } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import type { TicketText } from '../text/ticket-text.ts';
import { Clock } from './clock.ts';
import { readInstant } from './read-time.ts';
import { type RoleOf, rolesIn } from './role.ts';
import type { Timeline, TimelineEntry, TimelineEvent, UnreadTime } from './types.ts';
import { WorkingCalendar } from './working-time.ts';

/** Each journal with the list of fields to ask for its passages. */
const JOURNALS = [
  { field: 'workNotes', fields: ['workNotes'] },
  { field: 'comments', fields: ['comments'] },
] as const;
/** A reopened ticket can keep the time of its last resolution. */
const OPEN: ReadonlySet<TicketState | undefined> = new Set<TicketState>(['new', 'in-progress', 'on-hold']);
/** What is written together with a change of the ticket can carry a time shortly before or behind it. In milliseconds. */
const TOLERANCE = 5 * 60_000;

const calendars = new WeakMap<CompiledProfile, WorkingCalendar>();

function calendarOf(profile: CompiledProfile): WorkingCalendar {
  let calendar = calendars.get(profile);
  if (calendar === undefined) {
    calendar = new WorkingCalendar(profile.data.workingTime);
    calendars.set(profile, calendar);
  }
  return calendar;
}

/** Puts a ticket in the order of time. */
export function buildTimeline(text: TicketText, profile: CompiledProfile): Timeline {
  const { ticket } = text;
  const calendar = calendarOf(profile);
  const clock = new Clock(ticket, calendar.zone, profile.dateStyle);
  const unread: UnreadTime[] = [];
  const openedAt = momentOf(ticket, 'openedAt', clock, unread);
  const resolvedAt = momentOf(ticket, 'resolvedAt', clock, unread);
  const closedAt = momentOf(ticket, 'closedAt', clock, unread);
  const updatedAt = momentOf(ticket, 'updatedAt', clock, unread);
  const entries = entriesOf(text, profile, clock, unread);
  const events: TimelineEvent[] = [];
  if (openedAt !== undefined) events.push(moment('opened', 'openedAt', openedAt));
  if (resolvedAt !== undefined) events.push(moment('resolved', 'resolvedAt', resolvedAt));
  if (closedAt !== undefined) events.push(moment('closed', 'closedAt', closedAt));
  for (const { field, entry, at, author, role, reachesUser, passage } of entries) {
    if (at === undefined) continue;
    const kind = reachesUser ? 'comment' : 'work-note';
    events.push({ kind, at, field, entry, author, role, reachesUser, passage });
  }
  const journalsExported = ticket.workNotes !== undefined && ticket.comments !== undefined;
  const isOpen = OPEN.has(stateOf(ticket));
  const endedAt = isOpen ? undefined : (resolvedAt ?? closedAt);
  return {
    events: events.sort(byTime),
    entries,
    openedAt,
    resolvedAt,
    closedAt,
    updatedAt,
    endedAt,
    journalsExported,
    complete: journalsExported && entries.every(({ at }) => at !== undefined) && isSound(openedAt, endedAt, entries),
    clockBasis: clock.basis,
    unread,
    calendar,
  };
}

function moment(
  kind: 'opened' | 'resolved' | 'closed',
  field: 'openedAt' | 'resolvedAt' | 'closedAt',
  at: number,
): TimelineEvent {
  return {
    kind,
    at,
    field,
    entry: undefined,
    author: undefined,
    role: undefined,
    reachesUser: false,
    passage: undefined,
  };
}

function momentOf(
  ticket: Ticket,
  field: 'openedAt' | 'resolvedAt' | 'closedAt' | 'updatedAt',
  clock: Clock,
  unread: UnreadTime[],
): number | undefined {
  const time = ticket[field];
  if (time === undefined || time.text.trim() === '') return undefined;
  const at = instantOf(time, clock);
  if (at === undefined) unread.push({ field, entry: undefined, text: time.text });
  return at;
}

function entriesOf(
  text: TicketText,
  profile: CompiledProfile,
  clock: Clock,
  unread: UnreadTime[],
): readonly TimelineEntry[] {
  const { ticket } = text;
  const entries: TimelineEntry[] = [];
  let roleOf: RoleOf | undefined;
  for (const { field, fields } of JOURNALS) {
    const journal = ticket[field] ?? [];
    if (journal.length === 0) continue;
    roleOf ??= rolesIn(ticket, profile);
    // Blank entries have no passage.
    const passages = text.passages(fields);
    let next = 0;
    const read: TimelineEntry[] = [];
    for (const [entry, written] of journal.entries()) {
      const { at: time, author } = written;
      const at = time === undefined ? undefined : instantOf(time, clock);
      if (time !== undefined && at === undefined) unread.push({ field, entry, text: time.text });
      const passage = passages[next]?.entry === entry ? passages[next++] : undefined;
      const role = roleOf(field, written);
      read.push({ field, entry, at, author, role, reachesUser: field === 'comments', passage });
    }
    entries.push(...read.reverse());
  }
  return entries;
}

function instantOf(
  { text, instant }: { text: string; instant?: string | undefined },
  clock: Clock,
): number | undefined {
  return instant === undefined ? clock.read(text) : readInstant(instant);
}

/**
 * Entries from before the opening, or all of them from behind the end, show that they were written by another clock than the
 * one that they were read by.
 */
function isSound(
  openedAt: number | undefined,
  endedAt: number | undefined,
  entries: readonly TimelineEntry[],
): boolean {
  if (openedAt !== undefined && endedAt !== undefined && endedAt < openedAt) return false;
  let isTimed = false;
  let isInTime = false;
  for (const { at } of entries) {
    if (at === undefined) continue;
    if (openedAt !== undefined && at < openedAt - TOLERANCE) return false;
    isTimed = true;
    if (endedAt === undefined || at <= endedAt + TOLERANCE) isInTime = true;
  }
  return !isTimed || isInTime;
}

/** Together: opened first, closed last, and the entries as they were found. */
function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return a.at - b.at || rankOf(a) - rankOf(b);
}

function rankOf({ kind }: TimelineEvent): number {
  if (kind === 'opened') return 0;
  if (kind === 'resolved') return 2;
  return kind === 'closed' ? 3 : 1;
}
