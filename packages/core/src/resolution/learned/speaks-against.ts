import type { Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';
import { isBareMending } from '../actions/mending.ts';
import { isExpected, isGuess } from '../confirmation/guess.ts';
import { isOwnSuccess, isOwnTest, namesNobody } from '../confirmation/own-test.ts';
import { isOnlyTold } from '../confirmation/said.ts';
import { PERSISTS } from '../confirmation/states.ts';
import { tellsNoConsent } from '../consent/no-consent.ts';
import { UNANSWERED } from '../contact-attempts.ts';
import { tellsIdleDeed } from '../find-actions.ts';
import { isAboutTheFault } from '../labelled-lines.ts';
import type { People } from '../people.ts';
import type { Asked } from './likelihood.ts';

/** What still does not work is told at the end; a long note without marks begins with what did not work before. */
const TAIL = 14;

const AGAINST: Readonly<Record<Asked, (passage: Passage, sentence: Sentence, people: People) => boolean>> = {
  done: tellsNoDeed,
  confirmed: confirmsNothing,
  agreed: tellsNoConsent,
};

/** How a sentence is built speaks against what is asked, however much it looks like it. */
export function speaksAgainst(asked: Asked, passage: Passage, sentence: Sentence, people: People): boolean {
  return AGAINST[asked](passage, sentence, people);
}

function tellsNoDeed(passage: Passage, sentence: Sentence): boolean {
  const { folded } = sentence.analysis.words;
  return (
    isAboutTheFault(passage, sentence.start) ||
    tellsIdleDeed(passage, sentence) ||
    isBareMending(folded) ||
    sentence.analysis.text.includes('\\\\') ||
    folded.includes('tomorrow')
  );
}

function confirmsNothing(passage: Passage, sentence: Sentence, people: People): boolean {
  const { analysis } = sentence;
  return (
    isGuess(analysis) ||
    isExpected(analysis) ||
    isOnlyTold(sentence) ||
    isOwnTest(passage, sentence, people) ||
    isOwnSuccess(sentence) ||
    namesNobody(passage, sentence, people) ||
    analysis.spans(UNANSWERED).length > 0 ||
    analysis.spans(PERSISTS).some(({ from }) => from >= analysis.words.folded.length - TAIL)
  );
}
