import { quoteClause } from '../process/quote-clause.ts';
import { type Found, findPhrase, findPhrases, quoteField } from '../text/find.ts';
import { isTold } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Confidence, Evidence } from '../verdict.ts';

/** A ticket that went to a group that could not use it, or that needed no other group, and what shows it. */
export interface Misrouting {
  readonly evidence: Evidence;
  readonly rationale: string;
  readonly confidence: Confidence;
}

const WORK_NOTES = ['workNotes'];
const NOTES = ['workNotes', 'comments', 'closeNotes'];
/** From so many on, a ticket has wandered. */
const MANY_REASSIGNMENTS = 3;

const DESK =
  '(service desk|servicedesk|helpdesk|help desk|SD|onsite|on site|deskside|field support|L1|level 1|tier 1|first line|1st line|first level|frontline)';
/** Those who could have done it at the first contact. */
const FIRST_LINE =
  '(service desk|servicedesk|helpdesk|help desk|SD|L1|level 1|tier 1|first line|1st line|first level|frontline)';
const MOVED =
  '(returned|returning|return|sending|sent|send|reassigned|reassigning|routed|routing|assigned|assigning|bounced|bouncing|pushed|moved|moving|passed|passing|transferred|transferring|kicked|rejected|rejecting|handed)';
const ROUTED = '(routed|assigned|sent|escalated|transferred|raised|forwarded|reassigned|passed)';

const WRONG_GROUP = phraseSet([
  '(wrong|incorrect) [(resolver|support|assignment)] (queue|group|team|assignment|desk|department|resolver)',
  `(incorrectly|wrongly|mistakenly|erroneously) ${ROUTED}`,
  `${ROUTED} ... (by mistake|in error|incorrectly|wrongly|mistakenly)`,
  '(misrouted|misassigned|mis routed|mis assigned|misdirected)',
  `${MOVED} [(it|this|the)] [(ticket|incident|case|call)] back to ${DESK}`,
  `${MOVED} [(it|this|the)] [(ticket|incident|case|call)] back to [(the|your|their|previous|original)] (queue|group|team|sender)`,
  '(ticket|incident|case) [(was|has been|is)] (bounced|bouncing|returned|rejected)',
  '(not|nothing) [(a|an|in|within|under|part of|for|with)] (our|ours|us) [(scope|area|responsibility|queue|team|group|remit|job|business|topic|system)]',
  '(not|never) (belong|belongs) to [(us|our|this|the)]',
  '(outside|out of) (our|my) (scope|remit|responsibility|area)',
  'out of scope for (us|our team|our group|this team|this group)',
  "(we|team|group) (do not|don't|does not|doesn't|cannot|are not) (support|handle|manage|own|cover|maintain|look after|responsible)",
  `(returned|returning|return|bounced|bouncing|rejected) [(it|this|the)] [(ticket|incident|case)] to ${DESK}`,
  "(does not|doesn't|do not|don't|not) (fall|falls|falling) (under|within|into)",
  '(please|kindly|pls) (assign|reassign|route|reroute|redirect) [(this|it|the)] [(ticket|incident|case)] to',
  '(please|kindly|pls) (assign|reassign|route|reroute|redirect|forward|send) ... (correct|right|appropriate|proper|relevant) (team|group|queue)',
]);
/** "Back to Service Desk", as a note of its own: a laptop may come back to the service desk as well. */
const BACK = phraseSet([`back to [(the|your|IT|global|local)] ${DESK}`]);
/** Asked by those who got it. */
const WONDERED = phraseSet([
  'why (was|is|has|did) (this|it|the ticket|the incident) [been] (assigned|routed|sent|escalated|with us|come to us)',
  'why us',
]);
const NOT_NEEDED = phraseSet([
  `(should|could|can|must) [have] [been] (resolved|solved|handled|fixed|done|closed|completed) ... ${FIRST_LINE}`,
  `(should|could|can|must) [have] [been] (resolved|solved|handled|fixed|done|closed|completed) ... (first contact|first call|the call|the phone)`,
  `${FIRST_LINE} (should|could|can) [have] (resolved|resolve|solved|solve|handled|handle|done|do|fixed|fix|performed|perform|reset|unlocked|unlock)`,
  `(is|was) [a] [(simple|standard|basic|typical)] ${FIRST_LINE} (task|job|topic|matter|issue|request)`,
  `${FIRST_LINE} (has|have) ... (access|rights|permission|permissions|tools|article)`,
  '(basic|initial|standard|first) (checks|check|steps|troubleshooting|information|details) [(is|are|was|were)] (missing|not done|incomplete|not performed)',
  `(no|without) [any] (need|reason) (to|for) [(the|an|any)] (route|routing|escalate|escalation|reassign|reassignment|ticket)`,
  `${ROUTED} without [(any|basic|prior|initial|proper|further|doing|even)] [(any|basic|initial|prior)] (troubleshooting|checks|checking|check|analysis|investigation|need|reason|information|details|triage)`,
  `(no|missing|lacks|lacking) [(any|basic|initial|first level|L1|prior|proper)] (troubleshooting|triage) [(was|has been|is)] [(done|performed|documented|provided|made)]`,
  '(unnecessary|unnecessarily|needless|needlessly|premature|prematurely) [(routed|escalated|reassigned|transferred|routing|escalation|reassignment)]',
  `(within|in) [the] [(scope|remit)] [of] [the] ${FIRST_LINE} (scope|remit|responsibility)`,
  '(first contact resolution|FCR|first call resolution) (missed|possible|was possible|not achieved)',
]);

/** Did the ticket go wrong ways? By the words of those who got it, else by how often it changed hands. */
export function findMisrouting(text: TicketText): Misrouting | undefined {
  const { reassignmentCount = '' } = text.ticket;
  const reassigned = /^\s{0,4}\d{1,4}\s{0,4}$/.test(reassignmentCount) ? Number(reassignmentCount) : undefined;
  if (reassigned === 0) return undefined;
  const passages = text.passages(NOTES);
  const wrong =
    findPhrases(passages, WRONG_GROUP, isTold).at(-1) ??
    findPhrases(passages, BACK, isTold).find(beginsClause) ??
    findPhrase(text.passages(WORK_NOTES), WONDERED, isAnything);
  if (wrong !== undefined)
    return misrouting(quoteClause(wrong), 'The ticket went to a group that was not the right one.', 'medium');
  const needless = findPhrase(passages, NOT_NEEDED, isTold);
  if (needless !== undefined) return misrouting(quoteClause(needless), 'The ticket was routed without need.', 'medium');
  if (reassigned === undefined || reassigned < MANY_REASSIGNMENTS) return undefined;
  return misrouting(
    quoteField('reassignmentCount', reassignmentCount),
    `The ticket was reassigned ${reassigned} times.`,
    'low',
  );
}

function misrouting(evidence: Evidence, rationale: string, confidence: Confidence): Misrouting {
  return { evidence, rationale, confidence };
}

function beginsClause({ sentence: { analysis }, words }: Found): boolean {
  return words.from === 0 || analysis.clauses[words.from - 1] !== analysis.clauses[words.from];
}

const isAnything = () => true;
