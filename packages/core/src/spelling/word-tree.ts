const FIRST = 97;
const LAST = 122;
const LONGEST_WORD = 30;
const NONE = 0;

/**
 * Words of the letters a to z as a tree packed into arrays (a few megabytes for a large dictionary), so that words near a
 * misspelt one are found in some ten microseconds.
 */
export class WordTree {
  /** The letter that leads to a node. Node 0 is the root. */
  #letters = new Uint8Array(1024);
  /** Whether a word ends at a node. */
  #ends = new Uint8Array(1024);
  #firstChild = new Uint32Array(1024);
  #nextSibling = new Uint32Array(1024);
  #size = 1;
  /** Costs by depth and position: row `d` belongs to the `d` letters walked so far. Reused by every search. */
  readonly #rows = Array.from({ length: LONGEST_WORD + 4 }, () => new Uint8Array(LONGEST_WORD + 2));
  readonly #path = new Uint8Array(LONGEST_WORD + 4);

  /** Takes the words in any order in which equal beginnings stand together. Words with other characters are left out. */
  constructor(words: Iterable<string>) {
    let previous = '';
    const nodes: number[] = [0];
    for (const word of words) {
      if (!isPlain(word)) continue;
      let shared = 0;
      while (shared < word.length && word.charCodeAt(shared) === previous.charCodeAt(shared)) shared++;
      for (let index = shared; index < word.length; index++)
        nodes[index + 1] = this.#add(nodes[index] ?? 0, word.charCodeAt(index));
      this.#ends[nodes[word.length] ?? 0] = 1;
      previous = word;
    }
    const size = this.#size;
    this.#letters = this.#letters.slice(0, size);
    this.#ends = this.#ends.slice(0, size);
    this.#firstChild = this.#firstChild.slice(0, size);
    this.#nextSibling = this.#nextSibling.slice(0, size);
  }

  #add(parent: number, letter: number): number {
    const node = this.#size++;
    if (node >= this.#letters.length) this.#grow();
    this.#letters[node] = letter;
    this.#nextSibling[node] = this.#firstChild[parent] ?? NONE;
    this.#firstChild[parent] = node;
    return node;
  }

  #grow(): void {
    const capacity = this.#letters.length * 2;
    this.#letters = copyInto(new Uint8Array(capacity), this.#letters);
    this.#ends = copyInto(new Uint8Array(capacity), this.#ends);
    this.#firstChild = copyInto(new Uint32Array(capacity), this.#firstChild);
    this.#nextSibling = copyInto(new Uint32Array(capacity), this.#nextSibling);
  }

  /**
   * Whether a word lies within `limit` edits of `word`. An edit: one letter added, left out or changed, or two neighbours
   * swapped. With `sameStart`, only words with the same first letter count, which is far less work.
   */
  hasNear(word: string, limit: number, sameStart: boolean): boolean {
    if (word.length > LONGEST_WORD) return false;
    const first = this.#rows[0];
    if (first === undefined) return false;
    for (let index = 0; index <= word.length; index++) first[index] = index;
    return this.#walk(word, limit, 0, 0, sameStart);
  }

  #walk(word: string, limit: number, node: number, depth: number, sameStart: boolean): boolean {
    if (depth >= word.length + limit) return false;
    for (let child = this.#firstChild[node] ?? NONE; child !== NONE; child = this.#nextSibling[child] ?? NONE) {
      const letter = this.#letters[child] ?? 0;
      if (sameStart && depth === 0 && letter !== word.charCodeAt(0)) continue;
      this.#path[depth] = letter;
      if (this.#fillRow(word, depth + 1, letter) > limit) continue;
      if (this.#ends[child] === 1 && (this.#rows[depth + 1]?.[word.length] ?? limit + 1) <= limit) return true;
      if (this.#walk(word, limit, child, depth + 1, sameStart)) return true;
    }
    return false;
  }

  /** Fills the row for one more letter and returns its least cost. */
  #fillRow(word: string, depth: number, letter: number): number {
    const row = this.#rows[depth];
    const above = this.#rows[depth - 1];
    if (row === undefined || above === undefined) return Number.POSITIVE_INFINITY;
    const before = depth > 1 ? this.#rows[depth - 2] : undefined;
    const previous = depth > 1 ? this.#path[depth - 2] : 0;
    let cost = depth;
    let least = depth;
    row[0] = depth;
    for (let index = 1; index <= word.length; index++) {
      const code = word.charCodeAt(index - 1);
      const changed = (above[index - 1] ?? 0) + (code === letter ? 0 : 1);
      cost = Math.min(cost + 1, (above[index] ?? 0) + 1, changed);
      if (before !== undefined && index > 1 && code === previous && word.charCodeAt(index - 2) === letter) {
        cost = Math.min(cost, (before[index - 2] ?? 0) + 1);
      }
      row[index] = cost;
      if (cost < least) least = cost;
    }
    return least;
  }
}

function isPlain(word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code < FIRST || code > LAST) return false;
  }
  return word.length > 0 && word.length <= LONGEST_WORD;
}

function copyInto<List extends Uint8Array | Uint32Array>(target: List, source: List): List {
  target.set(source);
  return target;
}
