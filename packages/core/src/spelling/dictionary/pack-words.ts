import { ENDS_WORD, LAST_OF_NODE, LETTER, NODE_SHIFT, type PackedWords } from './word-graph.ts';

/**
 * Packs words for a {@link WordGraph}. It takes a second for a large dictionary, so it is done in the build. Throws a
 * RangeError for more letters or nodes than the numbers hold.
 */
export function packWords(list: Iterable<string>): PackedWords {
  const words = [...new Set(list)].filter((word) => word !== '');
  const letters = byFrequency(words);
  const numbers = new Map(letters.map((letter, at) => [letter, at + 1]));
  const spelled = words.map((word) => unitsOf(word).map((letter) => numbers.get(letter) ?? 0)).sort(compare);

  /** The first is for the root's place, which is known last. */
  const edges = [0];
  const places = new Map<string, number>();
  const nodeOf = (from: number, to: number, depth: number): number => {
    const node: number[] = [];
    for (let start = from; start < to; ) {
      const letter = spelled[start]?.[depth] ?? 0;
      let end = start + 1;
      while (end < to && spelled[end]?.[depth] === letter) end++;
      const ends = spelled[start]?.length === depth + 1;
      const rest = ends ? start + 1 : start;
      const next = rest < end ? nodeOf(rest, end, depth + 1) : 0;
      node.push(edgeOf(letter, ends, end === to, next));
      start = end;
    }
    const key = node.join();
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = edges.length;
    for (const edge of node) edges.push(edge);
    places.set(key, place);
    return place;
  };
  edges[0] = spelled.length === 0 ? 0 : nodeOf(0, spelled.length, 0);
  return { edges: toBytes(edges), letters: letters.join('') };
}

function byFrequency(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) for (const letter of unitsOf(word)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([letter]) => letter);
}

/** UTF-16 units, as `charCodeAt` gives them to the search. */
function unitsOf(word: string): string[] {
  return word.split('');
}

/** Words that begin alike stand together, the shorter one first. */
function compare(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function edgeOf(letter: number, ends: boolean, isLast: boolean, next: number): number {
  if (letter > LETTER || next >= 2 ** (32 - NODE_SHIFT))
    throw new RangeError('The words do not fit into a word graph.');
  return (((next << NODE_SHIFT) >>> 0) + (isLast ? LAST_OF_NODE : 0) + (ends ? ENDS_WORD : 0) + letter) >>> 0;
}

function toBytes(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [at, number] of numbers.entries()) bytes.setUint32(at * 4, number, true);
  return new Uint8Array(bytes.buffer);
}
