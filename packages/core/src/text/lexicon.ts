import { GAP, type PhraseSet, slotKey, type WordSlot } from './phrases.ts';
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

/** A place in the tree of all phrases: what may follow, and the sets of which a phrase ends here. */
interface Node {
  /** By slot, to build the tree. */
  readonly bySlot: Map<string, Node>;
  /** By word, to walk it. */
  readonly byWord: Map<string, Node[]>;
  /** Ways on by a stem, by its first character, so that few are tried for a word. */
  readonly byStem: Map<number, Stem[]>;
  /** Ways on by a word with a digit in it. */
  readonly byDigit: Node[];
  readonly ends: PhraseSet[];
  /** The way on behind a gap. */
  gap: Node | undefined;
}

/** A way on by any word that begins so. */
interface Stem {
  readonly stem: string;
  readonly node: Node;
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
    let matches: Found[] | undefined;
    for (let from = 0; from < folded.length; from++) {
      const nodes = this.#beginningWith(folded[from] ?? '');
      if (nodes.length === 0) continue;
      matches ??= [];
      for (const node of nodes) follow(node, folded, from, from + 1, false, matches);
    }
    return matches ?? NO_MATCHES;
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

/** A match that still grows. */
interface Found extends Match {
  readonly spans: WordSpan[];
}

const NO_MATCHES: Matches = [];
const NO_NODES: readonly Node[] = [];

function waysOn(node: Node, word: string): readonly Node[] {
  const exact = node.byWord.get(word) ?? NO_NODES;
  const stems = node.byStem.size === 0 ? undefined : node.byStem.get(word.charCodeAt(0));
  if (stems === undefined && node.byDigit.length === 0) return exact;
  const others = waysByStem(stems, node.byDigit, word);
  return others.length === 0 ? exact : [...new Set([...exact, ...others])];
}

function waysByStem(stems: readonly Stem[] | undefined, byDigit: readonly Node[], word: string): readonly Node[] {
  let found: Node[] | undefined;
  if (stems !== undefined) {
    for (const { stem, node } of stems) {
      if (!word.startsWith(stem)) continue;
      found ??= [];
      found.push(node);
    }
  }
  if (byDigit.length > 0 && /\d/.test(word)) found = found === undefined ? [...byDigit] : [...found, ...byDigit];
  return found ?? NO_NODES;
}

function stepInto(from: Node, slot: WordSlot): Node {
  const key = slotKey(slot);
  const known = from.bySlot.get(key);
  if (known !== undefined) return known;
  const node = newNode();
  from.bySlot.set(key, node);
  for (const word of slot.exact) listIn(from.byWord, word).push(node);
  for (const stem of slot.stems) listIn(from.byStem, stem.charCodeAt(0)).push({ stem, node });
  if (slot.digit) from.byDigit.push(node);
  return node;
}

function listIn<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}

/** Bounded work: a phrase has few gaps, and each spans at most {@link GAP} words. */
function follow(
  node: Node,
  words: readonly string[],
  from: number,
  at: number,
  gapped: boolean,
  matches: Found[],
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

function isBetter(span: WordSpan, known: WordSpan): boolean {
  if (span.gapped !== known.gapped) return known.gapped;
  return span.gapped ? span.to < known.to : span.to > known.to;
}

function newNode(): Node {
  return { bySlot: new Map(), byWord: new Map(), byStem: new Map(), byDigit: [], ends: [], gap: undefined };
}
