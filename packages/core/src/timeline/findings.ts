import type { CompiledProfile } from '../profile/compile.ts';
import type { Finding } from '../scorecard/schema.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { FIRST_RESPONSE_DAYS, MANY_REASSIGNMENTS, PROMISE_DAYS } from './limits.ts';
import { tellDuration } from './tell-duration.ts';
import { timelineFactsOf, timelineOf } from './timeline.ts';
import type {
  ContactPromise,
  FirstResponse,
  HoldWithoutContact,
  Reassignment,
  Reopening,
  TimelineFacts,
  UnreadTime,
} from './types.ts';

/** A time that cannot be read may be any text. In UTF-16 units. */
const LONGEST_TIME = 40;

/** Of more of one kind, the first show enough. */
const MOST_EVIDENCE = 6;

/**
 * What a ticket's timeline shows that somebody should know of, one finding of a kind. Findings cost no points. None where the
 * export carries neither journals nor counts.
 */
export function findingsOf(text: TicketText, profile: CompiledProfile): Finding[] {
  const facts = timelineFactsOf(text, profile);
  const { calendar, unread } = timelineOf(text, profile);
  const tell = (minutes: number) => tellDuration(minutes, calendar.dayMinutes);
  const found = [
    slowResponse(facts.firstResponse, calendar.dayMinutes, tell),
    silentGap(facts, tell),
    holdWithoutContact(facts.holds, tell),
    brokenPromise(facts.promises),
    latePromise(facts.promises, tell),
    reassigned(facts.reassignment),
    reopened(facts.reopening),
    timesNotRead(unread),
  ];
  return found.filter((finding) => finding !== undefined);
}

type Tell = (minutes: number) => string;

function slowResponse(response: FirstResponse | undefined, dayMinutes: number, tell: Tell): Finding | undefined {
  if (response === undefined || response.contactAtOpening) return undefined;
  if (response.minutes < FIRST_RESPONSE_DAYS * dayMinutes) return undefined;
  const message = `The first entry by an agent came ${tell(response.minutes)} after the ticket was opened.`;
  return { id: 'slow-first-response', message, evidence: [...response.evidence] };
}

/** The silence of a hold is told of once: as a hold. */
function silentGap({ silence, holds = [] }: TimelineFacts, tell: Tell): Finding | undefined {
  const gaps = (silence?.gaps ?? []).filter(
    ({ from, to }) => !holds.some((hold) => hold.from <= from && hold.to >= to),
  );
  const longest = longestOf(gaps);
  if (longest === undefined) return undefined;
  const often = gaps.length === 1 ? '' : `, the longest of ${gaps.length} such stretches`;
  const message = `Nothing was written for ${tell(longest.minutes)} while the ticket was open${often}. A short note, even "still waiting for the part", tells everybody where it stands.`;
  return { id: 'silent-gap', message, evidence: [...longest.evidence] };
}

function holdWithoutContact(holds: readonly HoldWithoutContact[] | undefined, tell: Tell): Finding | undefined {
  const longest = longestOf(holds ?? []);
  if (longest === undefined) return undefined;
  const least = longest.ongoing ? 'at least ' : '';
  const message = `The ticket was on hold for ${least}${tell(longest.minutes)}, and no entry tells of contact with the user meanwhile. A short update saves the user from asking.`;
  return { id: 'hold-without-contact', message, evidence: [...longest.evidence] };
}

function brokenPromise(promises: readonly ContactPromise[] = []): Finding | undefined {
  const broken = promises.filter(({ outcome }) => outcome === 'broken');
  if (broken.length === 0) return undefined;
  const message =
    'The user was promised contact, and no entry tells of it before the ticket was closed. If it took place, write it down: when, and what was said.';
  return { id: 'promise-broken', message, evidence: evidenceOf(broken) };
}

function latePromise(promises: readonly ContactPromise[] = [], tell: Tell): Finding | undefined {
  const late = promises.filter(({ outcome }) => outcome === 'late');
  const [first] = late;
  if (first?.minutesLate === undefined) return undefined;
  const than = first.dueBy === undefined ? `the ${PROMISE_DAYS} working days that users count on` : 'promised';
  const message = `The user was promised contact, and the first entry that tells of it came ${tell(first.minutesLate)} later than ${than}.`;
  return { id: 'promise-late', message, evidence: evidenceOf(late) };
}

function longestOf<Stretch extends { readonly minutes: number }>(stretches: readonly Stretch[]): Stretch | undefined {
  return stretches.toSorted((a, b) => b.minutes - a.minutes)[0];
}

function evidenceOf(facts: readonly { readonly evidence: readonly Evidence[] }[]): Evidence[] {
  return facts.flatMap(({ evidence }) => evidence).slice(0, MOST_EVIDENCE);
}

function reassigned(reassignment: Reassignment | undefined): Finding | undefined {
  if (reassignment === undefined) return undefined;
  const { count = 0, bounced } = reassignment;
  const often = count >= MANY_REASSIGNMENTS ? `The ticket was reassigned ${count} times` : undefined;
  const evidence = evidenceOf([reassignment]);
  if (bounced.length === 0)
    return often === undefined ? undefined : { id: 'reassigned', message: `${often}.`, evidence };
  const message = `${often === undefined ? 'An' : `${often}, and an`} entry tells that it came back or had gone to the wrong group.`;
  return { id: 'reassignment-bounce', message, evidence };
}

function reopened(reopening: Reopening | undefined): Finding | undefined {
  if (reopening === undefined) return undefined;
  const times = reopening.count === 1 ? 'once' : `${reopening.count} times`;
  const message = `The ticket was reopened ${times}: for the user it was not done when it was closed.`;
  return { id: 'reopened', message, evidence: [...reopening.evidence] };
}

/** Says what the timeline could not take in, and why nothing is said about it. */
function timesNotRead(unread: readonly UnreadTime[]): Finding | undefined {
  const [first] = unread;
  if (first === undefined) return undefined;
  const [times, them] = unread.length === 1 ? ['A time', 'it'] : [`${unread.length} times`, 'them'];
  const message = `${times} of this ticket could not be read, such as "${first.text.slice(0, LONGEST_TIME)}", and what rests on ${them} is left out. Times like 2026-03-02 07:12:00 can be read.`;
  return { id: 'times-not-read', message };
}
