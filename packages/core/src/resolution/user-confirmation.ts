import type { Ticket } from '@tqrs/parser';
import { type Found, quote } from '../text/find.ts';
import { overlapping } from '../text/spans.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { isGuess } from './confirmation/guess.ts';
import { Reading } from './confirmation/reading.ts';
import { isConfirmed, isHeardFrom, isInAnswer, isSaid, isThanked } from './confirmation/said.ts';
import { isUsed } from './confirmation/used.ts';
import { worksForUser } from './confirmation/works-for-user.ts';
import { UNANSWERED } from './contact-attempts.ts';
import { findActions } from './find-actions.ts';
import { CONFIRMATION_LABEL, grantedByForm, isWithheldByForm } from './granting-lines.ts';
import { isAboutTheFault } from './labelled-lines.ts';
import { isOwnWords } from './own-words.ts';
import { People } from './people.ts';
import { type UserSpeech, userSpeechIn } from './user-speech.ts';

/** The words by which the user confirms that it works: said, tested, in use, or in the user's own words. */
export function findUserConfirmation(passages: readonly Passage[], ticket: Ticket): Evidence | undefined {
  const people = new People(ticket);
  for (const passage of passages) {
    const speech = userSpeechIn(passage);
    const deed = findActions([passage]).next().value ?? undefined;
    const sentence = passage.sentences.find((each) =>
      isConfirmation(passage, each, people, speech, placeOf(deed, each)),
    );
    if (sentence !== undefined) return quote(passage, sentence);
    const line = grantedByForm(passage, CONFIRMATION_LABEL);
    if (line !== undefined) return line;
  }
  return undefined;
}

/** The word of a sentence from which on a deed has been told. */
function placeOf(deed: Found | undefined, sentence: Sentence): number {
  if (deed === undefined || deed.sentence.start > sentence.start) return Number.POSITIVE_INFINITY;
  return deed.sentence === sentence ? deed.words.to : 0;
}

function isConfirmation(
  passage: Passage,
  sentence: Sentence,
  people: People,
  speech: UserSpeech,
  deed: number,
): boolean {
  const { analysis } = sentence;
  if (overlapping(passage.signatures, sentence) !== undefined || isAboutTheFault(passage, sentence.start)) return false;
  if (analysis.isQuestion || isGuess(analysis) || isWithheldByForm(passage, sentence, CONFIRMATION_LABEL)) return false;
  if (isOwnWords(passage, sentence, speech)) return true;
  const reading = new Reading(sentence, people, deed);
  return (
    isSaid(reading) ||
    isConfirmed(reading) ||
    isHeardFrom(reading) ||
    isInAnswer(reading) ||
    isThanked(reading) ||
    (!reading.has(UNANSWERED) && (isUsed(reading) || worksForUser(reading)))
  );
}
