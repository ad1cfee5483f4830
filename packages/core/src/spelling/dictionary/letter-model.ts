const LETTERS = 27;
/** Rarer ones come from a few names. */
const FEWEST = 5;
const MOST = 255;

/** Which three letters follow each other in the words of a language, the edges of a word included. */
export class LetterModel {
  /** How often each three letters were met, up to 255. */
  readonly counts: Uint8Array;

  /** Starts from what another one has learnt, if given. */
  constructor(counts: Uint8Array = new Uint8Array(LETTERS ** 3)) {
    this.counts = counts;
  }

  /** Learns a word of a to z; any other it leaves alone. */
  learn(word: string): void {
    if (!/^[a-z]+$/.test(word)) return;
    for (const triple of triplesOf(word)) this.counts[triple] = Math.min(MOST, (this.counts[triple] ?? 0) + 1);
  }

  /** The share of a word's triples that the language does not know: near 0 for what can be spoken, 1 for `sdlkfj`. */
  strangeness(word: string): number {
    const triples = triplesOf(word);
    return triples.filter((triple) => (this.counts[triple] ?? 0) < FEWEST).length / Math.max(1, triples.length);
  }
}

function triplesOf(word: string): number[] {
  const triples: number[] = [];
  let first = 0;
  let second = letterAt(word, 0);
  for (let at = 1; at <= word.length; at++) {
    const third = letterAt(word, at);
    triples.push((first * LETTERS + second) * LETTERS + third);
    first = second;
    second = third;
  }
  return triples;
}

/** 1 to 26; 0 behind the end. */
function letterAt(word: string, at: number): number {
  return at < word.length ? word.charCodeAt(at) - 96 : 0;
}
