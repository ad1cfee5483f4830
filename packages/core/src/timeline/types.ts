import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import type { WorkingCalendar } from './working-time.ts';

/** Who wrote a journal entry. `unknown`: a comment whose writer is not told, or could be the caller. */
export type Role = 'agent' | 'caller' | 'system' | 'unknown';

/** Something that happened to a ticket at a known time. */
export interface TimelineEvent {
  readonly kind: 'opened' | 'work-note' | 'comment' | 'resolved' | 'closed';
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Where it stands: a time field, or a journal and the number of the entry in it. */
  readonly field: 'openedAt' | 'workNotes' | 'comments' | 'resolvedAt' | 'closedAt';
  readonly entry: number | undefined;
  /** Who wrote the entry, as the journal names them. */
  readonly author: string | undefined;
  /** Undefined for anything but entries. */
  readonly role: Role | undefined;
  /** Whether the user gets to read it: comments are sent to the user, work notes stay with the desk. */
  readonly reachesUser: boolean;
  /** What the entry says. Undefined for a blank entry, and for anything but entries. */
  readonly passage: Passage | undefined;
}

/** A journal entry with its text. */
export interface TimelineEntry {
  readonly field: 'workNotes' | 'comments';
  readonly entry: number;
  /** Milliseconds since 1970, UTC. Undefined where the entry has no time, or none that could be read. */
  readonly at: number | undefined;
  readonly author: string | undefined;
  readonly role: Role;
  readonly reachesUser: boolean;
  /** Undefined for a blank entry. */
  readonly passage: Passage | undefined;
}

/** A time of the ticket that could not be read, and is left out of the timeline. */
export interface UnreadTime {
  readonly field: 'openedAt' | 'workNotes' | 'comments' | 'resolvedAt' | 'closedAt' | 'updatedAt';
  readonly entry: number | undefined;
  readonly text: string;
}

/**
 * By which clock times without a zone were read. `exported`: the export shows the zone, by a time that it gives both raw and
 * displayed. `profile`: they were taken to be in the profile's zone, `workingTime.timeZone`.
 */
export type ClockBasis = 'exported' | 'profile';

/** A ticket in the order of time, from its journals and its times. */
export interface Timeline {
  /** In the order of time. What has no known time is left out. */
  readonly events: readonly TimelineEvent[];
  /** Every journal entry, timed or not: work notes, then comments, each the oldest first. */
  readonly entries: readonly TimelineEntry[];
  readonly openedAt: number | undefined;
  readonly resolvedAt: number | undefined;
  readonly closedAt: number | undefined;
  readonly updatedAt: number | undefined;
  /** When work ended: resolved, or else closed. Undefined while the ticket is open, or where no time tells. */
  readonly endedAt: number | undefined;
  /** Both journals were exported, filled or blank. Nothing can be said to be absent otherwise. */
  readonly journalsExported: boolean;
  /** Both journals were exported, every entry has its time, and no time contradicts another. */
  readonly complete: boolean;
  readonly clockBasis: ClockBasis;
  readonly unread: readonly UnreadTime[];
  readonly calendar: WorkingCalendar;
}

/** How long the first entry by an agent took. */
export interface FirstResponse {
  /** Working time, in minutes. */
  readonly minutes: number;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Whether the user got to read it. */
  readonly reachesUser: boolean;
  /** The user was on the phone, at the desk or in a chat when the ticket was opened, so nobody had to wait. */
  readonly contactAtOpening: boolean;
  readonly evidence: readonly Evidence[];
}

/** A stretch without any entry while the ticket was open. */
export interface SilentGap {
  readonly from: number;
  readonly to: number;
  /** Working time, in minutes. */
  readonly minutes: number;
  /** What stands before and behind it. */
  readonly evidence: readonly Evidence[];
}

/** The silence of a ticket. */
export interface Silence {
  /** The longest stretch, however short. */
  readonly longest: SilentGap;
  /** The stretches from three working days on, in the order of time. */
  readonly gaps: readonly SilentGap[];
}

/** A ticket that was on hold while nobody was in touch with the user. */
export interface HoldWithoutContact {
  readonly from: number;
  readonly to: number;
  /** Working time without contact, in minutes. */
  readonly minutes: number;
  /** It still was on hold when the ticket was exported, so it was this long at least. */
  readonly ongoing: boolean;
  readonly evidence: readonly Evidence[];
}

/**
 * What became of a promise of contact. `kept`: contact in time. `late`: contact, after the promised time. `broken`: the
 * ticket was closed and no contact is told of after the promise. `open`: the ticket does not tell.
 */
export type PromiseOutcome = 'kept' | 'late' | 'broken' | 'open';

/** A promise by an agent to call back or to get in touch with the user. */
export interface ContactPromise {
  readonly outcome: PromiseOutcome;
  /** When it was made. Milliseconds since 1970, UTC; undefined where the entry has no time. */
  readonly madeAt: number | undefined;
  /** Until when contact was promised; undefined where no time was named, or none that could be read. */
  readonly dueBy: number | undefined;
  /** When contact was made; undefined where none was, or the entry has no time. */
  readonly contactAt: number | undefined;
  /** Working time behind the promised time, in minutes. Only for `late`. */
  readonly minutesLate: number | undefined;
  /** The promise, and the contact where there was one. */
  readonly evidence: readonly Evidence[];
}

/** How often a ticket went from group to group. */
export interface Reassignment {
  /** The count that the ticket carries; undefined where it was not exported or is no number. */
  readonly count: number | undefined;
  /** Entries that tell that the ticket came back or had gone to the wrong group. */
  readonly bounced: readonly Evidence[];
  readonly evidence: readonly Evidence[];
}

/** A ticket that was reopened. */
export interface Reopening {
  readonly count: number;
  readonly evidence: readonly Evidence[];
}

/** What the timeline of a ticket shows. A fact is undefined where the export does not carry what it needs. */
export interface TimelineFacts {
  readonly firstResponse: FirstResponse | undefined;
  readonly silence: Silence | undefined;
  /** Empty: none of three working days or more. */
  readonly holds: readonly HoldWithoutContact[] | undefined;
  /** In the order in which they were made. Empty: none was found. */
  readonly promises: readonly ContactPromise[] | undefined;
  readonly reassignment: Reassignment | undefined;
  readonly reopening: Reopening | undefined;
}
