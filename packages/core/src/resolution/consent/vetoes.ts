import type { Found } from '../../text/find.ts';
import { NEGATION } from '../../text/modality.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import { ON_CONDITION, OTHER_THING, WITHHELD } from './wording.ts';

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

/** "Please close the child ticket too": not the one at hand. */
export function isOther({ sentence, words: { to } }: Found): boolean {
  return sentence.analysis.words.folded.slice(to, to + 3).some((word) => OTHER_TICKETS.has(word));
}

/** Neither denied, asked, supposed nor to come. A wish to close is agreement. */
export function isGiven({ sentence, words: { from, to } }: Found): boolean {
  const { analysis } = sentence;
  const { clauses, words } = analysis;
  if (analysis.isQuestion || analysis.spans(OTHER_THING).length > 0 || isConditional(analysis)) return false;
  if (isHeldBack(analysis, from, to)) return false;
  const lead = words.folded.slice(Math.max(0, from - 4), from);
  if (lead.some((word, at) => SUPPOSES.has(word) && clauses[Math.max(0, from - 4) + at] === clauses[from]))
    return false;
  if (words.folded.slice(from, to).some((word) => SUPPOSES.has(word))) return false;
  return !isDenied(sentence, from, to);
}

/** "If she sees them the ticket may be closed", "close it when it works"; but "closed when asked". */
function isConditional(analysis: Sentence['analysis']): boolean {
  if (/^(?:if|once|unless|when)$/.test(analysis.words.folded[0] ?? '')) return true;
  return analysis
    .spans(ON_CONDITION)
    .some(
      ({ to }) =>
        !/^(?:asked|requested|needed|he|she|required)$/.test(analysis.words.folded[to] ?? '') ||
        analysis.words.folded[to - 1] === 'if',
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

/** A denial stands inside, or close before with no other subject between. */
function isDenied({ analysis }: Found['sentence'], from: number, to: number): boolean {
  const { clauses, words } = analysis;
  return analysis.spans(NEGATION).some((cue) => {
    if (cue.from > from && cue.from < to) return words.folded[from] !== 'no';
    if (cue.from >= from || from - cue.to > 4 || clauses[cue.from] !== clauses[from]) return false;
    return !words.folded.slice(cue.to, from).some((word) => /^(?:he|she|they|user|caller|and|anymore)$/.test(word));
  });
}
