import type { Ticket } from '@tqrs/parser';
import { quoteClause } from '../process/quote-clause.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import type { Channel } from '../profile/schema.ts';
import { evidenceOf } from '../text/find.ts';
import type { Passage, TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { type ContactFinder, findCallBack, isMereClosing } from './contact.ts';
import { type FoundPromise, findPromise } from './find-promise.ts';
import { LATE_MINUTES, PROMISE_DAYS, SAME_CONVERSATION } from './limits.ts';
import { quoteBeginning } from './quote-event.ts';
import type { ContactPromise, Timeline } from './types.ts';

/** Something written, in its place in the order of time. */
interface Place {
  readonly field: string;
  readonly entry: number | undefined;
  readonly at: number | undefined;
}
interface Contact extends Place {
  readonly evidence: Evidence;
  /** It promises contact itself. */
  readonly promises: boolean;
}
interface Said extends Place {
  readonly passage: Passage;
}
type Promised = Said & FoundPromise;

/** Channels where the agent writes the description. */
const WRITTEN_BY_AGENT: ReadonlySet<Channel> = new Set(['phone', 'walk-in', 'chat', 'guest-chat']);

/**
 * What agents promised the user: to call back, to get back, to follow up. A promise is only called broken where the ticket
 * has ended, every field was exported in which contact could be told of, and none tells of it. Without entries there is
 * nothing to follow. Undefined where neither journal was exported.
 */
export function promisesOf(
  timeline: Timeline,
  text: TicketText,
  profile: CompiledProfile,
  findContact: ContactFinder,
): ContactPromise[] | undefined {
  const { ticket } = text;
  if (ticket.workNotes === undefined && ticket.comments === undefined) return undefined;
  if (timeline.entries.length === 0) return [];
  const promised = saidByDesk(timeline, text, profile).flatMap((said): Promised[] => {
    const promise = findPromise(said.passage, said.at, timeline.calendar);
    return promise === undefined ? [] : [{ ...said, ...promise }];
  });
  if (promised.length === 0) return [];
  const contacts = contactsOf(timeline, text, findContact, new Set(promised.map(({ passage }) => passage)));
  return promised.map((promise) => settle(promise, contacts, timeline, ticket));
}

function saidByDesk(timeline: Timeline, text: TicketText, profile: CompiledProfile): Said[] {
  const channel = profile.channelOf(text.ticket.contactType);
  const opening =
    channel !== undefined && WRITTEN_BY_AGENT.has(channel)
      ? text
          .passages(['description'])
          .map((passage) => ({ field: 'description', entry: undefined, at: timeline.openedAt, passage }))
      : [];
  const entries = timeline.entries.flatMap(({ field, entry, at, role, passage }) =>
    role === 'agent' && passage !== undefined ? [{ field, entry, at, passage }] : [],
  );
  return [...opening, ...entries].sort((a, b) => (a.at === undefined || b.at === undefined ? 0 : a.at - b.at));
}

/** Entries that the user reads, and what is told of contact elsewhere. Close notes are written when work ends. */
function contactsOf(
  timeline: Timeline,
  text: TicketText,
  findContact: ContactFinder,
  promising: ReadonlySet<Passage>,
): Contact[] {
  const contacts = timeline.entries.flatMap(({ field, entry, at, role, reachesUser, passage }): Contact[] => {
    if (passage === undefined || role === 'system') return [];
    const place = { field, entry, at, promises: promising.has(passage) };
    if (reachesUser && role !== 'caller' && !isMereClosing(passage))
      return [{ ...place, evidence: quoteBeginning(passage) }];
    const found = findContact(passage);
    return found === undefined ? [] : [{ ...place, evidence: evidenceOf(found) }];
  });
  contacts.sort((a, b) => (a.at === undefined || b.at === undefined ? 0 : a.at - b.at));
  for (const passage of text.passages(['closeNotes'])) {
    const found = findContact(passage);
    if (found === undefined) continue;
    const place = { field: 'closeNotes', entry: undefined, at: timeline.endedAt, promises: false };
    contacts.push({ ...place, evidence: evidenceOf(found) });
  }
  return contacts;
}

function settle(promise: Promised, contacts: readonly Contact[], timeline: Timeline, ticket: Ticket): ContactPromise {
  const { at: madeAt, due, found, passage } = promise;
  const evidence = [quoteClause(found)];
  const base = { madeAt, dueBy: due?.at, contactAt: undefined, minutesLate: undefined, evidence };
  const calledBack = findCallBack(passage, found.sentence.end);
  if (calledBack !== undefined) {
    return { ...base, outcome: 'kept', contactAt: madeAt, evidence: [...evidence, evidenceOf(calledBack)] };
  }
  const contact = contacts.find((each) => isLater(each, promise) === true);
  if (contact === undefined) {
    const told = contacts.some((each) => isLater(each, promise) === undefined);
    return { ...base, outcome: !told && isBroken(promise, timeline, ticket) ? 'broken' : 'open' };
  }
  const minutesLate = lateness(promise, contact, timeline);
  const outcome = minutesLate === undefined ? 'kept' : promise.tied ? 'open' : 'late';
  const late = outcome === 'late' ? minutesLate : undefined;
  return { ...base, outcome, contactAt: contact.at, minutesLate: late, evidence: [...evidence, contact.evidence] };
}

/**
 * Whether a contact came after the promise. An entry that is written in the same conversation and says the promise again is
 * none. Undefined where the order is not known.
 */
function isLater(contact: Contact, promise: Promised): boolean | undefined {
  if (contact.field === 'closeNotes') return true;
  if (contact.at !== undefined && promise.at !== undefined)
    return contact.at > promise.at + (contact.promises ? SAME_CONVERSATION : 0);
  if (promise.entry === undefined) return true;
  if (contact.field !== promise.field || contact.entry === undefined) return undefined;
  // Journals are kept newest first.
  return contact.entry < promise.entry;
}

/** By how much contact came behind the promised time, where that is more than can be put down to writing it up. */
function lateness(promise: Promised, contact: Contact, { calendar, complete }: Timeline): number | undefined {
  if (!complete || contact.at === undefined || promise.at === undefined) return undefined;
  if (contact.field === 'closeNotes') return undefined;
  const allowed = promise.due === undefined ? PROMISE_DAYS * calendar.dayMinutes : LATE_MINUTES;
  const from = promise.due === undefined ? promise.at : promise.due.at;
  if (from === undefined) return undefined;
  const minutes = Math.floor(calendar.minutesBetween(from, contact.at));
  if (minutes <= allowed) return undefined;
  return promise.due === undefined ? minutes - allowed : minutes;
}

/**
 * Work has ended after the promised time, and every field was there to tell of contact. A description can hold the whole
 * conversation, the contact too.
 */
function isBroken(
  { field, at, due, tied }: Promised,
  { endedAt, journalsExported }: Timeline,
  ticket: Ticket,
): boolean {
  if (field === 'description') return false;
  if (endedAt === undefined || !journalsExported || ticket.closeNotes === undefined || tied) return false;
  if (due !== undefined) return due.at !== undefined && due.at < endedAt;
  return at === undefined || at + SAME_CONVERSATION < endedAt;
}
