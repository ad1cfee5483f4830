import type { Ticket } from '@tqrs/parser';
import { type Found, findPhrases, quote } from '../text/find.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { STAFF_WORDS } from './action-words.ts';
import { findSpoken } from './consent/spoken.ts';
import { isGiven, isOther } from './consent/vetoes.ts';
import { AGREED, ANSWERED_YES, ASKED, ASKS_TO_CLOSE, SAID } from './consent/wording.ts';
import { CLOSING_LABEL, grantedByForm } from './granting-lines.ts';
import { People } from './people.ts';

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

/** The words by which the user agreed to the closing, or asked for it. */
export function findClosingConsent(passages: readonly Passage[], ticket: Ticket): Evidence | undefined {
  const people = new People(ticket);
  const found =
    findPhrases(passages, AGREED, always).find(
      (each) => isGiven(each) && isOfUser(people, each) && !isAskedFor(each, people),
    ) ??
    findPhrases(passages, SAID, always).find(
      (each) =>
        isGiven(each) &&
        (isSaidBy(people, each) || isSaidByLast(people, each)) &&
        !isAskedFor(each, people) &&
        !isApart(each.sentence, each.words.from, each.words.to),
    ) ??
    findPhrases(passages, ANSWERED_YES, always).find(({ sentence, words }) => people.isActor(sentence, words.from)) ??
    findPhrases(passages, ASKS_TO_CLOSE, always).find((each) => isGiven(each) && !isAskedFor(each) && !isOther(each));
  if (found !== undefined) return quote(found.passage, found.sentence);
  for (const passage of passages) {
    const sentence = findSpoken(passage, people);
    if (sentence !== undefined) return quote(passage, sentence);
    const line = grantedByForm(passage, CLOSING_LABEL);
    if (line !== undefined) return line;
  }
  return undefined;
}

/** Somebody of the desk agreed, and no user is named. */
function isOfUser(people: People, { sentence }: Found): boolean {
  const { folded } = sentence.analysis.words;
  const names = folded.some(
    (_, at) => people.isUser(sentence, at) || people.isTitled(sentence, at) || (at > 0 && people.isNamed(sentence, at)),
  );
  return (
    names ||
    !folded.some(
      (word) => (STAFF_WORDS.has(word) && !NO_STAFF.has(word)) || /^(?:manager|lead|meeting|policy)$/.test(word),
    )
  );
}

const always = () => true;

const FEELS =
  /^(?:happy|fine|ok|okay|glad|good|satisfied|content|comfortable|pleased|okey|alright|cool|relaxed|grateful)$/;

/** "User satisfied, closing": the closing is the desk's. */
function isApart({ analysis }: Sentence, from: number, to: number): boolean {
  const { clauses, words } = analysis;
  return (
    FEELS.test(words.folded[from] ?? '') &&
    clauses[from] !== clauses[to - 1] &&
    /^clos(?:ed|ing)$/.test(words.folded[to - 1] ?? '') &&
    !/^(?:to|with|for|be|being|by)$/.test(words.folded[to - 2] ?? '')
  );
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

/** The user said it, and was not told it. */
function isSaidBy(people: People, { sentence, words: { from } }: Found): boolean {
  const { folded } = sentence.analysis.words;
  const before = folded[from - 1] ?? '';
  if (
    /^(?:was|were|been|being|is|not)$/.test(before) &&
    /^(?:asked|told|informed|advised|requested|instructed|let)$/.test(folded[from] ?? '')
  )
    return false;
  const whom = folded[from + 1] === 'the' ? from + 2 : from + 1;
  if (
    /^(?:asked|told|informed|advised|requested|instructed)$/.test(folded[from] ?? '') &&
    people.isUser(sentence, whom)
  )
    return false;
  return people.isActor(sentence, from);
}

/** "Asked the user whether we can close": our asking stands before. */
function isAskedFor({ sentence, words }: Found, people?: People): boolean {
  return sentence.analysis
    .spans(ASKED)
    .some(
      ({ from, to }) =>
        from <= words.from &&
        to > words.from - 3 &&
        !sentence.analysis.words.folded.slice(to, words.from).includes('and') &&
        !(people?.isActor(sentence, from) ?? false),
    );
}
