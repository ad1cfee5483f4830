import { PhraseAutomaton } from './phrase-automaton.ts';
import { PhraseTree } from './phrase-tree.ts';
import type { PhraseSet } from './phrases.ts';
import { isBetter } from './search-spans.ts';
import type { Words } from './words.ts';

/** Where a phrase of a set stands: positions of its first word and of the word behind its last. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
  /** The phrase has a gap, in which the sentence may say anything. */
  readonly gapped: boolean;
}

/** What one sentence holds of one set, in the order of the first words. */
export interface Match {
  readonly set: PhraseSet;
  readonly spans: readonly WordSpan[];
}

/** The sets that a sentence holds phrases of. They are few: going through the list is quicker than a map, and smaller. */
export type Matches = readonly Match[];

/** Where a sentence holds phrases of a set. */
export function spansIn(matches: Matches, set: PhraseSet): readonly WordSpan[] {
  for (const match of matches) if (match.set === set) return match.spans;
  return NO_SPANS;
}

const NO_SPANS: readonly WordSpan[] = [];

/**
 * Finds the phrases of many sets in one pass over a sentence. Phrases that begin alike share a path through a tree, and
 * each distinct word knows the paths that it can begin. Sets join when they are first asked for.
 */
export class Lexicon {
  /** The place of each set in the order of joining, by its id. */
  readonly #places: number[] = [];
  #size = 0;
  readonly #tree = new PhraseTree();
  /** Sets that have joined and are not in the tree yet: they are read when a sentence is. */
  readonly #waiting: PhraseSet[] = [];
  /** Undefined where sets have joined since it was last used. */
  #automaton: PhraseAutomaton | undefined;

  /** How many sets have joined. Grows only. */
  get size(): number {
    return this.#size;
  }

  /** The place of a set in the order of joining. It joins if it has not. */
  placeOf(set: PhraseSet): number {
    const known = this.#places[set.id];
    if (known !== undefined) return known;
    const place = this.#size++;
    this.#places[set.id] = place;
    this.#waiting.push(set);
    this.#automaton = undefined;
    return place;
  }

  /** All hits of all sets. From one word on, a set is found once: as far as it goes without a gap, else with the shortest. */
  match({ folded }: Words): Matches {
    this.#automaton ??= this.#build();
    const { start } = this.#automaton;
    let matches: Found[] | undefined;
    for (let from = 0; from < folded.length; from++) {
      let state = start.next(folded[from] ?? '');
      for (let at = from + 1; !state.isDead; at++) {
        if (state.ends.length > 0) {
          matches ??= [];
          for (const { set, gapped } of state.ends) record(set, { from, to: at, gapped }, matches);
        }
        if (at >= folded.length) break;
        state = state.next(folded[at] ?? '');
      }
    }
    return matches ?? NO_MATCHES;
  }

  #build(): PhraseAutomaton {
    for (const set of this.#waiting.splice(0)) this.#tree.add(set);
    return new PhraseAutomaton(this.#tree.root);
  }
}

/** A match that still grows. */
interface Found extends Match {
  readonly spans: WordSpan[];
}

const NO_MATCHES: Matches = [];

function record(set: PhraseSet, span: WordSpan, matches: Found[]): void {
  const known = matches.find((match) => match.set === set);
  if (known === undefined) {
    matches.push({ set, spans: [span] });
    return;
  }
  const { spans } = known;
  const last = spans.at(-1);
  if (last === undefined || last.from !== span.from) spans.push(span);
  else if (isBetter(span, last)) spans[spans.length - 1] = span;
}
