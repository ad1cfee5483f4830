import type { WordSpan } from './lexicon.ts';
import { matchSequence, type PhraseSequence, type PhraseSet } from './phrases.ts';
import type { Words } from './words.ts';

/** The sequences of a set by the words that they begin with; under no word those that begin with a stem or a number. */
type Index = ReadonlyMap<string | undefined, readonly PhraseSequence[]>;

const indexes = new WeakMap<PhraseSet, Index>();

/** Where phrases of a set stand in a sentence, found by searching it: the same as the lexicon finds, without joining it. */
export function searchSpans({ folded }: Words, set: PhraseSet): readonly WordSpan[] {
  const index = indexOf(set);
  const spans: WordSpan[] = [];
  folded.forEach((word, from) => {
    let best: WordSpan | undefined;
    for (const key of [word, undefined]) {
      for (const sequence of index.get(key) ?? []) {
        const to = matchSequence(sequence, folded, from);
        if (to < 0) continue;
        const span = { from, to, gapped: sequence.some(({ kind }) => kind === 'gap') };
        if (best === undefined || isBetter(span, best)) best = span;
      }
    }
    if (best !== undefined) spans.push(best);
  });
  return spans;
}

/** As far as it goes without a gap, else the shortest. */
export function isBetter(span: WordSpan, known: WordSpan): boolean {
  if (span.gapped !== known.gapped) return known.gapped;
  return span.gapped ? span.to < known.to : span.to > known.to;
}

function indexOf(set: PhraseSet): Index {
  const known = indexes.get(set);
  if (known !== undefined) return known;
  const index = new Map<string | undefined, PhraseSequence[]>();
  for (const sequence of set.sequences) {
    for (const key of firstWords(sequence)) {
      const others = index.get(key);
      if (others === undefined) index.set(key, [sequence]);
      else others.push(sequence);
    }
  }
  indexes.set(set, index);
  return index;
}

function firstWords([first]: PhraseSequence): readonly (string | undefined)[] {
  if (first?.kind !== 'word') return [];
  return first.stems.length > 0 || first.digit ? [undefined] : first.exact;
}
