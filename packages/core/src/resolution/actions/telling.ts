import { phraseSet } from '../../text/phrases.ts';
import { DEEDS, EMPTY_WORDS, SENDING_ON } from '../action-words.ts';
import { verbForm } from '../verbs.ts';
import type { ActionSentence } from './action-sentence.ts';
import { REACH } from './cues.ts';
import { isRecord } from './keeping-track.ts';

const DID_SO = phraseSet(['which (he|she|they|user) did', 'and (it|that|this) (worked|helped|fixed|resolved|solved)']);
/** What a user does for the desk, which mends nothing. */
const FOR_THE_DESK = 'confirm verify test check call wait know have send provide share'.split(' ');
/** What stands behind "had the user" and mends nothing. */
const LEADS_NOWHERE = new Set([
  ...FOR_THE_DESK,
  ...'try back with and the for his her out off into from over'.split(' '),
]);
/** What a user is told to do that mends nothing; of it, what {@link SENDING_ON} lacks. */
const NO_CURE = new Set([
  ...FOR_THE_DESK,
  ...(
    'reply let revert reopen come inform ask answer respond update close keep monitor observe watch get give be report mail email message escalate coordinate collect pick drop see ' +
    'note take bring go approve sign place'
  ).split(' '),
]);
/** What users are told of that is no help: "advised of the outage". */
const NEWS = new Set('outage status eta delay maintenance progress downtime closure closing update'.split(' '));
/** What is handed over and helps by itself. */
const GUIDANCE = new Set(
  'instruction instructions guide guides manual steps link links procedure template information info details document documentation article'.split(
    ' ',
  ),
);
const FURTHEST_THING = 5;
const LATER = new Set(['tomorrow', 'later', 'monday']);
/** How far behind "had" the verb stands of what somebody was made to do: "had the ward clerk at desk 3 unplug it". */
const LONGEST_PERSON = 6;
const ABOUT = new Set('about of on how regarding steps procedure process reg via where which to with and'.split(' '));

/** "Informed the user about the steps", "advised to raise a request". */
export function tells(s: ActionSentence, at: number): boolean {
  const before = s.before(at);
  // "User has informed that …" is what the user said, "was told that …" what the desk was told.
  if (s.isPerfect(at) && !s.words.slice(Math.max(0, at - 3), at).includes('been') && s.isUsers(before)) return false;
  if (/^(?:was|were)$/.test(s.word(before)) && s.subject(before) < 0) return false;
  const clause = s.clauses[at];
  let about = -1;
  for (let next = at + 1; next <= at + 7 && s.clauses[next] === clause; next++) {
    if (ABOUT.has(s.word(next))) {
      about = next;
      break;
    }
  }
  if (about < 0) return (s.word(at) === 'guided' && s.hasContent(at)) || advisesDoing(s, at);
  const link = s.word(about);
  if (link === 'to' && s.comesLater(about, DID_SO)) return true;
  if (link === 'to')
    return (
      s.word(at) === 'guided' ||
      isCure(s, about + 1) ||
      (SENDING_ON.has(s.word(about + 1)) && s.hasContent(at) && s.word(about + 2) !== 'back')
    );
  return !NEWS.has(s.word(s.after(about))) && s.hasContent(about, false);
}

/** "advised to clear the cache", "told her to hold the button": something is done to something. */
function isCure(s: ActionSentence, verb: number): boolean {
  const word = s.word(verb);
  return (
    word.length > 2 &&
    !NO_CURE.has(word) &&
    !SENDING_ON.has(word) &&
    !EMPTY_WORDS.has(word) &&
    s.hasContent(verb) &&
    !s.words.slice(verb + 1, verb + 4).some(isRecord) &&
    !s.words.some((other) => LATER.has(other))
  );
}

/** "Emailed the setup steps", "requested information was provided": what the user needed is handed over. */
export function handsOver(s: ActionSentence, at: number): boolean {
  const before = s.before(at);
  if (s.isUsers(before) && !s.isPassive(at)) return false;
  const clause = s.clauses[at];
  const from = s.isPassive(at) || before >= 0 ? Math.max(0, at - FURTHEST_THING) : at + 1;
  for (let place = from; place <= at + FURTHEST_THING; place++) {
    if (s.clauses[place] === clause && GUIDANCE.has(s.word(place))) return !isRecord(s.word(place - 1));
  }
  return false;
}

/** "suggested using Edge", "recommended clearing the cache" */
function advisesDoing(s: ActionSentence, at: number): boolean {
  const word = s.word(at + 1);
  return /^(?:suggested|recommended|advised)$/.test(s.word(at)) && word.endsWith('ing') && !EMPTY_WORDS.has(word);
}

/** "Asked the nurse to restart the cart": asking the user is guidance, asking another team is a request. */
export function asksToCure(s: ActionSentence, at: number): boolean {
  if (s.before(at) >= 0 && !/^(?:i|we|and)$/.test(s.word(s.before(at)))) return false;
  const to = s.words.indexOf('to', at);
  return (
    to > at + 1 &&
    to <= at + LONGEST_PERSON &&
    s.clauses[to] === s.clauses[at] &&
    s.words.slice(at + 1, to).some((_, step) => s.namesUser(at + 1 + step)) &&
    isCure(s, to + 1)
  );
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

/** "Guide the user to clear the cache", not to raise a request. */
export function helpsToCure(s: ActionSentence, at: number): boolean {
  const to = s.words.indexOf('to', at);
  return to < 0 ? helpsToDo(s, at) : isCure(s, to + 1);
}

/** "Had her slide the shutter open": what the user was made to do. */
export function letsDo(s: ActionSentence, at: number): boolean {
  if (s.before(at) >= 0 && !/^(?:after|by)$/.test(s.word(s.before(at)))) return false;
  for (let verb = s.after(at) + 1; verb <= at + LONGEST_PERSON && s.clauses[verb] === s.clauses[at]; verb++) {
    const word = s.word(verb);
    if (!s.namesUser(verb - 1) || word.length < 3 || /(?:ed|ing|s)$/.test(word)) continue;
    if (!s.namesUser(verb)) return !LEADS_NOWHERE.has(word);
  }
  return false;
}
