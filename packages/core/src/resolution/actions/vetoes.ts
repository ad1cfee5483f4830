import type { WordSpan } from '../../text/lexicon.ts';
import { REQUEST } from '../../text/modality-cues.ts';
import { phraseSet } from '../../text/phrases.ts';
import { USER_WORDS } from '../action-words.ts';
import { isAboutTheFault } from '../labelled-lines.ts';
import { verbForm } from '../verbs.ts';
import type { ActionSentence } from './action-sentence.ts';
import { TRIES } from './cues.ts';
import { isFoundSo } from './found-so.ts';
import { isKeepingTrack } from './keeping-track.ts';

const WHO = '(user|usr|caller|customer|client|requester|he|she|they)';
/** What follows in the clause was told, supposed or found, not done. */
const ONLY_TOLD = phraseSet([
  `${WHO} [(has|had|is|was)] (report|reports|reported|reporting|says|said|states|stated|mentioned|complained|complains|claims|claimed|informed|explained|called|wrote|contacted|raised|wants|wanted|thinks|thought)`,
  '(verified|confirmed|saw) that [the] (user|caller|customer|client|he|she|they)',
  '(found|noticed|observed|identified|realised|realized|discovered|noted|saw) [(that|the)]',
  '(due to|because|caused by|cause was|reason was|reason is|since|cause)',
  '(seems|looks like|appears|apparently|maybe|probably|presumably|assume|assuming|possibly|perhaps)',
  '(asked|called|calling|asking|enquired|inquired) (about|for|regarding)',
  'before',
]);
/** Words of a finding in title case, where no mark tells its end. */
const LONGEST_TOLD = 3;
/** A clause that begins so tells since when something does not work, where it does not. */
const SINCE = phraseSet(['(after|when|as|since|because|ever since)']);
const TROUBLE = phraseSet([
  "(cannot|can't|cant|unable|still|fails|failing|crashes|crashing|stopped|stops|not able|couldn't|could not|not working|no longer|keeps|error|errors)",
]);
/** "changed his phone and hence": what precedes is the cause. */
const HENCE = phraseSet([
  '(hence|therefore|so|due to which|because of which|because of this|since then) ... (not|no|cannot|unable|error|fails|failed|stopped|locked)',
]);

/** What the word tells was denied, supposed, planned, asked for, only reported, or was the fault itself. */
export function isVetoed(s: ActionSentence, span: WordSpan): boolean {
  const { analysis } = s.sentence;
  const modality = analysis.modality(span);
  if (modality.negated && !mendsFailed(s, span.from)) return true;
  if (modality.conditional && !isOnceDone(s, span.from)) return true;
  if (modality.future && s.word(span.from - 2) !== 'had') return true;
  if (isLongAgo(s) || isOnceItIs(s, span.from)) return true;
  if (isByDevice(s, span.from) || isInPath(s, span.from) || isOrdered(s, span.from) || isToBeHad(s, span.from))
    return true;
  if (isAskedFor(s, span.from) || isKeepingTrack(s, span.from) || isFoundSo(s, span.from)) return true;
  const clause = s.clauses[span.from];
  const isTold = analysis
    .spans(ONLY_TOLD)
    .some(
      (cue) =>
        cue.from < span.from &&
        cue.to <= span.from &&
        s.clauses[cue.from] === clause &&
        (!analysis.isInTitleCase || span.from - cue.to <= LONGEST_TOLD) &&
        !s.staffBetween(cue.to, span.from),
    );
  if (isTold && !isByStaff(s, span.from)) return true;
  if (
    analysis.spans(SINCE).some((cue) => cue.from < span.from && s.clauses[cue.from] === clause) &&
    s.comesLater(span.from, TROUBLE)
  )
    return true;
  if (USER_WORDS.has(s.word(s.before(span.from))) && s.comesLater(span.from, HENCE)) return true;
  return isAboutTheFault(s.passage, s.sentence.start + analysis.textSpan(span).start);
}

/** "please", "user requested": cues that reach here unless "and" or staff stand between, or "as" before them. */
function isAskedFor(s: ActionSentence, at: number): boolean {
  return s.sentence.analysis.spans(REQUEST).some((cue) => {
    if (cue.from >= at || at - cue.to > 6 || s.clauses[cue.from] !== s.clauses[at]) return false;
    const between = s.words.slice(cue.to, at);
    if (between.includes('and') || s.staffBetween(cue.to, at)) return false;
    if (isAdjective(s, cue) || (/^(?:help|assist)/.test(s.word(cue.from)) && TRIES.has(s.word(cue.from)))) return false;
    if (verbForm(s.word(at)) === 'gerund' && s.word(cue.from).startsWith('tri')) return false;
    return !s.words.slice(Math.max(0, cue.from - 3), cue.from).some((word) => /^(?:as|per|upon|on|by)$/.test(word));
  });
}

/** "Requested software installed": nobody asks. */
function isAdjective(s: ActionSentence, { from, to }: WordSpan): boolean {
  return from === 0 && s.word(0) === 'requested' && !/^(?:to|for|that|the|a|an)$/.test(s.word(to)) && !s.namesUser(to);
}

/** "It was replaced a month back" */
function isLongAgo({ words }: ActionSentence): boolean {
  return words.some((word, at) => /^(?:months?|years?)$/.test(word) && /^(?:ago|back)$/.test(words[at + 1] ?? ''));
}

/** "can be tested again when the code is updated" */
function isOnceItIs(s: ActionSentence, at: number): boolean {
  return (
    /^(?:is|are)$/.test(s.word(s.before(at))) &&
    s.words.some((word, cue) => cue < at && s.clauses[cue] === s.clauses[at] && /^(?:when|until|unless)$/.test(word))
  );
}

/** "goes to HR to get the account created" */
function isToBeHad(s: ActionSentence, at: number): boolean {
  const to = s.words.lastIndexOf('to', at);
  return to >= 0 && at - to <= 6 && /^(?:get|have)$/.test(s.word(to + 1)) && s.clauses[to] === s.clauses[at];
}

/** "found the screen replaced by the vendor" */
function isByStaff(s: ActionSentence, at: number): boolean {
  return s.word(at + 1) === 'by' && s.staffBetween(at + 2, at + 5);
}

/** A word of a file path or an address: `\\\\server\\fixes\\Updated form.docx`. */
function isInPath({ sentence: { analysis } }: ActionSentence, at: number): boolean {
  const { text, words } = analysis;
  const start = words.starts[at] ?? 0;
  const share = text.indexOf('\\\\');
  if (share >= 0 && share < start) return true;
  const token = text.slice(text.lastIndexOf(' ', start) + 1, words.ends[at]);
  return token.includes('://');
}

/** "Sent from my iPhone" */
function isByDevice(s: ActionSentence, at: number): boolean {
  return s.word(at) === 'sent' && s.word(at + 1) === 'from' && s.word(at + 2) === 'my';
}

/** "Please check with the web team, as enabled for you": all of the sentence is asked, unless the desk tells of itself. */
function isOrdered(s: ActionSentence, at: number): boolean {
  return (
    /^(?:please|pls|plz|kindly)$/.test(s.word(0)) &&
    verbForm(s.word(at)) === 'past' &&
    !s.words.slice(1, at).some((word) => /^(?:i|we|i've|we've|been)$/.test(word))
  );
}

/** "Removed the failed update": the failure belongs to the object. */
function mendsFailed(s: ActionSentence, at: number): boolean {
  return (
    s.before(at) < 0 &&
    [1, 2].some((step) => /^(?:failed|pending|denied)$/.test(s.word(at + step)) && !s.isLast(at + step))
  );
}

/** "Once the driver was reinstalled it printed": told as past. */
function isOnceDone(s: ActionSentence, at: number): boolean {
  const cue = s.words.lastIndexOf('once', at);
  return (
    cue >= 0 &&
    verbForm(s.word(at)) === 'past' &&
    !s.words.some((word) => /^(?:will|can|please|would|should|shall|kindly)$/.test(word))
  );
}
