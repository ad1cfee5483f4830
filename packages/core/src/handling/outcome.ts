import type { JournalEntry, Ticket } from '@tqrs/parser';
import { quoteClause } from '../process/quote-clause.ts';
import { foldLabel } from '../profile/fold-label.ts';
import { findClosingConsent } from '../resolution/closing-consent.ts';
import { findActions } from '../resolution/find-actions.ts';
import { findUserConfirmation } from '../resolution/user-confirmation.ts';
import { type Found, findPhrase, findPhrases, spanOf } from '../text/find.ts';
import { isStated, isTold } from '../text/modality.ts';
import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import type { Passage, TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';

const CLOSE_NOTES = ['closeNotes'];
const WORK_NOTES = ['workNotes'];
const COMMENTS = ['comments'];

/** It works: said of the issue. */
const WORKS = [
  '(works|working|worked|fixed|solved|sorted|restored|recovered|satisfied)',
  '(back|online|running) (again|now)',
  '(is|are|was|were|came|comes|come|has|all) [(all|now)] (back|online|running|gone|clean|clear|readable|steady|stable|quiet)',
  '(issue|issues|problem|problems|error|errors|fault|it|this|all|everything|now|is|was|are|been) [(now|all|fully)] resolved',
  'able to',
  '(no more|no longer|no further|without) [(any|a)] (issue|issues|error|errors|problem|problems|fault|faults|lockouts|crash|crashes|crashing|trouble)',
  '(user|caller|he|she|they|i|both|everyone) [(then|now|again|successfully|could|can|also)] (see|sees|open|opened|opens|print|printed|prints|sends|received|receives|hear|hears|heard|logged|log|signed|sign|got|tested)',
  "(i'm|im|i am|she's|he's|is) in [now]",
  '(confirmed|confirms|cnfrmd|verified) ... (works|working|fixed|resolved|ok|okay|fine|in|able|gone|back)',
  '(came|come|comes|goes|went) (out|up|through|in) [(now|again)]',
  '(charges|connects|loads|starts|boots|syncs|responds) [(again|now|fine)]',
];
const SAID_TO_WORK = phraseSet(WORKS);
/** Something went well. */
const GOOD = phraseSet([...WORKS, '(successfully|successful|ok|okay|fine|good|great|perfect|super|happy|connected)']);
/** It does not. */
const BAD = phraseSet([
  'still (does|did|do|is|are|was|has|have|will) not',
  "still (not|no|nothing|cannot|can't|cant|can not|unable|won't|doesn't|isn't|fails|failing|failed|same|the same|there|broken|down|dropping|drops|slow|slower|happening|happens|occurring|occurs|appears|appearing|showing|getting|gets|persists|persist|facing|faces|coming|comes|crashing|crashes|locked|stuck|frozen|freezing|freezes|an issue|having|has|have|twice|blank|empty|missing|dark|dead|flickering|flickers|offline|asking|asks|prompting|prompts|waiting|out|red|hangs|hanging|sees|see|loud|jams|jamming|affected)",
  '(issue|issues|problem|problems|error|errors|fault|symptom|alert|behaviour) [(is|was|are|has|have|does|do)] [(still|yet|not|been|again)] (persists|persisted|persisting|persist|remains|remained|remain|continues|continued|continue|exists|exist|reappeared|returned|recurred|recurs|recurring|ongoing|unresolved|unsolved|unfixed|open|back)',
  '(issue|problem|error|fault|incident|it|this) (is|was|has|remains) [(still|yet|been)] not [(been|yet|fully)] (resolved|fixed|solved|cured|sorted)',
  '(not|never) [(been|yet|fully)] (resolved|fixed|solved|cured|sorted)',
  "(did not|didn't|does not|doesn't|didnt|doesnt) (help|fix|solve|resolve|work)",
  '(not|nothing) (working|works) [yet]',
  "(could not|unable to|cannot|not able to|failed to|couldn't) [be] (fix|resolve|solve|repair|fixed|resolved|solved|repaired|reproduce|reproduced)",
  'no (solution|resolution|fix|improvement|idea|cure|luck|success|joy)',
  '(keeps|keep) [on] (disconnecting|dropping|crashing|freezing|failing|locking|prompting|asking|happening|coming|restarting|rebooting|hanging|flickering|disappearing|jamming|returning|popping|stopping)',
  '(same|identical) (issue|problem|error|fault|behaviour|thing) [(again|as|still|persists|is|occurs)]',
  'as (slow|bad|loud|before|broken) [as] before',
  '(happened|happens|happening|started|starts|stopped|stops|broke|failed|crashed|crashes|freezes|froze|dropped|drops|locked|down|gone|broken|disconnects) again',
  '(please|pls|plz|kindly|pleas) reopen',
  '(reopen|re open) (this|the|it|my)',
]);

/** What a user says who was left alone. */
const COMPLAINT = phraseSet([
  '(nobody|no one|noone) (came|has come|has been|was here|showed|turned|called|visited|comes|appeared|contacted|helped|did)',
  'why (is|was|has|did|are|do) ... (closed|resolved|close)',
  '(i|we) [(have|had)] [been] (asked|waiting|waited|reported|requested|called|written) ... (days|weeks|times|ago|ahead)',
]);

/** How a passage ends: with what works, or with what does not. Undefined: it tells of neither. */
function lastOutcome(passage: Passage): { readonly works: boolean; readonly found: Found } | undefined {
  const bad = lastOf(passage, BAD);
  const good = lastOf(passage, GOOD);
  if (bad === undefined) return good && { works: true, found: good };
  if (good !== undefined && spanOf(good).start > spanOf(bad).end && good.sentence !== bad.sentence)
    return { works: true, found: good };
  return isActedOn(bad) ? undefined : { works: false, found: bad };
}

/** "Swapped the cable, no luck. Swapped the dock." leaves open how it went. */
function isActedOn({ passage, sentence }: Found): boolean {
  for (const action of findActions([passage])) if (action.sentence.start > sentence.start) return true;
  return false;
}

function lastOf(passage: Passage, set: PhraseSet): Found | undefined {
  return findPhrases([passage], set, set === GOOD ? isStated : isTold).at(-1);
}

/**
 * What shows that the issue was left as it was: the user's last word on it, the close notes, or the newest work note that
 * tells how it went. Undefined: nothing does.
 */
export function findUnsolved(text: TicketText): Evidence | undefined {
  const notes = text.passages(CLOSE_NOTES);
  const closing = outcomeOf(notes);
  const user = userOutcome(text);
  if (user !== undefined && !user.works) {
    const isOutdated = user.isLast
      ? findUserConfirmation(notes, text.ticket) !== undefined && !user.isLate
      : closing?.works === true && !user.isLate;
    if (!isOutdated) return quoteClause(user.found);
  }
  const called = findPhrases(text.passages(WORK_NOTES).slice(0, 1), BAD, isTold).find(tellsOfUser);
  if (called !== undefined) return quoteClause(called);
  if (closing !== undefined) return closing.works ? undefined : quoteClause(closing.found);
  return user?.works ? undefined : notedFailure(text);
}

/** The newest work note that tells how it went tells of failure, and nothing was done after it. */
function notedFailure(text: TicketText): Evidence | undefined {
  for (const passage of text.passages(WORK_NOTES)) {
    const outcome = lastOutcome(passage);
    if (outcome !== undefined) return outcome.works ? undefined : quoteClause(outcome.found);
    if (findActions([passage]).next().done === false) return undefined;
  }
  return undefined;
}

/** The user's complaint about how the ticket was handled, where nothing good came after it. */
export function findComplaint(text: TicketText): Evidence | undefined {
  for (const passage of text.passages(COMMENTS)) {
    const entry = text.ticket.comments?.[passage.entry ?? -1];
    if (entry === undefined || !isByUser(entry, text.ticket)) continue;
    const complaint = findPhrase([passage], COMPLAINT, isAnything);
    if (complaint !== undefined) return quoteClause(complaint);
    if (lastOutcome(passage)?.works) return undefined;
  }
  return undefined;
}

const isAnything = () => true;

/** Whether the user said, by the close notes or in the last comment, that it works or that the ticket may be closed. */
export function isConfirmed(text: TicketText): boolean {
  const notes = text.passages(CLOSE_NOTES);
  return (
    userOutcome(text)?.works === true ||
    findUserConfirmation(notes, text.ticket) !== undefined ||
    findClosingConsent(notes, text.ticket) !== undefined
  );
}

/** Whether anybody said so. */
export function isToldToWork(text: TicketText): boolean {
  return isConfirmed(text) || findPhrase(text.passages(CLOSE_NOTES), SAID_TO_WORK, isStated) !== undefined;
}

/** The outcome of the first of these passages that tells one. */
function outcomeOf(passages: readonly Passage[]) {
  for (const passage of passages) {
    const outcome = lastOutcome(passage);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

const ISO = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/;
const BY_USER = phraseSet([
  '(user|caller|customer|he|she|they|employee) [(has|have)] (called|rang|wrote|replied|mailed|emailed|reported|reports|says|said|complained|came) [back]',
]);

/** "User called back: as slow as before" is news from the user, after the close notes were written. */
function tellsOfUser({ sentence }: Found): boolean {
  return sentence.analysis.spans(BY_USER).length > 0;
}

/** The newest comment of the user that tells how it went: did it come after the resolution, and did anybody answer? */
function userOutcome(text: TicketText) {
  const { ticket } = text;
  for (const passage of text.passages(COMMENTS)) {
    const entry = ticket.comments?.[passage.entry ?? -1];
    if (entry === undefined || !isByUser(entry, ticket)) continue;
    const outcome = lastOutcome(passage);
    if (outcome === undefined) continue;
    const newer = ticket.comments?.slice(0, passage.entry) ?? [];
    return {
      ...outcome,
      isLate: isAfterResolution(entry, ticket),
      isLast: newer.every((each) => isByUser(each, ticket)),
    };
  }
  return undefined;
}

/** Written by the caller, or by nobody who works on the ticket. */
function isByUser({ author }: JournalEntry, ticket: Ticket): boolean {
  if (author === undefined) return false;
  const name = foldLabel(author);
  const { caller, openedFor, assignedTo, resolvedBy, closedBy, workNotes = [] } = ticket;
  if ([caller, openedFor].some((person) => person !== undefined && foldLabel(person) === name)) return true;
  const staff = [assignedTo, resolvedBy, closedBy, ...workNotes.map((note) => note.author)];
  return (
    staff.some((person) => person !== undefined && person !== '') &&
    !staff.some((person) => person !== undefined && foldLabel(person) === name)
  );
}

/** Both times have to be written alike to be compared. */
function isAfterResolution({ at }: JournalEntry, { resolvedAt }: Ticket): boolean {
  const written = at?.instant ?? at?.text;
  const resolved = at?.instant === undefined ? resolvedAt?.text : resolvedAt?.instant;
  return (
    written !== undefined && resolved !== undefined && ISO.test(written) && ISO.test(resolved) && written > resolved
  );
}
