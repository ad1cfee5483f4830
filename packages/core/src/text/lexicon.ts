import { GAP, type PhraseSet, slotKey, slotMatches, type WordSlot } from './phrases.ts';
import type { Words } from './words.ts';

/** Where a phrase of a set stands: positions of its first word and of the word behind its last. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
  /** The phrase has a gap, in which the sentence may say anything. */
  readonly gapped: boolean;
}

/** Hits of each set that has any, in the order of their first words. */
export type Matches = ReadonlyMap<PhraseSet, readonly WordSpan[]>;

/** A place in the tree of all phrases: what may follow, and the sets of which a phrase ends here. */
interface Node {
  /** By slot, to build the tree. */
  readonly bySlot: Map<string, Node>;
  /** By word, to walk it. */
  readonly byWord: Map<string, Node[]>;
  /** Ways on by a stem or a number. */
  readonly open: { readonly slot: WordSlot; readonly node: Node }[];
  readonly ends: PhraseSet[];
  /** The way on behind a gap. */
  gap: Node | undefined;
}

const MOST_CACHED_WORDS = 5_000;

/**
 * Finds the phrases of many sets in one pass over a sentence. Phrases that begin alike share a path through a tree, and
 * each distinct word knows the paths that it can begin. Sets join when they are first asked for.
 */
export class Lexicon {
  readonly #sets = new Set<PhraseSet>();
  readonly #root: Node = newNode();
  #beginning = new Map<string, readonly Node[]>();

  /** How many sets have joined. Grows only. */
  get size(): number {
    return this.#sets.size;
  }

  /** Lets a set join, unless it has. */
  add(set: PhraseSet): void {
    if (this.#sets.has(set)) return;
    this.#sets.add(set);
    for (const sequence of set.sequences) {
      let node = this.#root;
      for (const slot of sequence) {
        if (slot.kind === 'gap') {
          node.gap ??= newNode();
          node = node.gap;
        } else node = stepInto(node, slot);
      }
      if (!node.ends.includes(set)) node.ends.push(set);
    }
    this.#beginning = new Map();
  }

  /** All hits of all sets. From one word on, a set is found once: as far as it goes without a gap, else with the shortest. */
  match({ folded }: Words): Matches {
    const matches = new Map<PhraseSet, WordSpan[]>();
    for (let from = 0; from < folded.length; from++) {
      for (const node of this.#beginningWith(folded[from] ?? '')) follow(node, folded, from, from + 1, false, matches);
    }
    return matches;
  }

  #beginningWith(word: string): readonly Node[] {
    const known = this.#beginning.get(word);
    if (known !== undefined) return known;
    const found = waysOn(this.#root, word);
    if (this.#beginning.size >= MOST_CACHED_WORDS) this.#beginning.clear();
    this.#beginning.set(word, found);
    return found;
  }
}

const NO_NODES: readonly Node[] = [];

function waysOn(node: Node, word: string): readonly Node[] {
  const exact = node.byWord.get(word) ?? NO_NODES;
  if (node.open.length === 0) return exact;
  const open = node.open.filter(({ slot }) => slotMatches(slot, word));
  return open.length === 0 ? exact : [...exact, ...open.map((way) => way.node)];
}

function stepInto(from: Node, slot: WordSlot): Node {
  const key = slotKey(slot);
  const known = from.bySlot.get(key);
  if (known !== undefined) return known;
  const node = newNode();
  from.bySlot.set(key, node);
  if (slot.stems.length > 0 || slot.digit) from.open.push({ slot, node });
  else {
    for (const word of slot.exact) {
      const nodes = from.byWord.get(word);
      if (nodes === undefined) from.byWord.set(word, [node]);
      else nodes.push(node);
    }
  }
  return node;
}

/** Bounded work: a phrase has few gaps, and each spans at most {@link GAP} words. */
function follow(
  node: Node,
  words: readonly string[],
  from: number,
  at: number,
  gapped: boolean,
  matches: Map<PhraseSet, WordSpan[]>,
): void {
  for (const set of node.ends) record(set, { from, to: at, gapped }, matches);
  const word = words[at];
  if (word === undefined) return;
  for (const next of waysOn(node, word)) follow(next, words, from, at + 1, gapped, matches);
  if (node.gap === undefined) return;
  for (let skip = 0; skip <= GAP && at + skip < words.length; skip++) {
    for (const next of waysOn(node.gap, words[at + skip] ?? ''))
      follow(next, words, from, at + skip + 1, true, matches);
  }
}

function record(set: PhraseSet, span: WordSpan, matches: Map<PhraseSet, WordSpan[]>): void {
  const spans = matches.get(set);
  if (spans === undefined) {
    matches.set(set, [span]);
    return;
  }
  const last = spans.at(-1);
  if (last === undefined || last.from !== span.from) spans.push(span);
  else if (isBetter(span, last)) spans[spans.length - 1] = span;
}

function isBetter(span: WordSpan, known: WordSpan): boolean {
  if (span.gapped !== known.gapped) return known.gapped;
  return span.gapped ? span.to < known.to : span.to > known.to;
}

function newNode(): Node {
  return { bySlot: new Map(), byWord: new Map(), open: [], ends: [], gap: undefined };
}
