import { type PhraseSet, slotKey, type WordSlot } from './phrases.ts';

/** A place in the tree of all phrases: what may follow, and the sets of which a phrase ends here. */
export interface TreeNode {
  /** Tells nodes apart. */
  readonly id: number;
  /** By slot, to build the tree. */
  readonly bySlot: Map<string, TreeNode>;
  /** By word, to walk it. */
  readonly byWord: Map<string, TreeNode[]>;
  /** Ways on by any word that begins so. */
  readonly byStem: { readonly stem: string; readonly node: TreeNode }[];
  /** Ways on by a word with a digit in it. */
  readonly byDigit: TreeNode[];
  readonly ends: PhraseSet[];
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
      if (!node.ends.includes(set)) node.ends.push(set);
    }
  }

  #stepInto(from: TreeNode, slot: WordSlot): TreeNode {
    const key = slotKey(slot);
    const known = from.bySlot.get(key);
    if (known !== undefined) return known;
    const node = this.#newNode();
    from.bySlot.set(key, node);
    for (const word of slot.exact) {
      const ways = from.byWord.get(word);
      if (ways === undefined) from.byWord.set(word, [node]);
      else ways.push(node);
    }
    for (const stem of slot.stems) from.byStem.push({ stem, node });
    if (slot.digit) from.byDigit.push(node);
    return node;
  }

  #newNode(): TreeNode {
    return {
      id: this.#count++,
      bySlot: new Map(),
      byWord: new Map(),
      byStem: [],
      byDigit: [],
      ends: [],
      gap: undefined,
    };
  }
}
