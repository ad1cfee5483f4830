import type { Ticket } from '@tqrs/parser';
import { evidenceOf, findPhrases, quoteField } from '../text/find.ts';
import { isStated } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { countIn } from './count.ts';
import type { Reassignment } from './types.ts';

const JOURNALS = ['workNotes', 'comments'] as const;

const BOUNCED = phraseSet([
  '(wrong|incorrect) (queue|group|team|assignment group|assignment|resolver group|department|support group)',
  '(wrongly|incorrectly|mistakenly|erroneously) (assigned|routed|reassigned|sent|transferred|raised|escalated)',
  '(misrouted|mis routed|misassigned|mis assigned|bounced|ping ponged)',
  '(assigned|routed|sent|reassigned|transferred|escalated) [(this|it|ticket|the ticket)] [to us] (in error|by mistake|incorrectly|wrongly)',
  '(reassigning|reassigned|assigning|assigned|routing|routed|returning|returned|sending|sent|moving|moved|transferring|transferred|passing|passed|pushing|pushed) [(it|this|ticket|the ticket|the incident|incident)] back',
  '(reassigning|assigning|returning|sending|moving|transferring|passing) back',
  '(returned|returning|rejected) [(it|this|the ticket|ticket)] (to|by) [(the|our)] (service desk|servicedesk|sd|helpdesk|help desk|queue|group|team|l1|l2|first line|originating)',
  '(ticket|incident|it) (came|comes|was sent|was returned|has come|got) back (to|from) [(the|our)] (us|service desk|sd|helpdesk|l1|l2)',
  '(ticket|incident|it) (came|comes|was sent|was returned|has come|got) back (to|from) ... (queue|team|group)',
]);
/** Denials that tell the same: "this does not belong to us". */
const NOT_OURS = phraseSet([
  "(not|isn't|isnt|doesn't|doesnt|don't|dont) [(a|an|for|the)] (our|ours|us|belong to us|belong to our|supported by us|handled by us|support this|handle this|my team's|network team's) [(area|team|queue|scope|group|responsibility|remit|issue)]",
  'not (for|with|within) (our|this) (team|group|queue|area|scope)',
  "out of (our|this team's) (scope|area|remit)",
  "(not|doesn't|does not|isn't) [(belong|belongs)] (to|in) (our|us|this) [(queue|team|group|area)]",
]);
const isSaid = ({ conditional, question }: { conditional: boolean; question: boolean }) => !(conditional || question);

/**
 * How often the ticket was passed on, and which entries tell that it came back. Undefined where neither the count nor a
 * journal was exported.
 */
export function reassignmentOf(text: TicketText): Reassignment | undefined {
  const { ticket } = text;
  const count = countIn(ticket.reassignmentCount);
  if (count === undefined && ticket.workNotes === undefined && ticket.comments === undefined) return undefined;
  const bounced = bouncedIn(text);
  return { count, bounced, evidence: [...countEvidence(ticket, count), ...bounced] };
}

function bouncedIn(text: TicketText): Evidence[] {
  return text.passages(JOURNALS).flatMap((passage) => {
    const found = findPhrases([passage], BOUNCED, isStated)[0] ?? findPhrases([passage], NOT_OURS, isSaid)[0];
    return found === undefined ? [] : [evidenceOf(found)];
  });
}

function countEvidence({ reassignmentCount }: Ticket, count: number | undefined): Evidence[] {
  return count === undefined || reassignmentCount === undefined
    ? []
    : [quoteField('reassignmentCount', reassignmentCount)];
}
