import type { Ticket } from '@tqrs/parser';
import { type Found, findPhrases, quote } from '../text/find.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { isOfUser, isSaidByUser, isThankedFor } from './consent/agreeing.ts';
import { findSpoken } from './consent/spoken.ts';
import { isGiven, isOther, isUnconditional } from './consent/vetoes.ts';
import { AGREED, ANSWERED_YES, ASKED, ASKS_POLITELY, ASKS_TO_CLOSE, MAY_BE_CLOSED, SAID } from './consent/wording.ts';
import { CLOSING_LABEL, grantedByForm, isWithheldByForm } from './granting-lines.ts';
import { People } from './people.ts';
import { isWrittenByUser } from './writer.ts';

/** The words by which the user agreed to the closing, or asked for it. */
export function findClosingConsent(passages: readonly Passage[], ticket: Ticket): Evidence | undefined {
  const people = new People(ticket);
  const isToldOf = (each: Found) =>
    isGiven(each) && !isAskedFor(each, people) && !isWithheldByForm(each.passage, each.sentence, CLOSING_LABEL);
  const found =
    findPhrases(passages, AGREED, always).find((each) => isToldOf(each) && isOfUser(people, each)) ??
    findPhrases(passages, SAID, always).find((each) => isToldOf(each) && isSaidByUser(people, each)) ??
    findPhrases(passages, ANSWERED_YES, always).find(({ sentence, words }) => people.isActor(sentence, words.from)) ??
    findPhrases(passages, ASKS_TO_CLOSE, always).find(
      (each) => isGiven(each) && !isAskedFor(each) && !isOther(each) && isOfUser(people, each),
    ) ??
    findPhrases(passages, ASKS_POLITELY, always).find(
      (each) => isUnconditional(each) && !isOther(each) && isOfUser(people, each),
    ) ??
    findPhrases(passages, MAY_BE_CLOSED, always).find(
      (each) => isGiven(each) && (isWrittenByUser(each.passage) || (isThankedFor(each) && isOfUser(people, each))),
    );
  if (found !== undefined) return quote(found.passage, found.sentence);
  for (const passage of passages) {
    const sentence = findSpoken(passage, people);
    if (sentence !== undefined) return quote(passage, sentence);
    const line = grantedByForm(passage, CLOSING_LABEL);
    if (line !== undefined) return line;
  }
  return undefined;
}

const always = () => true;

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
