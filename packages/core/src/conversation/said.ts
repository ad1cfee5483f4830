import { quote } from '../text/find.ts';
import type { Modality } from '../text/modality.ts';
import type { PhraseSet } from '../text/phrases.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Evidence } from '../verdict.ts';
import type { Turn } from './turn.ts';

/** Words that were found in a turn. */
export interface Said {
  readonly turn: Turn;
  readonly sentence: Sentence;
  /** The sentence as evidence. */
  readonly evidence: Evidence;
}

const anyhow = () => true;

/** Where phrases of a set stand in turns, in the order of the conversation. Unlike in a ticket's prose, sign-offs count. */
export function said(
  turns: readonly Turn[],
  set: PhraseSet,
  accepts: (modality: Modality) => boolean = anyhow,
): Said[] {
  return turns.flatMap((turn) =>
    turn.passage
      .hits(set)
      .filter(({ sentence, words }) => accepts(sentence.analysis.modality(words)))
      .map(({ sentence }) => ({ turn, sentence, evidence: quote(turn.passage, sentence) })),
  );
}

/** Not denied. In talk, most things that help are asked, offered or promised: "Could you use the web version?" */
export const notDenied = ({ negated }: Modality): boolean => !negated;

/** A turn as evidence: its first sentence. */
export function quoteTurn({ passage }: Turn): Evidence {
  const first = passage.sentences[0];
  return quote(passage, first ?? { start: 0, end: passage.text.length });
}
