import type { Found } from '../../text/find.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import { STAFF_WORDS } from '../action-words.ts';
import { bareWord, type People } from '../people.ts';
import { isInUsersWords } from '../writer.ts';
import { REPORTED_IT, SUPPORT_LEVEL } from './wording.ts';

/** Those of the desk who speak for themselves are no users: "agreed with L2 to close". */
const NO_STAFF = new Set([
  'i',
  'we',
  'me',
  'us',
  'our',
  'myself',
  'agent',
  'analyst',
  'desk',
  'servicedesk',
  'helpdesk',
  'support',
  'ms',
  'team',
]);
/** What makes a closing the matter of what was said before: "confirmation for closing", "fine to have it closed". */
const GOVERNS_CLOSING = /^(?:to|with|for|of|on|be|being|been|by|the|this)$/;
const FEELS =
  /^(?:happy|fine|ok|okay|glad|good|satisfied|content|comfortable|pleased|okey|alright|cool|relaxed|grateful)$/;
const AGREES = /^(?:agreed|agrees|agree|agreeing|consented|consents|consenting)$/;
/** Saying something, which is no wish: "User confirmed, closing". */
const TELLS =
  /^(?:said|says|say|informed|mentioned|stated|replied|wrote|writes|answered|confirmed|confirms|acknowledged|acknowledges|told|tells|accepted|accepts|approved|approves)$/;
/** Told by the user to somebody, or to the user: "user informed us to close", "user informed about the closing". */
const TOLD = /^(?:informed|advised|instructed|told)$/;
const ALLOWS = /^(?:to|can|may|could|please|should|let|go|ok|okay|fine|good|happy)$/;

/** The user's side agrees: neither the desk for itself, nor another team. */
export function isOfUser(people: People, found: Found): boolean {
  const { sentence, words } = found;
  const { folded } = sentence.analysis.words;
  if (isOnlyConfirmed(found)) return false;
  if (sentence.analysis.spans(REPORTED_IT).length > 0) return true;
  const isPerson = (at: number) => people.isSomebody(sentence, at);
  if (isDesks(found) && !folded.some((_, at) => at < words.from && isPerson(at)))
    return isInUsersWords(found.passage, sentence);
  return (
    folded.some((_, at) => isPerson(at)) ||
    !(
      sentence.analysis.spans(SUPPORT_LEVEL).length > 0 ||
      folded.some(
        (word) =>
          (STAFF_WORDS.has(word) && !NO_STAFF.has(word)) ||
          /^(?:manager|lead|meeting|policy|bridge|board|their|internally|within)$/.test(word),
      )
    )
  );
}

/** "The ticket can be closed. Thanks": said to the desk. */
export function isThankedFor({ passage, sentence }: Pick<Found, 'passage' | 'sentence'>): boolean {
  const behind = passage.sentences[passage.sentences.indexOf(sentence) + 1];
  return /^(?:thanks?|thx|cheers)$/.test(behind?.analysis.words.folded[0] ?? '');
}

/** "We are good to close", "ok to close from our side", "support agreed"; but not "said I am good to close", "we agreed". */
function isDesks({ sentence, words: { from } }: Found): boolean {
  const { folded } = sentence.analysis.words;
  const feels = FEELS.test(folded[from] ?? '');
  if (!feels && !AGREES.test(folded[from] ?? '')) return false;
  return folded.some((word, at) => {
    const who = bareWord(word);
    if (at > from) return feels && who === 'our' && /^(?:side|end|part)$/.test(folded[at + 1] ?? '');
    if (/^(?:i|we)$/.test(who)) return feels && !TELLS.test(folded[at - 1] ?? '');
    return STAFF_WORDS.has(who) && !/^(?:me|us|our|myself|agents?)$/.test(who);
  });
}

/** The user said it, and was not told it. */
export function isSaidByUser(people: People, found: Found): boolean {
  return (isSaidBy(people, found) || isSaidByLast(people, found)) && !isOnlyClosing(found);
}

function isSaidBy(people: People, { sentence, words: { from, to } }: Found): boolean {
  const { folded } = sentence.analysis.words;
  const first = folded[from] ?? '';
  if (
    /^(?:was|were|been|being|is|not)$/.test(folded[from - 1] ?? '') &&
    /^(?:asked|told|informed|advised|requested|instructed|let)$/.test(first)
  )
    return false;
  if (TOLD.test(first) && !folded.slice(from + 1, to).some((word) => ALLOWS.test(word))) return false;
  if (/^(?:why|how|when|who)$/.test(folded[from + 1] ?? '')) return false;
  const whom = folded[from + 1] === 'the' ? from + 2 : from + 1;
  if ((TOLD.test(first) || /^(?:asked|requested)$/.test(first)) && people.isUser(sentence, whom)) return false;
  return people.isActor(sentence, from);
}

/** "Said we could close": the user of the sentence before is meant. */
function isSaidByLast(people: People, { passage, sentence, words: { from } }: Found): boolean {
  if (
    from > 1 ||
    !/^(?:said|says|told|wants|wanted|would|asked|happy|fine|ok|okay|good)$/.test(
      sentence.analysis.words.folded[from] ?? '',
    )
  )
    return false;
  const before = passage.sentences[passage.sentences.indexOf(sentence) - 1];
  return before !== undefined && people.isActor(before, before.analysis.words.folded.length);
}

/** "As per the user's confirmation, closing": the closing is the desk's. */
function isOnlyConfirmed({ sentence, words: { from, to } }: Found): boolean {
  const { folded } = sentence.analysis.words;
  return (
    folded.slice(from, to).some((word) => /^(?:confirmations?|acknowledge?ment|feedback)$/.test(word)) &&
    !GOVERNS_CLOSING.test(folded[to - 2] ?? '') &&
    /^clos/.test(folded[to - 1] ?? '')
  );
}

/** "User satisfied, closing", "user confirmed and I am closing", "confirmed, so we close": the closing is the desk's. */
function isOnlyClosing({ sentence, words: { from, to } }: Found): boolean {
  const { clauses, words } = sentence.analysis;
  const [first, before, verb] = [from, to - 2, to - 1].map((at) => words.folded[at] ?? '') as [string, string, string];
  if (!FEELS.test(first) && !TELLS.test(first)) return false;
  if (words.folded.slice(from, to).some((word) => /^(?:hence|hance|thus|therefore)$/.test(word))) return true;
  if (verb === 'close') return /^(?:i|we)$/.test(before) && clauses[from] !== clauses[to - 1];
  return /^clos(?:ed|ing)$/.test(verb) && !GOVERNS_CLOSING.test(before) && isJoined(sentence, from, to);
}

/** Another statement begins inside: behind a comma, or an "and". */
function isJoined({ analysis }: Sentence, from: number, to: number): boolean {
  const { clauses, words } = analysis;
  return (
    clauses[from] !== clauses[to - 1] ||
    words.folded.slice(from, to).some((word) => /^(?:and|n|thus|i|we)$/.test(bareWord(word)))
  );
}
