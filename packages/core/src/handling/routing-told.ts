import type { CompiledProfile } from '../profile/compile.ts';
import { type Found, findPhrases, quote } from '../text/find.ts';
import { isStated } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage, TicketText } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import type { Evidence } from '../verdict.ts';

const GROUP =
  '(team|group|queue|department|support|desk|L2|L3|level 2|level 3|second line|third line|2nd line|3rd line|tier 2|tier 3|resolver|specialists|specialist|engineering|operations|ops)';
const MOVED =
  '(routed|routing|rerouted|re routed|reassigned|reassigning|re assigned|assigned|assigning|transferred|transferring|escalated|escalating|forwarded|forwarding|handed|moved|moving|passed|passing|dispatched|dispatching|sending|sent)';

const ROUTED = phraseSet([
  `${MOVED} [over] [(it|this|the)] [(ticket|incident|case|issue|call)] to ... ${GROUP}`,
  `(ticket|incident|case|issue|call) [(was|is|has been)] ${MOVED} [over] to`,
  `${MOVED} [(the|this)] (ticket|incident|case|issue|call) [over] to`,
]);
/** Handing over to a person is no routing. */
const TO_PERSON = phraseSet([
  `${MOVED} [over] [(it|this|the)] ... to [(the|his|her)] (user|caller|customer|employee|colleague|manager|vendor|him|her|them|office)`,
]);
/** A statement that the ticket was given to another group. */
export function findRouting(passages: readonly Passage[]): Found | undefined {
  return findPhrases(passages, ROUTED, isStated).find(
    ({ sentence }) => sentence.analysis.spans(TO_PERSON).length === 0,
  );
}

/** Words of a group's name that any sentence may hold. */
const COMMON = new Set(
  'service desk support team group it the and of for global local operations level line first second'.split(' '),
);
const WORK_NOTES = ['workNotes'];

/** A work note that gives the ticket to the group that has it now. */
export interface RoutingNote {
  readonly evidence: Evidence;
  /** The work notes tell of nothing else. */
  readonly isAll: boolean;
}

/** The work note that routed the ticket, told by a verb ("routed to …") or by the group's name alone ("To Deskside Oslo"). */
export function findRoutingNote(text: TicketText, profile: CompiledProfile): RoutingNote | undefined {
  const group = wordsOf(profile.nameOf(text.ticket.assignmentGroup ?? '')).folded.filter((word) => !COMMON.has(word));
  const sentences = text
    .passages(WORK_NOTES)
    .flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })));
  const routing = sentences.filter(({ sentence }) => routes(sentence, group));
  const [first] = routing;
  return first && { evidence: quote(first.passage, first.sentence), isAll: routing.length === sentences.length };
}

function routes({ analysis }: Sentence, group: readonly string[]): boolean {
  if (analysis.spans(ROUTED).length > 0) return analysis.spans(TO_PERSON).length === 0;
  const { folded } = analysis.words;
  const to = folded.indexOf('to');
  return to >= 0 && folded.slice(to + 1).some((word) => group.includes(word));
}
