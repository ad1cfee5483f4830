import { phraseSet } from '../../text/phrases.ts';
import { NO_DEEDS, STAFF_WORDS, USER_WORDS } from '../action-words.ts';
import { isAboutTheDeed } from '../labelled-lines.ts';
import { verbForm } from '../verbs.ts';
import type { ActionSentence } from './action-sentence.ts';
import { HELPED, TRIES } from './cues.ts';
import { isRecord } from './keeping-track.ts';

const OUTCOME = phraseSet(['(resolved|fixed|working|works|confirmed|solved|done|able|ok|successfully)']);
const CURED = phraseSet(['(resolved|fixed|working|works|worked|sorted)']);
/** Behind these stands what brought an outcome about. */
const CURED_BY = /^(?:after|post|following)$/;
/** How far behind such a word its deed stands, in words. */
const LONGEST_CURE = 4;
/** A note of two or three words that ends so tells what was done: "System restart". */
const BARE_DEEDS = new Set('restart reboot reinstall reimage unlock rebuild'.split(' '));
/** A note of no more that begins with a verb tells what was done. */
const MOST_SENTENCES = 2;
/** What is done by hand, told without a tense in a note that runs on: "Check Found Part Faulty Part Replace Now Working". */
const HANDS_ON = new Set('replace remove update format clean repair install reinstall restore'.split(' '));
/** A whole note of no more words names what was done: "Role adjustment for the new manager". */
const LONGEST_NAME = 6;
const BY = new Set([
  'by',
  'after',
  'through',
  'via',
  'with',
  'upon',
  'on',
  'post',
  'from',
  'tried',
  'following',
  'and',
  'then',
]);
const NEEDED = new Set(
  'needed required request requests query failed requested pending planned scheduled asked issue issues failure error problem fails due'.split(
    ' ',
  ),
);
const DOING = new Set(
  'done completed complete performed made finished executed initiated triggered successful ran run carried'.split(' '),
);

/** Any other past form at the head of a clause, behind an auxiliary or behind staff. */
export function isUnknownDeed(s: ActionSentence, at: number): boolean {
  const word = s.word(at);
  if (/^(?:logged|signed)$/.test(word))
    return s.before(at) < 0 && s.words.slice(at + 1, at + 7).some((next) => next === 'off' || next === 'out');
  if (word === 'reported')
    return s.before(at) < 0 && s.words[at + 1] !== 'by' && s.words.slice(at, at + 6).includes('to');
  if (s.word(at - 1) === 're' && word.endsWith('ed')) return true;
  if (word.length < 5 || !word.endsWith('ed') || NO_DEEDS.has(word)) return false;
  if ((word === 'forced' && s.isPassive(at)) || isName(s, at)) return false;
  const before = s.before(at);
  const subject = s.word(before);
  if (before >= 0 && subject !== 'and' && !STAFF_WORDS.has(subject) && !(s.isPassive(at) && !s.isUsers(before)))
    return false;
  if (s.isPassive(at)) return s.isPerfect(at) || /^(?:was|were)$/.test(subject);
  return !s.isLast(at) && !s.word(at + 1).endsWith('ing');
}

/** "put Mr Ahmed in copy" */
function isName({ sentence: { analysis } }: ActionSentence, at: number): boolean {
  return at > 0 && !analysis.isInTitleCase && /^\p{Lu}\p{Ll}+$/u.test(analysis.wordAt(at));
}

/** "by restarting the router", "after clearing the cache", "restarting fixed it". */
export function isMeans(s: ActionSentence, at: number): boolean {
  const before = s.before(at);
  const behind = s.word(before);
  if (/^(?:by|after|through|via|with|upon|post|following|tried|from)$/.test(behind)) return true;
  if (behind === 'and' && before > 0)
    return s.words.slice(Math.max(0, before - 6), before).some((word) => verbForm(word) === 'gerund' || BY.has(word));
  if (at === 0 && isAllThatIsSaid(s, at)) return true;
  return (
    before < 0 &&
    s.sentence.analysis.spans(HELPED).some(({ from }) => from - at > 1 && !/^(?:to|as)$/.test(s.word(from - 1)))
  );
}

/** "Sorted after restarting the services": the outcome is told together with what brought it about. */
export function isCured(s: ActionSentence, at: number): boolean {
  const isBehind = s.words.slice(Math.max(0, at - LONGEST_CURE), at).some((word) => CURED_BY.test(word));
  return isBehind && s.sentence.analysis.spans(CURED).some(({ from }) => from !== at);
}

/** "Restart the system and issue got resolved": the note tells what followed. "had to rebuild the profile". */
export function isNoteOfDeed(s: ActionSentence, at: number): boolean {
  const before = s.before(at);
  if (s.word(before) === 'to') return isManaged(s, before);
  if (/^(?:did|have|has)$/.test(s.word(before))) return true;
  const goesOn =
    s.sentence.analysis.isInTitleCase && (HANDS_ON.has(s.word(at)) || /^(?:and|then|so|after)$/.test(s.word(before)));
  if ((before >= 0 && !goesOn) || /^(?:my|me|your|you)$/.test(s.word(at + 1))) return false;
  if ((s.word(0) === 'done' && at <= 2) || isAllThatIsSaid(s, at)) return true;
  const last = s.passage.hits(OUTCOME).at(-1);
  if (last === undefined) return false;
  return last.sentence === s.sentence ? last.words.from > at : last.sentence.start > s.sentence.start;
}

/** "Install drivers for the scanner": the whole note, or the line for what was done. */
function isAllThatIsSaid(s: ActionSentence, at: number): boolean {
  const { sentences } = s.passage;
  if (s.words.slice(at + 1, at + 4).some(isRecord)) return false;
  return isLabelledDeed(s, at) || (at === 0 && sentences.length <= MOST_SENTENCES && sentences[0] === s.sentence);
}

/** "had to", "managed to", "helped the user to"; but what the user is able to do is no deed. */
function isManaged(s: ActionSentence, to: number): boolean {
  const from = Math.max(0, to - 6);
  return s.words
    .slice(from, to)
    .some((word, index) => TRIES.has(word) && !(word === 'able' && s.isUsers(s.before(from + index))));
}

/** "password reset done", "performed a factory reset", "after a reboot", "a restart resolved it". */
export function isDoneDeed(s: ActionSentence, at: number): boolean {
  if (
    s.words.length <= 3 &&
    at > 0 &&
    at === s.words.length - 1 &&
    s.word(at - 1) !== 'to' &&
    BARE_DEEDS.has(s.word(at))
  )
    return true;
  if (isDeedOf(s, at) || isNamedDeed(s, at)) return true;
  const clause = s.clauses[at];
  for (let next = at + 1; next <= at + 5 && s.clauses[next] === clause; next++) {
    if (DOING.has(s.word(next))) return s.word(next - 1) !== 'be';
  }
  for (let last = at - 1; last >= at - 4 && last >= 0 && s.clauses[last] === clause; last--) {
    const word = s.word(last);
    if (/^(?:did|done|performed|made|completed|executed|ran|perform|by|via|tried)$/.test(word)) return true;
    if (/^(?:after|post|following)$/.test(word))
      return (
        s.sentence.analysis.spans(OUTCOME).length > 0 &&
        !s.words.some((other) => /^(?:will|should|may|might)$/.test(other))
      );
    if (word === 'out' && s.word(last - 1) === 'carried') return true;
    if (word === 'to' || USER_WORDS.has(word)) break;
  }
  return (
    s.sentence.analysis.spans(HELPED).some(({ from }) => from > at && from - at <= 4) &&
    verbForm(s.word(at + 1)) === undefined
  );
}

/** "Action taken: Role modification" */
function isNamedDeed(s: ActionSentence, at: number): boolean {
  return (
    (isLabelledDeed(s, at) || (isShortNote(s) && s.word(at - 1) !== 'to')) && !s.words.some((word) => NEEDED.has(word))
  );
}

function isShortNote({ words, passage }: ActionSentence): boolean {
  return passage.sentences.length === 1 && words.length > 1 && words.length <= LONGEST_NAME;
}

function isLabelledDeed({ passage, sentence }: ActionSentence, at: number): boolean {
  const place = sentence.start + sentence.analysis.textSpan({ from: at, to: at + 1, gapped: false }).start;
  return isAboutTheDeed(passage, place);
}

/** "Update of the driver and deactivation of the sleep mode." */
function isDeedOf(s: ActionSentence, at: number): boolean {
  return s.before(at) < 0 && s.word(at + 1) === 'of' && !s.words.some((word) => NEEDED.has(word));
}
