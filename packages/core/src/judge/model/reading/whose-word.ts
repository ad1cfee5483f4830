import { STAFF_WORDS } from '../../../resolution/action-words.ts';
import type { People } from '../../../resolution/people.ts';
import type { WordSpan } from '../../../text/lexicon.ts';
import { phraseSet } from '../../../text/phrases.ts';
import type { Sentence } from '../../../text/text-analyser.ts';

/** What somebody does who confirms, tests or agrees. */
const GIVES_WORD = phraseSet([
  '(confirm*|verif*|validat*|acknowledg*|test|tests|tested|testing|check|checks|checked|checking|tried|tries|agree|agrees|agreed|accept|accepts|accepted|said|says|told|tells|report*|repl*|approv*)',
]);
const OTHERS = new Set([...STAFF_WORDS, 'colleague', 'manager', 'bot', 'monitoring', 'lead', 'group']);

/** Whether the word that a clause tells of is given by somebody on the desk's side, or by a third party, and not by the user. */
export function isSomebodyElses(sentence: Sentence, { from, to }: WordSpan, people: People): boolean {
  const { analysis } = sentence;
  const given = analysis.spans(GIVES_WORD).filter((span) => span.from >= from && span.from < to);
  if (given.length === 0) return isOther(sentence, from, to) && !hasUser(sentence, from, to, people);
  return given.every((span) => {
    const behind = givenBy(sentence, span.to, to);
    if (behind !== undefined)
      return !people.isPerson(sentence, behind) && OTHERS.has(analysis.words.folded[behind] ?? '');
    return isOther(sentence, from, span.from) && !people.isActor(sentence, span.from);
  });
}

/** "confirmed by the network team", "tested from our side": who stands behind the verb. */
function givenBy({ analysis }: Sentence, after: number, end: number): number | undefined {
  const { folded } = analysis.words;
  if (!/^(?:by|from|with)$/.test(folded[after] ?? '')) return undefined;
  let at = after + 1;
  while (at < end && /^(?:the|our|my|their|a|an)$/.test(folded[at] ?? '')) at++;
  const next = folded.slice(at, Math.min(end, at + 3)).findIndex((word) => OTHERS.has(word));
  return next < 0 ? at : at + next;
}

function isOther({ analysis }: Sentence, from: number, to: number): boolean {
  return analysis.words.folded.slice(from, to).some((word) => OTHERS.has(word));
}

function hasUser(sentence: Sentence, from: number, to: number, people: People): boolean {
  for (let at = from; at < to; at++) if (people.isPerson(sentence, at)) return true;
  return false;
}
