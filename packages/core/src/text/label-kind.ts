import { BoundedCache } from './bounded-cache.ts';
import { matchSequence, phraseSet } from './phrases.ts';

/** A kind of form label, recognised by phrases that must make up the whole label. */
export class LabelKind {
  readonly #phrases;
  readonly #known = new BoundedCache<string, boolean>(2000);

  constructor(phrases: readonly string[]) {
    this.#phrases = phraseSet(phrases);
  }

  /** `label`: words, folded and joined by spaces, as in `FormLine.label`. */
  matches(label: string): boolean {
    const known = this.#known.get(label);
    if (known !== undefined) return known;
    const words = label.split(' ');
    const matches = this.#phrases.sequences.some((sequence) => matchSequence(sequence, words, 0) === words.length);
    this.#known.set(label, matches);
    return matches;
  }
}
