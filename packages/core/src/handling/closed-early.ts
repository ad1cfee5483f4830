import { quoteClause } from '../process/quote-clause.ts';
import { countUnansweredAttempts, ENOUGH_ATTEMPTS } from '../resolution/contact-attempts.ts';
import { type Found, findPhrases, quoteField } from '../text/find.ts';
import { isStated, isTold } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Passage, TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { findUnreached } from './find-unreached.ts';
import { findComplaint, findUnsolved, isConfirmed, isToldToWork } from './outcome.ts';

/** A ticket that was closed while something was still to come, and the words that show it. */
export interface ClosedEarly {
  readonly kind:
    | 'unsolved'
    | 'complaint'
    | 'reopened'
    | 'against-user'
    | 'promised'
    | 'awaited'
    | 'for-now'
    | 'unanswered';
  readonly evidence: Evidence;
  readonly rationale: string;
}

const CLOSE_NOTES = ['closeNotes'];
const WORK_NOTES = ['workNotes'];
const NOTES = [...CLOSE_NOTES, ...WORK_NOTES];
/** One reopening may have many reasons. */
const MANY_REOPENINGS = 2;

const WORK =
  '(check|recheck|look|follow|try|contact|call|ring|update|fix|investigate|continue|work|monitor|observe|visit|come|go|replace|order|arrange|test|confirm|get|send|deliver|install|schedule|retry|review|escalate|raise|inform|finish|complete|resolve|repair|swap|exchange|bring|collect|reimage|rebuild|patch|revisit|return|verify|validate|proceed|analyse|analyze|discuss)';

/** Work that the desk still means to do. Who is to do it stands before: see {@link isByUser}. */
const PROMISED = phraseSet([
  `(will|shall|gonna) [(then|also|further|again|now|still|be)] ${WORK}`,
  `(going|plan|planning|planned|need|needs|have|has|want|remains) to [(be)] ${WORK}`,
]);
/** Work that somebody means to do, whoever. */
const TO_BE_DONE = phraseSet([
  '(will|shall|to|should) be [(then|also|soon|still)] (deployed|released|provided|implemented|continued|rolled|delivered|replaced|done|fixed|installed|checked|ordered|repaired|shipped|sent|tested|swapped|exchanged|visited|collected|updated|patched|investigated|monitored|completed|finished)',
]);
const PENDING = phraseSet([
  '(waiting|awaiting|awaits) [(for|on)] ... (fix|patch|hotfix|user|caller|reply|response|feedback|confirmation|answer|vendor|part|parts|delivery|approval|supplier|stock|replacement|manager|callback|update|spare)',
  '(pending|outstanding) [(with|from|for|on)] [(the|a|their|his|her|user)] (user|caller|reply|response|feedback|confirmation|answer|vendor|part|parts|delivery|approval|supplier|stock|replacement|manager|testing|test)',
  '(user|caller|customer|client|he|she) to (provide|send|share|revert|reply|respond|bring|supply)',
  '(under|ongoing) (investigation|observation|analysis)',
  '(work|investigation|installation|repair|update|migration|rollout) [is] [still] (in progress|ongoing|underway|running|not finished|not complete|incomplete)',
  '(we|i|team|vendor|support|Microsoft|they|supplier) (are|is|am) [(still|currently|now)] (investigating|looking into|working on|analysing|analyzing|checking)',
  '(still|currently) (investigating|looking into|analysing|analyzing)',
  '(replacement|part|parts|device|phone|laptop|iPhone|monitor|battery|keyboard|screen|spare|one|unit|toner|cable) [(has been|was|is|were|are)] ordered',
  '(ordered|order placed|shipped|dispatched) ... (delivery|deliver|arrive|arrives|arriving|due|expected)',
  '(visit|appointment|callback|call back|session|technician|engineer|installation|replacement) [(is|was|has been)] (scheduled|planned|booked|arranged|agreed|due) (for|on|tomorrow|next|at)',
]);
/** Said when a ticket is closed for the sake of closing it. */
const FOR_NOW = phraseSet([
  '(closing|closed|close|resolving|resolved) [(it|this|the)] [(ticket|incident|case|call|one)] (for now|in the meantime|meanwhile|anyway|anyhow|regardless|temporarily|for the time being)',
  '(closing|closed|close|resolving|resolved) ... SLA',
  '(end|over) of [(my|the|our)] shift',
  '(can|may|should|could|must) (open|raise|log|create) [(their|his|her|its|an|a)] [(own|new|another|separate)] (ticket|one|own|incident|case)',
  "(can't|cannot|could not|couldn't|unable to|not able to) (test|check|verify|confirm|try) [(it|this)] [(now|yet|today|right now|at the moment)]",
  '(not|never) [(yet|been)] (tested|checked|verified|delivered|installed|replaced|visited)',
]);

/** The user wanted it open. */
const AGAINST_USER = phraseSet([
  '(not|never|refused to|declined to|disagreed) (agree|agreed|consent|consented|want|wanted|happy|fine|ok) ... (close|closing|closure|closed)',
  "(didn't|doesn't|don't|wouldn't) (agree|consent|want) ... (close|closing|closure|closed)",
  '(rather|prefers|preferred|prefer|asked|asks|wants|wanted|requested|please) [(to|us|me)] (have|keep|leave|kept|left) [(it|this|the|that)] [(ticket|incident|case|one)] open',
  'disagreed with [the] (closing|closure)',
]);

/** Of a resolved ticket: was it closed before the work was done, or without the user's answer? */
export function findClosedEarly(text: TicketText): ClosedEarly | undefined {
  const confirmed = isConfirmed(text);
  const against = first(text.passages(confirmed ? CLOSE_NOTES : NOTES), AGAINST_USER, isSupposedNowhere);
  if (against !== undefined) return early('against-user', against, 'The ticket was closed against the user’s word.');
  const givenUp = countUnansweredAttempts(text, CLOSE_NOTES) >= ENOUGH_ATTEMPTS;
  const unsolved = givenUp ? undefined : findUnsolved(text);
  if (unsolved !== undefined)
    return { kind: 'unsolved', evidence: unsolved, rationale: 'The ticket was closed, and the issue was not solved.' };
  const complaint = findComplaint(text);
  if (complaint !== undefined)
    return {
      kind: 'complaint',
      evidence: complaint,
      rationale: 'The user complains that nothing was done, or too late.',
    };
  const reopened = findReopening(text.ticket);
  if (reopened !== undefined) return reopened;
  if (confirmed) return undefined;
  const last = lastWords(text);
  return (
    (isToldToWork(text) ? undefined : findLooseEnd(last, givenUp)) ?? (givenUp ? undefined : findSilence(text, last))
  );
}

/** Something that was promised or awaited when the ticket was closed. */
function findLooseEnd(last: readonly Passage[], givenUp: boolean): ClosedEarly | undefined {
  const promised =
    first(last, PROMISED, (found) => isSupposedNowhere(found) && !isByUser(found)) ??
    first(last, TO_BE_DONE, isSupposedNowhere);
  if (promised !== undefined)
    return early('promised', promised, 'The ticket was closed while work was still promised.');
  if (givenUp) return undefined;
  const awaited = first(last, PENDING, (found) => isSupposedNowhere(found) && !isOvertaken(found));
  if (awaited !== undefined)
    return early('awaited', awaited, 'The ticket was closed while something was still awaited.');
  const forNow = first(last, FOR_NOW, isAnything);
  return forNow && early('for-now', forNow, 'The ticket was closed before anybody knew that it was solved.');
}

/** The user was asked or called, did not answer, and was not asked often enough. */
function findSilence(text: TicketText, last: readonly Passage[]): ClosedEarly | undefined {
  const unreached = [CLOSE_NOTES, WORK_NOTES]
    .map((fields) => findUnreached(text, fields))
    .find((found) => found !== undefined && last.includes(found.passage));
  return (
    unreached &&
    early(
      'unanswered',
      unreached,
      'The ticket was closed although the user had not answered, after fewer than three documented attempts.',
    )
  );
}

function early(kind: ClosedEarly['kind'], found: Found, rationale: string): ClosedEarly {
  return { kind, evidence: quoteClause(found), rationale };
}

/** Reopened more than once: closed early at least once. */
function findReopening({ reopenCount = '' }: TicketText['ticket']): ClosedEarly | undefined {
  if (!/^\s{0,4}\d{1,4}\s{0,4}$/.test(reopenCount) || Number(reopenCount) < MANY_REOPENINGS) return undefined;
  return {
    kind: 'reopened',
    evidence: quoteField('reopenCount', reopenCount),
    rationale: `The ticket had to be reopened ${Number(reopenCount)} times.`,
  };
}

/** The close notes, and the newest work note: what was said when the ticket was closed. */
function lastWords(text: TicketText): readonly Passage[] {
  return [...text.passages(CLOSE_NOTES), ...text.passages(WORK_NOTES).slice(0, 1)];
}

function first(
  passages: readonly Passage[],
  set: ReturnType<typeof phraseSet>,
  accepts: (found: Found) => boolean,
): Found | undefined {
  return findPhrases(passages, set, isTold).find(accepts);
}

const isAnything = () => true;

const CONDITION = phraseSet(['if', 'in case', 'should', 'unless', 'when required', 'as required', 'any further']);

/** "Will call back if it comes again" is advice. */
function isSupposedNowhere({ sentence }: Found): boolean {
  return sentence.analysis.spans(CONDITION).length === 0;
}

const ARRIVED = phraseSet([
  '(installed|fitted|handed|arrived|received|delivered|replaced|swapped|tested|answered|replied|called|confirmed)',
]);

/** "Battery ordered; fitted it on Monday." */
function isOvertaken({ passage, sentence, words }: Found): boolean {
  return findPhrases([passage], ARRIVED, isStated).some((later) =>
    later.sentence === sentence ? later.words.from >= words.to : later.sentence.start > sentence.start,
  );
}

/** Who speaks of the desk, before a verb. */
const DESK = new Set(
  'i we team desk it technician engineer and then vendor colleague colleagues support helpdesk agent which that onsite l1 l2 l3 supplier hr facilities part parts device phone laptop replacement ticket issue'.split(
    ' ',
  ),
);

/** "User will test tomorrow": what somebody else than the desk means to do is nothing that the desk has promised. */
function isByUser({ sentence: { analysis }, words }: Found): boolean {
  const before = analysis.words.folded[words.from - 1];
  if (before === undefined || analysis.clauses[words.from - 1] !== analysis.clauses[words.from]) return false;
  return !DESK.has(before);
}
