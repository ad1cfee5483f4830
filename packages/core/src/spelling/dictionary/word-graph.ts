const LONGEST_WORD = 30;

/** Words as `packWords` packs them. */
export interface PackedWords {
  /**
   * One number of four bytes (the lowest first) a letter; the letters of a node stand together. From the low bits: the
   * letter's place in `letters`, plus one (8 bits); whether a word ends here (1); whether this is the node's last letter (1);
   * the place of the next node, 0 for none (22). The first number is the root's place.
   */
  readonly edges: Uint8Array;
  /** All letters that occur, the commonest first, so that few have to be looked at. */
  readonly letters: string;
}

export const LETTER = 0xff;
export const ENDS_WORD = 0x100;
export const LAST_OF_NODE = 0x200;
export const NODE_SHIFT = 10;
const NONE = 0;

/**
 * The words of dictionaries as a graph whose like endings are kept once (half a megabyte for a large dictionary), so that
 * they are at hand as soon as they are read, and words near a misspelt one are found in some ten microseconds.
 */
export class WordGraph {
  readonly #edges: Uint32Array;
  readonly #root: number;
  /** A letter's number by its character code; 0 for what no word has. */
  readonly #numbers: Uint8Array;
  /** Character codes by letter number. */
  readonly #codes: Uint16Array;
  /** Costs by depth and position: row `d` belongs to the `d` letters walked so far. Reused by every search. */
  readonly #rows = Array.from({ length: LONGEST_WORD + 4 }, () => new Uint8Array(LONGEST_WORD + 2));
  readonly #path = new Uint16Array(LONGEST_WORD + 4);

  constructor({ edges, letters }: PackedWords) {
    const numbers = new DataView(edges.buffer, edges.byteOffset, edges.byteLength);
    this.#edges = Uint32Array.from({ length: edges.length / 4 }, (_, at) => numbers.getUint32(at * 4, true));
    this.#root = this.#edges[0] ?? NONE;
    this.#codes = Uint16Array.from({ length: letters.length + 1 }, (_, number) =>
      number === NONE ? 0 : letters.charCodeAt(number - 1),
    );
    this.#numbers = new Uint8Array(Math.max(...this.#codes) + 1);
    for (let number = 1; number < this.#codes.length; number++) this.#numbers[this.#codes[number] ?? 0] = number;
  }

  /** Whether the word is one of them. */
  has(word: string): boolean {
    let node = this.#root;
    let edge = NONE;
    for (let index = 0; index < word.length; index++) {
      edge = this.#edgeOf(node, this.#numbers[word.charCodeAt(index)] ?? NONE);
      if (edge === NONE) return false;
      node = edge >>> NODE_SHIFT;
    }
    return (edge & ENDS_WORD) !== 0;
  }

  #edgeOf(node: number, letter: number): number {
    if (node === NONE || letter === NONE) return NONE;
    for (let at = node; ; at++) {
      const edge = this.#edges[at] ?? NONE;
      if ((edge & LETTER) === letter) return edge;
      if ((edge & LAST_OF_NODE) !== 0) return NONE;
    }
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
    if (!sameStart) return this.#walk(word, limit, this.#root, 0);
    const start = this.#edgeOf(this.#root, this.#numbers[word.charCodeAt(0)] ?? NONE);
    return start !== NONE && this.#follow(word, limit, start, 0);
  }

  #walk(word: string, limit: number, node: number, depth: number): boolean {
    if (node === NONE || depth >= word.length + limit) return false;
    for (let at = node; ; at++) {
      const edge = this.#edges[at] ?? NONE;
      if (this.#follow(word, limit, edge, depth)) return true;
      if ((edge & LAST_OF_NODE) !== 0) return false;
    }
  }

  #follow(word: string, limit: number, edge: number, depth: number): boolean {
    const letter = this.#codes[edge & LETTER] ?? 0;
    this.#path[depth] = letter;
    if (this.#fillRow(word, depth + 1, letter) > limit) return false;
    if ((edge & ENDS_WORD) !== 0 && (this.#rows[depth + 1]?.[word.length] ?? limit + 1) <= limit) return true;
    return this.#walk(word, limit, edge >>> NODE_SHIFT, depth + 1);
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
