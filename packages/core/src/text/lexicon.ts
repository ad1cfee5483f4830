import { canBegin, firstWords, matchSequence, type PhraseSequence, type PhraseSet } from './phrases.ts';
import type { Words } from './words.ts';

/** Where a phrase of a set stands: positions of its first word and of the word behind its last. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
  /** The phrase has a gap, in which the sentence may say anything. */
  readonly gapped: boolean;
}

interface Entry {
  readonly set: PhraseSet;
  readonly sequence: PhraseSequence;
  readonly gapped: boolean;
}

const MOST_CACHED_WORDS = 20_000;

/**
 * Finds the phrases of many sets in one pass over a sentence: each distinct word knows the phrases that it can begin.
 * Sets join when they are first asked for.
 */
export class Lexicon {
  readonly #sets = new Set<PhraseSet>();
  readonly #exact = new Map<string, Entry[]>();
  readonly #open: Entry[] = [];
  #candidates = new Map<string, readonly Entry[]>();

  /** How many sets have joined. Grows only. */
  get size(): number {
    return this.#sets.size;
  }

  /** Returns false where the set was here already. */
  add(set: PhraseSet): boolean {
    if (this.#sets.has(set)) return false;
    this.#sets.add(set);
    for (const sequence of set.sequences) {
      const entry = { set, sequence, gapped: sequence.some(({ kind }) => kind === 'gap') };
      const words = firstWords(sequence);
      if (words === undefined) this.#open.push(entry);
      for (const word of words ?? []) {
        const entries = this.#exact.get(word);
        if (entries === undefined) this.#exact.set(word, [entry]);
        else entries.push(entry);
      }
    }
    this.#candidates = new Map();
    return true;
  }

  /** All hits of all sets, in the order of their first words. */
  match(words: Words): ReadonlyMap<PhraseSet, readonly WordSpan[]> {
    const hits = new Map<PhraseSet, WordSpan[]>();
    for (let from = 0; from < words.folded.length; from++) {
      const word = words.folded[from] ?? '';
      for (const { set, sequence, gapped } of this.#beginningWith(word)) {
        const to = matchSequence(sequence, words.folded, from);
        if (to < 0) continue;
        const found = hits.get(set);
        if (found === undefined) hits.set(set, [{ from, to, gapped }]);
        else found.push({ from, to, gapped });
      }
    }
    return hits;
  }

  #beginningWith(word: string): readonly Entry[] {
    const known = this.#candidates.get(word);
    if (known !== undefined) return known;
    const open = this.#open.filter(({ sequence }) => canBegin(sequence, word));
    const exact = this.#exact.get(word);
    const found = exact === undefined ? open : [...exact, ...open];
    if (this.#candidates.size >= MOST_CACHED_WORDS) this.#candidates.clear();
    this.#candidates.set(word, found);
    return found;
  }
}
