import type { TreeNode } from './phrase-tree.ts';
import { GAP, type PhraseSet } from './phrases.ts';

/** Beyond so many, all states are forgotten and worked out again as they are met. */
const MOST_STATES = 10_000;
/** Words kept in one state beside those that phrases name. */
const MOST_INFLECTIONS = 2_000;

/** A set of which a phrase ends in a state. */
export interface End {
  readonly set: PhraseSet;
  /** The phrase has a gap, in which the sentence may say anything. */
  readonly gapped: boolean;
}

/** One way through the tree: where it stands, and how many words it may still pass over if it stands behind a gap. */
interface Place {
  readonly node: TreeNode;
  readonly gapped: boolean;
  /** Words that may be tried from here; 0 where the very next word has to fit. */
  readonly tries: number;
}

/**
 * All ways through the tree of phrases that the words so far leave open, taken as one. States are worked out when a text
 * first reaches them; from then on a word costs one look-up, however many phrases go on with it.
 */
export class State {
  readonly ends: readonly End[];
  readonly #automaton: PhraseAutomaton;
  readonly #places: readonly Place[];
  /** The state behind each word that a phrase names. Null until a text has it. */
  readonly #byWord = new Map<string, State | null>();
  /** Stems by the first unit of their words, so that few are tried. */
  readonly #stems = new Map<number, string[]>();
  /** The state behind any other word with a digit in it, where that makes a difference. */
  readonly #hasDigits: boolean;
  #afterDigits: State | undefined;
  /** The state behind any other word. */
  #afterOther: State | undefined;
  #inflections = 0;

  constructor(automaton: PhraseAutomaton, places: readonly Place[]) {
    this.#automaton = automaton;
    this.#places = places;
    this.ends = endsOf(places);
    this.#hasDigits = places.some(({ node }) => node.byDigit.length > 0);
    for (const { node } of places) {
      for (const word of node.byWord?.keys() ?? []) this.#byWord.set(word, null);
      for (const { stem } of node.byStem) {
        const initial = stem.charCodeAt(0);
        const stems = this.#stems.get(initial);
        if (stems === undefined) this.#stems.set(initial, [stem]);
        else stems.push(stem);
      }
    }
  }

  /** No phrase goes on from here. */
  get isDead(): boolean {
    return this.#places.length === 0;
  }

  /** The state behind a further word. */
  next(word: string): State {
    const known = this.#byWord.get(word);
    if (known !== undefined) return known ?? this.#learn(word);
    if (this.#fitsStem(word)) {
      if (this.#inflections >= MOST_INFLECTIONS) return this.#workOut(word);
      this.#inflections++;
      return this.#learn(word);
    }
    if (this.#hasDigits && hasDigit(word)) {
      this.#afterDigits ??= this.#workOut(word);
      return this.#afterDigits;
    }
    this.#afterOther ??= this.#workOut('');
    return this.#afterOther;
  }

  #learn(word: string): State {
    const found = this.#workOut(word);
    this.#byWord.set(word, found);
    return found;
  }

  #fitsStem(word: string): boolean {
    const stems = this.#stems.get(word.charCodeAt(0));
    if (stems !== undefined) for (const stem of stems) if (word.startsWith(stem)) return true;
    return false;
  }

  #workOut(word: string): State {
    const places: Place[] = [];
    for (const { node, gapped, tries } of this.#places) {
      for (const next of waysOn(node, word)) {
        places.push({ node: next, gapped, tries: 0 });
        if (next.gap !== undefined) places.push({ node: next.gap, gapped: true, tries: GAP + 1 });
      }
      if (tries > 1) places.push({ node, gapped, tries: tries - 1 });
    }
    return this.#automaton.stateOf(places);
  }
}

/** Reads sentences against a tree of phrases, word by word. */
export class PhraseAutomaton {
  readonly #states = new Map<string, State>();
  readonly #root: TreeNode;
  #start: State;

  constructor(root: TreeNode) {
    this.#root = root;
    this.#start = this.#newStart();
  }

  /** Where reading starts: any phrase may begin. */
  get start(): State {
    if (this.#states.size < MOST_STATES) return this.#start;
    this.#states.clear();
    this.#start = this.#newStart();
    return this.#start;
  }

  /** The one state for these places. */
  stateOf(places: readonly Place[]): State {
    const distinct = new Map(places.map((place) => [keyOf(place), place]));
    const key = [...distinct.keys()].sort().join(' ');
    let state = this.#states.get(key);
    if (state === undefined) {
      state = new State(this, [...distinct.values()]);
      this.#states.set(key, state);
    }
    return state;
  }

  #newStart(): State {
    return this.stateOf([{ node: this.#root, gapped: false, tries: 0 }]);
  }
}

function keyOf({ node, gapped, tries }: Place): string {
  return `${node.id}${gapped ? 'g' : ''}${tries}`;
}

function endsOf(places: readonly Place[]): End[] {
  const ends: End[] = [];
  for (const { node, gapped } of places) {
    for (const set of node.ends) {
      if (!ends.some((end) => end.set === set && end.gapped === gapped)) ends.push({ set, gapped });
    }
  }
  return ends;
}

function waysOn(node: TreeNode, word: string): ReadonlySet<TreeNode> {
  const ways = new Set(node.byWord?.get(word));
  for (const { stem, node: next } of node.byStem) if (word.startsWith(stem)) ways.add(next);
  if (hasDigit(word)) for (const next of node.byDigit) ways.add(next);
  return ways;
}

function hasDigit(word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}
