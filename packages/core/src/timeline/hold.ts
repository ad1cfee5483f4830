import { stateOf, type Ticket } from '@tqrs/parser';
import { foldLabel } from '../profile/fold-label.ts';
import { evidenceOf, findPhrases, quoteField } from '../text/find.ts';
import type { Modality } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import type { ContactFinder } from './contact.ts';
import { HOLD_DAYS } from './limits.ts';
import type { HoldWithoutContact, Timeline, TimelineEntry } from './types.ts';

const ON_HOLD = phraseSet([
  'on hold',
  '(pending|awaiting|awaits|waiting for|waiting on|wait for) [(the|a|an|more|further)] (user|caller|customer|client|requester|employee|cx|vendor|supplier|manufacturer)',
  '(pending|awaiting|waiting for) [(his|her|their|an|a)] (reply|response|answer|feedback|call back|callback|confirmation)',
  '(user|caller|customer|client|vendor|supplier) (response|reply|feedback|confirmation) (pending|awaited)',
]);
/** On hold on the telephone, and tickets that no longer are. */
const NOT_ON_HOLD = phraseSet([
  '(put|placed|kept|keep|left|holding) [(the|our)] (user|caller|customer|client|him|her|them|me|us) on hold',
  'on hold (with|for #|music|line|queue|time)',
  '(was|is|been|me|us) on hold (with|for|at) [(the|a|an|#)] (line|phone|vendor|supplier|support|minutes|min|mins|#)',
  '(took|taken|take|removed|released|moved|no longer|back|come|came) [(it|this|the ticket|ticket|out)] [(from|off|out of)] [being] on hold',
  'phone ... on hold',
  '(call|calls) on hold',
  'hold the line',
  'on hold if',
]);
/** States of older and of changed instances, folded. */
const HOLD_STATES = new Set(
  'hold pending pendinguser pendingcaller pendingcustomer pendingvendor awaitinguserinfo awaitinguser awaitingcaller awaitingcustomer awaitingvendor awaitinginfo awaitingproblem awaitingevidence'.split(
    ' ',
  ),
);
const isSaid = (modality: Modality) => !(modality.negated || modality.conditional || modality.question);

/**
 * The stretches from {@link HOLD_DAYS} on in which the ticket was on hold, as its entries or its state tell, and nobody was
 * in touch with the user. A hold ends with the next contact or with the ticket. Undefined where a journal or a time is missing.
 */
export function holdsOf(
  timeline: Timeline,
  ticket: Ticket,
  findContact: ContactFinder,
): HoldWithoutContact[] | undefined {
  const { complete, endedAt, updatedAt, calendar } = timeline;
  if (!complete) return undefined;
  const holds: HoldWithoutContact[] = [];
  let hold: { from: number; evidence: Evidence } | undefined;
  const end = (to: number, ongoing: boolean) => {
    if (hold === undefined) return;
    const minutes = Math.floor(calendar.minutesBetween(hold.from, to));
    if (minutes >= HOLD_DAYS * calendar.dayMinutes)
      holds.push({ from: hold.from, to, minutes, ongoing, evidence: [hold.evidence] });
    hold = undefined;
  };
  const entries = inTime(timeline);
  for (const entry of entries) {
    const { at, passage } = entry;
    if (endedAt !== undefined && at > endedAt) break;
    if (isContact(entry, findContact)) end(at, false);
    const said = passage === undefined ? undefined : findHold(passage);
    if (said !== undefined) hold ??= { from: at, evidence: said };
  }
  const { state } = ticket;
  if (hold === undefined && endedAt === undefined && state !== undefined && isOnHold(ticket)) {
    const from = entries.at(-1)?.at ?? timeline.openedAt;
    if (from !== undefined) hold = { from, evidence: quoteField('state', state) };
  }
  if (endedAt !== undefined) end(endedAt, false);
  else if (updatedAt !== undefined) end(updatedAt, true);
  return holds;
}

function isOnHold(ticket: Ticket): boolean {
  return stateOf(ticket) === 'on-hold' || HOLD_STATES.has(foldLabel(ticket.state ?? ''));
}

/** What the user reads or writes, and what tells of contact. */
function isContact({ role, reachesUser, passage }: TimelineEntry, findContact: ContactFinder): boolean {
  if (role === 'system') return false;
  return reachesUser || role === 'caller' || (passage !== undefined && findContact(passage) !== undefined);
}

function findHold(passage: Passage): Evidence | undefined {
  const found = findPhrases([passage], ON_HOLD, isSaid).find(
    ({ sentence, words }) =>
      !sentence.analysis.spans(NOT_ON_HOLD).some((trap) => trap.from < words.to && words.from < trap.to),
  );
  return found && evidenceOf(found);
}

function inTime({ entries }: Timeline): (TimelineEntry & { at: number })[] {
  return entries
    .flatMap((entry) => (entry.at === undefined ? [] : [{ ...entry, at: entry.at }]))
    .sort((a, b) => a.at - b.at);
}
