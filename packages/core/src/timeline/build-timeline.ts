import { stateOf, type Ticket, type TicketState } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import type { TicketText } from '../text/ticket-text.ts';
import { Clock } from './clock.ts';
import { rolesIn } from './role.ts';
import type { Timeline, TimelineEntry, TimelineEvent, UnreadTime } from './types.ts';
import { WorkingCalendar } from './working-time.ts';

const JOURNALS = ['workNotes', 'comments'] as const;
const MOMENTS = [
  { kind: 'opened', field: 'openedAt' },
  { kind: 'resolved', field: 'resolvedAt' },
  { kind: 'closed', field: 'closedAt' },
] as const;
/** A reopened ticket can keep the time of its last resolution. */
const OPEN: ReadonlySet<TicketState | undefined> = new Set<TicketState>(['new', 'in-progress', 'on-hold']);
const NO_ENTRY = { entry: undefined, author: undefined, role: undefined, reachesUser: false, passage: undefined };
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
  const clock = new Clock(ticket, calendar.zone);
  const unread: UnreadTime[] = [];
  const [openedAt, resolvedAt, closedAt, updatedAt] = (
    ['openedAt', 'resolvedAt', 'closedAt', 'updatedAt'] as const
  ).map((field) => momentOf(ticket, field, clock, unread));
  const entries = entriesOf(text, profile, clock, unread);
  const moments = { openedAt, resolvedAt, closedAt };
  const events: TimelineEvent[] = [];
  for (const { kind, field } of MOMENTS) {
    const at = moments[field];
    if (at === undefined) continue;
    events.push({ ...NO_ENTRY, kind, at, field });
  }
  for (const { at, ...entry } of entries) {
    if (at === undefined) continue;
    const kind = entry.reachesUser ? 'comment' : 'work-note';
    events.push({ ...entry, kind, at });
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

function momentOf(
  ticket: Ticket,
  field: 'openedAt' | 'resolvedAt' | 'closedAt' | 'updatedAt',
  clock: Clock,
  unread: UnreadTime[],
): number | undefined {
  const time = ticket[field];
  if (time === undefined || time.text.trim() === '') return undefined;
  const at = time.instant === undefined ? clock.read(time.text) : Date.parse(time.instant);
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
  if (!JOURNALS.some((field) => ticket[field]?.length)) return [];
  const roleOf = rolesIn(ticket, profile);
  return JOURNALS.flatMap((field) => {
    const passages = new Map(text.passages([field]).map((passage) => [passage.entry, passage]));
    return (ticket[field] ?? [])
      .map((written, entry): TimelineEntry => {
        const at = written.at === undefined ? undefined : instantOf(written.at, clock);
        if (written.at !== undefined && at === undefined) unread.push({ field, entry, text: written.at.text });
        const role = roleOf(field, written);
        const reachesUser = field === 'comments';
        return { field, entry, at, author: written.author, role, reachesUser, passage: passages.get(entry) };
      })
      .reverse();
  });
}

function instantOf(
  { text, instant }: { text: string; instant?: string | undefined },
  clock: Clock,
): number | undefined {
  return instant === undefined ? clock.read(text) : Date.parse(instant);
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
  const times = entries.flatMap(({ at }) => (at === undefined ? [] : [at]));
  if (openedAt !== undefined) {
    if (endedAt !== undefined && endedAt < openedAt) return false;
    if (times.some((at) => at < openedAt - TOLERANCE)) return false;
  }
  return endedAt === undefined || times.length === 0 || times.some((at) => at <= endedAt + TOLERANCE);
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
