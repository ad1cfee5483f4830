import { phraseSet } from '../../text/phrases.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';
import { ROLE_WORDS, USER_WORDS } from '../action-words.ts';
import type { People } from '../people.ts';
import { mayBeOfUsersSide } from '../user-side.ts';
import { isInUsersWords, isWrittenByUser } from '../writer.ts';
import { MENDS } from './used.ts';

const OWN_TEST = phraseSet([
  '[as] per (our|my) (check|checks|checking|analysis|test|tests|testing|investigation|observation)',
  '(from|on|at|in) (our|my) (side|end|machine|pc|laptop|phone|own)',
  '(i|we) [(now|also|just)] (can|could|was|were|am|are) [(now|able|also)] (able|see|log|login|access|open|print|connect|submit|view|send)',
  '(i|we) (tested|checked|verified|tried|validated|logged|confirmed|monitored)',
  '(my|our) (test|tests|colleague|check|phone|laptop)',
]);

/** "I was able to submit", "up on our end": the desk's own test, and no user named beside it. */
export function isOwnTest(passage: Passage, sentence: Sentence, people: People): boolean {
  const { analysis } = sentence;
  return (
    analysis.spans(OWN_TEST).length > 0 &&
    !analysis.words.folded.some((_, at) => people.isUser(sentence, at) || people.isTitled(sentence, at)) &&
    !isWrittenByUser(passage)
  );
}

/** "reached out to the user and was able to reactivate the account": the desk was. */
export function isOwnSuccess({ analysis: { words } }: Sentence): boolean {
  return words.folded.some(
    (word, at) => word === 'able' && words.folded[at + 1] === 'to' && MENDS.test(words.folded[at + 2] ?? ''),
  );
}

/** "Looks fine again": nobody is named who would have said or seen so. */
export function namesNobody(passage: Passage, sentence: Sentence, people: People): boolean {
  const { analysis } = sentence;
  return !(
    analysis.words.folded.some(
      (word, at) =>
        /^(?:conf|cnf|cfm|verif|accept|satisf|happy|thank|thx|feedback|agreed)/.test(word) ||
        mayBeOfUsersSide(word) ||
        ROLE_WORDS.has(word) ||
        USER_WORDS.has(word.replace(/'s?$/, '')) ||
        people.isSomebody(sentence, at),
    ) || isInUsersWords(passage, sentence)
  );
}
