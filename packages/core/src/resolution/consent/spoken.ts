import type { Found } from '../../text/find.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';
import type { People } from '../people.ts';
import { userSpeechIn } from '../user-speech.ts';
import { isGiven, isOther } from './vetoes.ts';
import { ANSWER, ON_CONDITION, OWN_CLOSING, WITHHELD } from './wording.ts';

/** The user's own words, words told as the user's, or the answer to our question. */
export function findSpoken(passage: Passage, people: People): Sentence | undefined {
  const speech = userSpeechIn(passage);
  return passage.sentences.find((sentence, at) => {
    if (sentence.analysis.isQuestion) return false;
    if (isAnswered(sentence, passage.sentences[at - 1], people)) return true;
    const { analysis } = sentence;
    return analysis.spans(OWN_CLOSING).some((span) => {
      const found: Found = { passage, sentence, words: span, modality: analysis.modality(span) };
      if (!isGiven(found) || isOther(found)) return false;
      const said = speech.within(sentence);
      const place = sentence.start + analysis.textSpan(span).start;
      return (said !== undefined && place >= said.start && place < said.end) || isTold(sentence, span.to, people);
    });
  });
}

/** "… can be closed, she said" */
function isTold(sentence: Sentence, from: number, people: People): boolean {
  const { folded } = sentence.analysis.words;
  const verb = folded.findIndex((word, at) => at >= from && /^(?:said|says|writes|wrote|told|replied)$/.test(word));
  return (
    verb >= 0 &&
    verb >= folded.length - 4 &&
    /\b(?:can|may|could|good|ok|please|just)\b/.test(folded.slice(Math.max(0, from - 6), from).join(' ')) &&
    (people.isUser(sentence, verb - 1) || people.isUser(sentence, verb + 1) || people.isNamed(sentence, verb + 1))
  );
}

/** "Asked about closing, she agreed": the question and the answer, in one sentence or in two. */
function isAnswered(sentence: Sentence, before: Sentence | undefined, people: People): boolean {
  const { analysis } = sentence;
  const answers = (from: number) =>
    analysis.spans(ANSWER).some((span) => {
      const { negated, future, conditional } = analysis.modality(span);
      return (
        span.from >= from &&
        !future &&
        (!negated || analysis.words.folded[span.from] === 'did') &&
        !(conditional && from === 0)
      );
    });
  const asks = (each: Sentence) => {
    const { words } = each.analysis;
    const close = each.analysis.spans(OWN_CLOSING)[0];
    const closure = words.folded.indexOf('closure');
    const at = close?.from ?? closure;
    const isAsking = words.folded.some(
      (word, place) =>
        place < Math.max(at, 0) &&
        /^(?:ask|asked|asking|checked|enquired|inquired|discussed|offered|suggested|proposed)$/.test(word),
    );
    return isAsking ? at : -1;
  };
  const own = asks(sentence);
  if (/^(?:said|says|answered|replied)$/.test(analysis.words.folded[0] ?? '') && own >= 0) return answers(0);
  if (own >= 0) return answers(own) && !isWithheld(sentence);
  return (
    before !== undefined &&
    asks(before) >= 0 &&
    analysis.words.folded.length <= 8 &&
    people.isActor(sentence, 3) &&
    answers(0) &&
    !isWithheld(sentence)
  );
}

function isWithheld({ analysis }: Sentence): boolean {
  return analysis.spans(WITHHELD).length > 0 || analysis.spans(ON_CONDITION).length > 0;
}
