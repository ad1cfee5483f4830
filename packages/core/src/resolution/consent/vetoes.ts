import type { Found } from '../../text/find.ts';
import { NEGATION } from '../../text/modality-cues.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import { DETERMINERS } from '../action-words.ts';
import { ON_CONDITION, OTHER_THING, PENDING, WITHHELD } from './wording.ts';

const OTHER_TICKETS = new Set(['child', 'related', 'other', 'parent', 'duplicate', 'all', 'old', 'linked']);
const SUPPOSES = new Set([
  'if',
  'whether',
  'once',
  'until',
  'unless',
  'when',
  'will',
  'shall',
  "we'll",
  "i'll",
  'tomorrow',
  'later',
]);

/** Closing, in whatever form. */
export const CLOSES = /^(?:clos(?:e|ed|es|ing|ure)|cls|closd|shut|cancel(?:l?ed)?|withdr(?:ew|awn|aws?))$/;
/** What a desk calls a ticket; misspelt as well. */
const IS_TICKET =
  /^(?:t[iy]?c?ke?ts?|tikcet|tciket|inc|incid.*|cases?|calls?|requests?|ritm|sr|job|task|query|enquiry|inquiry|issue|concern|matter|complaint|chat|thread|record|alert|one|same|this|that|these)$|\d/;
const LONGEST_OBJECT = 4;
/** How far before or behind a consent its circumstances are looked for, in words. */
const REACH = 12;

/** "Please close the child ticket too": not the one at hand. */
export function isOther({ sentence, words: { to } }: Found): boolean {
  return sentence.analysis.words.folded.slice(to, to + 3).some((word) => OTHER_TICKETS.has(word));
}

/** Neither denied, asked, supposed nor to come. A wish to close is agreement. */
export function isGiven(found: Found): boolean {
  return !found.sentence.analysis.isQuestion && isUnconditional(found);
}

/** The same of a sentence that may be a question: neither denied, supposed nor to come. */
export function isUnconditional({ sentence, words: { from, to } }: Found): boolean {
  const { analysis } = sentence;
  const { clauses, words } = analysis;
  if (analysis.spans(OTHER_THING).length > 0 || isConditional(analysis)) return false;
  if (isHeldBack(analysis, from, to) || isPending(analysis, from) || closesOtherThing(analysis, from, to)) return false;
  const lead = words.folded.slice(Math.max(0, from - 4), from);
  if (lead.some((word, at) => SUPPOSES.has(word) && clauses[Math.max(0, from - 4) + at] === clauses[from]))
    return false;
  if (words.folded.slice(from, to).some((word) => SUPPOSES.has(word))) return false;
  return !isDenied(sentence, from, to);
}

/** "If she sees them the ticket may be closed", "close it when it works"; but "closed when asked". */
function isConditional(analysis: Sentence['analysis']): boolean {
  const { folded } = analysis.words;
  if (/^(?:if|once|unless|when|provided|assuming|should)$/.test(folded[0] ?? '') || folded[1] === 'soon') return true;
  return analysis
    .spans(ON_CONDITION)
    .some(
      ({ to }) => !/^(?:asked|requested|needed|he|she|required)$/.test(folded[to] ?? '') || folded[to - 1] === 'if',
    );
}

/** The user would rather have it open, or agrees only later. */
function isHeldBack(analysis: Sentence['analysis'], first: number, behind: number): boolean {
  return analysis.spans(WITHHELD).some(({ from, to }) => {
    if (from >= behind + 1 || analysis.clauses[from] !== analysis.clauses[first]) return false;
    const lead = analysis.words.folded.slice(Math.max(0, from - 5), to);
    return (
      !lead.some((word) => /^(?:no|not|need|don't|doesn't|nothing|didn't|without)$/.test(word)) ||
      /^(?:not|isn't)$/.test(analysis.words.folded[from] ?? '')
    );
  });
}

/** "Following up on the consent to close": in the clause of the consent, before it. */
function isPending(analysis: Sentence['analysis'], first: number): boolean {
  const { clauses, words } = analysis;
  return analysis
    .spans(PENDING)
    .some(
      ({ from, to }) =>
        from <= first &&
        first - to <= REACH &&
        clauses[from] === clauses[first] &&
        !words.folded.slice(to, first).includes('and'),
    );
}

/** "asked to close the old requisition": what is closed is another thing, and no ticket beside it. */
export function closesOtherThing(analysis: Sentence['analysis'], from: number, to: number): boolean {
  const { folded } = analysis.words;
  const objects = folded
    .slice(from, to + REACH)
    .flatMap((word, at) => (CLOSES.test(word) ? [{ at: from + at, object: objectOf(analysis, from + at) }] : []));
  const isTicket = (words: readonly string[]) => words.some((word) => IS_TICKET.test(word));
  return (
    objects.some(({ at, object }) => at < to && object.length > 0 && !isTicket(object)) &&
    !objects.some(({ object }) => isTicket(object))
  );
}

/** The words behind the article of what is closed; none where there is no article. */
function objectOf({ clauses, words: { folded } }: Sentence['analysis'], verb: number): string[] {
  const article = /^(?:of|out|off|down)$/.test(folded[verb + 1] ?? '') ? verb + 2 : verb + 1;
  if (!DETERMINERS.has(folded[article] ?? '') || IS_TICKET.test(folded[article] ?? '')) return [];
  const first = article + 1;
  return folded.slice(first, first + LONGEST_OBJECT).filter((_, place) => clauses[first + place] === clauses[verb]);
}

/** A denial stands inside, or close before with no other subject between. */
function isDenied({ analysis }: Found['sentence'], from: number, to: number): boolean {
  const { clauses, words } = analysis;
  return analysis.spans(NEGATION).some((cue) => {
    if (cue.from > from && cue.from < to) return words.folded[from] !== 'no';
    if (cue.from >= from || from - cue.to > 4 || clauses[cue.from] !== clauses[from]) return false;
    return !words.folded.slice(cue.to, from).some((word) => /^(?:he|she|they|user|caller|and|anymore)$/.test(word));
  });
}
