import { type PhraseSet, slotKey, type WordSlot } from './phrases.ts';

/** A place in the tree of all phrases: what may follow, and the sets of which a phrase ends here. */
export interface TreeNode {
  /** Tells nodes apart. */
  readonly id: number;
  /** By slot, to build the tree. Most nodes end a phrase and have no way on. */
  bySlot: Map<string, TreeNode> | undefined;
  /** By word, to walk it. */
  byWord: Map<string, readonly TreeNode[]> | undefined;
  /** Ways on by any word that begins so. */
  byStem: readonly { readonly stem: string; readonly node: TreeNode }[];
  /** Ways on by a word with a digit in it. */
  byDigit: readonly TreeNode[];
  ends: readonly PhraseSet[];
  /** The way on behind a gap. */
  gap: TreeNode | undefined;
}

/** The phrases of many sets, in which phrases that begin alike share a path. */
export class PhraseTree {
  #count = 0;
  readonly root: TreeNode = this.#newNode();

  add(set: PhraseSet): void {
    for (const sequence of set.sequences) {
      let node = this.root;
      for (const slot of sequence) {
        if (slot.kind === 'gap') {
          node.gap ??= this.#newNode();
          node = node.gap;
        } else node = this.#stepInto(node, slot);
      }
      if (!node.ends.includes(set)) node.ends = [...node.ends, set];
    }
  }

  #stepInto(from: TreeNode, slot: WordSlot): TreeNode {
    const key = slotKey(slot);
    const known = from.bySlot?.get(key);
    if (known !== undefined) return known;
    const node = this.#newNode();
    from.bySlot ??= new Map();
    from.bySlot.set(key, node);
    for (const word of slot.exact) {
      from.byWord ??= new Map();
      from.byWord.set(word, [...(from.byWord.get(word) ?? NONE), node]);
    }
    for (const stem of slot.stems) from.byStem = [...from.byStem, { stem, node }];
    if (slot.digit) from.byDigit = [...from.byDigit, node];
    return node;
  }

  #newNode(): TreeNode {
    return {
      id: this.#count++,
      bySlot: undefined,
      byWord: undefined,
      byStem: NONE,
      byDigit: NONE,
      ends: NONE,
      gap: undefined,
    };
  }
}

const NONE: readonly never[] = [];
