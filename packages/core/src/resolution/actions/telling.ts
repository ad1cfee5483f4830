import { phraseSet } from '../../text/phrases.ts';
import { DEEDS, EMPTY_WORDS, SENDING_ON, USER_WORDS } from '../action-words.ts';
import { verbForm } from '../verbs.ts';
import type { ActionSentence } from './action-sentence.ts';
import { REACH } from './cues.ts';

const DID_SO = phraseSet(['which (he|she|they|user) did', 'and (it|that|this) (worked|helped|fixed|resolved|solved)']);
/** What a user is made to do without mending anything. */
const LEADS_NOWHERE = new Set(
  'confirm verify test check try call wait know back with the and for his her out off into from over have send provide share'.split(
    ' ',
  ),
);
const ABOUT = new Set(
  'about of on how regarding that steps procedure process reg via where which to with and'.split(' '),
);

/** "Informed the user about the steps", "advised to raise a request". */
export function tells(s: ActionSentence, at: number): boolean {
  const before = s.before(at);
  // "User has informed that …" is what the user said, "was told that …" what the desk was told.
  if (s.isPerfect(at) && !s.words.slice(Math.max(0, at - 3), at).includes('been') && s.isUsers(before)) return false;
  if (/^(?:was|were)$/.test(s.word(before)) && s.subject(before) < 0) return false;
  const passive = s.isPassive(at) || USER_WORDS.has(s.word(before));
  const clause = s.clauses[at];
  let about = -1;
  for (let next = at + 1; next <= at + 7 && s.clauses[next] === clause; next++) {
    if (ABOUT.has(s.word(next))) {
      about = next;
      break;
    }
  }
  if (about < 0) return s.word(at) === 'guided' && s.hasContent(at);
  const link = s.word(about);
  // "User informed that it works" is what the user said.
  if (passive && link === 'that' && !s.isPassive(at)) return false;
  if (link === 'to' && s.comesLater(about, DID_SO)) return true;
  if (link === 'to')
    return (
      s.word(at) === 'guided' || (SENDING_ON.has(s.word(about + 1)) && s.hasContent(at) && s.word(about + 2) !== 'back')
    );
  return s.hasContent(about, false);
}

/** "assisted the user in resetting it", but not "assisted the user with OneDrive" */
export function helpsToDo(s: ActionSentence, at: number): boolean {
  return s.words
    .slice(at + 1, at + REACH)
    .some(
      (word) =>
        verbForm(word) !== undefined ||
        DEEDS.has(word) ||
        (word.endsWith('ing') && !EMPTY_WORDS.has(word)) ||
        word === 'to',
    );
}

/** "Had her slide the shutter open": what the user was made to do. */
export function letsDo(s: ActionSentence, at: number): boolean {
  const verb = s.after(at) + 1;
  const word = s.word(verb);
  return (
    s.before(at) < 0 &&
    s.isUsers(verb - 1) &&
    word.length > 2 &&
    !/(?:ed|ing|s)$/.test(word) &&
    !LEADS_NOWHERE.has(word)
  );
}
