import type { Found } from '../../text/find.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';
import type { People } from '../people.ts';
import { userSpeechIn } from '../user-speech.ts';
import { isOfUser } from './agreeing.ts';
import { CLOSES, isGiven } from './vetoes.ts';
import { AGREED, ASKS_TO_CLOSE, DESK_CLOSES, PENDING } from './wording.ts';

/** What somebody does who wants the closing, or is asked for it. */
const WANTED =
  /^(?:ask(?:ed|s)|request(?:ed|s)|agree[ds]?|accept(?:ed|s|ance)|approv(?:ed|es|al)|consent(?:ed|s)?|permission|minds?|proposed|suggested|wish(?:ed|es)?|invited|ok'd|okayed|allow(?:ed|s)|let|lets|ok|okay|fine|cool|happy|wants?|wanted|reply|told|said|says|yes|please|pls)$/;

/** However much it looks like it: the desk asks for the consent, another team gives it, or the desk closes unasked. */
export function tellsNoConsent(passage: Passage, sentence: Sentence, people: People): boolean {
  const { analysis } = sentence;
  const { clauses, words } = analysis;
  if (analysis.spans(PENDING).length > 0 || isOfOthers(passage, sentence, people)) return true;
  const names = (before: number) => words.folded.some((_, at) => at < before && people.isPerson(sentence, at));
  const isWanted = (before: number, clause: number) =>
    words.folded.some((word, at) => WANTED.test(word) && (at < before || clauses[at] === clause));
  if (analysis.spans(DESK_CLOSES).some(({ from }) => !names(from) && !isWanted(from, clauses[from] ?? 0))) return true;
  const isAboutClosing = words.folded.some((word) => CLOSES.test(word) || WANTED.test(word));
  return !isAboutClosing && !names(words.folded.length) && userSpeechIn(passage).within(sentence) === undefined;
}

/** "Network team is fine with closing": somebody agrees, and it is not the user. */
function isOfOthers(passage: Passage, sentence: Sentence, people: People): boolean {
  const { analysis } = sentence;
  return [AGREED, ASKS_TO_CLOSE].some((set) =>
    analysis.spans(set).some((words) => {
      const found: Found = { passage, sentence, words, modality: analysis.modality(words) };
      return isGiven(found) && !isOfUser(people, found);
    }),
  );
}
