import type { Found } from '../../text/find.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';
import { UNANSWERED } from '../contact-attempts.ts';
import type { People } from '../people.ts';
import { userSpeechIn } from '../user-speech.ts';
import { isInUsersWords } from '../writer.ts';
import { isOfUser, isThankedFor } from './agreeing.ts';
import { CLOSES, closesOtherThing, isGiven } from './vetoes.ts';
import { AGREED, ASKS_TO_CLOSE, DESK_CLOSES, MAY_BE_CLOSED, OTHER_THING, PENDING, SAID } from './wording.ts';

/** What somebody does who wants the closing, or is asked for it. */
const WANTED =
  /^(?:ask(?:ed|s)|request(?:ed|s)|agree[ds]?|accept(?:ed|s|ance)|approv(?:ed|es|al)|consent(?:ed|s)?|permission|minds?|proposed|suggested|wish(?:ed|es)?|invited|ok'd|okayed|allow(?:ed|s)|let|lets|ok|okay|fine|cool|happy|wants?|wanted|reply|told|said|says|yes|please|pls)$/;

/**
 * However much it looks like it: the desk asks for the consent, the user refuses it, another team gives it, the desk closes
 * unasked, or something else is closed.
 */
export function tellsNoConsent(passage: Passage, sentence: Sentence, people: People): boolean {
  const { analysis } = sentence;
  const { clauses, words } = analysis;
  if (analysis.spans(PENDING).length > 0 || isRefusedOrOfOthers(passage, sentence, people) || isTold(sentence, people))
    return true;
  if (analysis.spans(UNANSWERED).length > 0) return true;
  if (analysis.spans(OTHER_THING).length > 0 || closesOtherThing(analysis, 0, words.folded.length)) return true;
  const names = (before: number) => words.folded.some((_, at) => at < before && people.isPerson(sentence, at));
  const isWanted = (before: number, clause: number) =>
    words.folded.some((word, at) => WANTED.test(word) && (at < before || clauses[at] === clause));
  const isUsers = () => isInUsersWords(passage, sentence) || isThankedFor({ passage, sentence });
  if (analysis.spans(MAY_BE_CLOSED).length > 0 && !names(words.folded.length) && !isUsers()) return true;
  if (analysis.spans(DESK_CLOSES).some(({ from }) => !names(from) && !isWanted(from, clauses[from] ?? 0))) return true;
  const before = passage.sentences[passage.sentences.indexOf(sentence) - 1]?.analysis.words.folded ?? [];
  const isAboutClosing =
    words.folded.some((word) => CLOSES.test(word)) ||
    (words.folded.some((word) => WANTED.test(word)) && before.some((word) => CLOSES.test(word)));
  return !isAboutClosing && !names(words.folded.length) && userSpeechIn(passage).within(sentence) === undefined;
}

/** "Network team is fine with closing", "user does not agree to close": it is not the user who agrees, or nobody. */
function isRefusedOrOfOthers(passage: Passage, sentence: Sentence, people: People): boolean {
  const { analysis } = sentence;
  return [AGREED, ASKS_TO_CLOSE, SAID].some((set) =>
    analysis.spans(set).some((words) => {
      const found: Found = { passage, sentence, words, modality: analysis.modality(words) };
      return isGiven(found) ? !isOfUser(people, found) : isRefused(sentence, words);
    }),
  );
}

/** "Does not agree with the closing", in one clause. */
function isRefused({ analysis: { clauses, words } }: Sentence, { from, to }: Found['words']): boolean {
  const lead = words.folded.slice(Math.max(0, from - 2), from);
  return clauses[from] === clauses[to - 1] && lead.some((word) => /^(?:not|never|cannot)$|n't$/.test(word));
}

/** "Advised caller that it is being closed", "Told Sanjay to close it": the desk says it. */
function isTold(sentence: Sentence, people: People): boolean {
  const { folded } = sentence.analysis.words;
  const whom = folded[1] === 'the' ? 2 : 1;
  return (
    /^(?:told|advised|informed|notified|instructed)$/.test(folded[0] ?? '') &&
    (people.isUser(sentence, whom) || people.isNamed(sentence, whom))
  );
}
