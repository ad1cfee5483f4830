import { DETERMINERS, GOOD_STATES, STAFF_WORDS, STATES, USER_WORDS, WEAK_VERBS } from '../action-words.ts';
import type { ActionSentence } from './action-sentence.ts';
import { TRIES } from './cues.ts';

/** What runs by itself does so too: "the backup completed". */
const RUNS = new Set(['completed', 'executed', 'performed', 'ran', 'run']);
/** A link or a mapping to one of these is the fault. */
const AMISS = new Set(
  'old wrong incorrect expired another different obsolete former previous outdated retired deleted inactive'.split(' '),
);
/** Words behind `reset` that make it a noun: "password reset request". */
const REQUESTED = new Set(['request', 'requests', 'requested', 'query', 'needed', 'required']);
/** What is done to these is administration. */
const ADMINISTERED = new Set(['ticket', 'tickets', 'incident', 'case', 'priority', 'urgency', 'impact', 'category']);
const ADMINISTRATION = new Set('created merged changed updated opened logged raised linked'.split(' '));
/** Past forms that are other words as well: they count at the head of a clause, behind an auxiliary, or behind staff. */
const PRONE = new Set('set put cut turned shared rolled hid shrunk pointed limited'.split(' '));
/** "The alert cleared": these do so by themselves. */
const CLEARS_UP = new Set('cleared recovered restored normalised normalized'.split(' '));
const ALARMS = new Set('alert alerts alarm alarms fault event condition'.split(' '));
/** "Scaling is managed": how things are, where the present tells it. */
const ONLY_STATES = new Set('used implemented managed triggered restored'.split(' '));
/** "This is completed", "it has been managed by the platform". */
const SAYING_NOTHING = new Set('completed done managed implemented performed'.split(' '));

/** "Unlocked the account", "we have unlocked", "was unlocked", "account unlocked". */
export function isPastDeed(s: ActionSentence, at: number): boolean {
  const word = s.word(at);
  const before = s.before(at);
  const subject = s.word(before);
  if (/^(?:itself|themselves)$/.test(s.word(at + 1)) || REQUESTED.has(s.word(at + 1))) return false;
  if (isBefore(s, before) || (ADMINISTERED.has(s.word(s.subject(before))) && ADMINISTRATION.has(word))) return false;
  if (word === 'connected' && before < 0 && /^(?:to|with|via|over|on|remotely)$/.test(s.word(at + 1))) return false;
  if (DETERMINERS.has(subject) || subject === 'be' || /^(?:auto|self)$/.test(s.word(at - 1))) return false;
  if (subject === 'to' && !/\d/.test(s.word(at - 1))) return TRIES.has(s.word(before - 1));
  if (/^(?:nothing|none|nobody|someone|somebody)$/.test(s.word(s.subject(before))) || s.word(at + 1) === 'not')
    return false;
  if (before >= 0 && (s.word(s.subject(before) - 1) === 'no' || cameAbout(s, at, before))) return false;
  if (/^(?:will|should|must|can|could|would|need|needs|not|shall)$/.test(subject)) return false;
  if (STATES.has(word) && s.words.slice(at + 1, at + 7).some((next) => AMISS.has(next))) return false;
  if (WEAK_VERBS.has(word)) {
    if (s.words.slice(at + 1, at + 4).includes('needful')) return false;
    if (
      word === 'took' &&
      /^(?:over|note|place|part|care|time|long|longer|more|less|about|around|up|ages|remote|session|control)$/.test(
        s.word(at + 1),
      )
    )
      return false;
    if (s.word(before) === 'and' && isUserHead(s, at)) return false;
    if (s.isUsers(before) && !s.isPassive(at)) return false;
    if (!s.hasContent(at)) return false;
  }
  if (word === 'updated' && s.isUsers(s.after(at)) && !s.hasContent(at)) return false;
  if (ONLY_STATES.has(word) && /^(?:is|are)$/.test(subject)) return false;
  if (
    s.isPassive(at) &&
    SAYING_NOTHING.has(word) &&
    /^(?:this|it|its|it's|that|same|also)$/.test(s.word(s.subject(before)))
  )
    return false;
  if (subject === 'and' && STATES.has(word) && isStateBefore(s, before)) return false;
  if (before < 0 || subject === 'and') return !(PRONE.has(word) && s.isLast(at));
  if (s.isPassive(at) && STATES.has(word) && s.isUsers(before)) return false;
  if (s.isPassive(at)) return !(STATES.has(word) && !GOOD_STATES.has(word)) || s.isPerfect(at);
  if (STAFF_WORDS.has(subject)) return true;
  if (RUNS.has(word)) return false;
  if (
    /^(?:automatically|itself|on)$/.test(s.word(at + 1)) &&
    /^(?:automatically|itself|its)$/.test(s.word(at + (s.word(at + 1) === 'on' ? 2 : 1)))
  )
    return false;
  if (PRONE.has(word)) return !s.isLast(at) && /^(?:up|on|off|back|to|as|in|out|down)$/.test(s.word(at + 1));
  if (STATES.has(word) && !DETERMINERS.has(s.word(at + 1))) return GOOD_STATES.has(word) && !USER_WORDS.has(subject);
  if (word === 'reset') return !s.isNoun(at);
  return true;
}

/** "had been moved by the cleaners": what was before, unless the desk tells of itself. */
function isBefore(s: ActionSentence, before: number): boolean {
  if (!s.words.slice(Math.max(0, before - 1), before + 1).includes('had')) return false;
  return !STAFF_WORDS.has(s.word(s.subject(before)));
}

/** "the alert has cleared": by itself, where nobody of the desk is named. */
function cameAbout(s: ActionSentence, at: number, before: number): boolean {
  if (CLEARS_UP.has(s.word(at)) && ALARMS.has(s.word(before))) return true;
  return /^(?:has|have)$/.test(s.word(before)) && s.isLast(at) && !STAFF_WORDS.has(s.word(s.subject(before)));
}

/** "is unlicensed and disabled" */
function isStateBefore(s: ActionSentence, and: number): boolean {
  return s.words.slice(Math.max(0, and - 6), and).some((word) => /^(?:is|are|was|were)$/.test(word));
}

/** The sentence begins with the user, and nobody of the desk stands between. */
function isUserHead(s: ActionSentence, at: number): boolean {
  const first = s.word(0) === 'the' ? 1 : 0;
  return USER_WORDS.has(s.word(first)) && !s.staffBetween(first, at);
}
