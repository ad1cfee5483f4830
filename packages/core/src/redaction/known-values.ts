import { type Words, wordsOf } from '../text/words.ts';
import { phoneKey } from './find/phones.ts';
import type { Personal } from './personal.ts';

/** Shorter values may stand elsewhere by chance. In UTF-16 units, and in digits. */
const SHORTEST = 4;
const FEWEST_DIGITS = 6;
const PART_OF_WORD = /[\p{L}\d_@\\]/u;

/** Values that a label told in one place, to be found wherever they stand in the same ticket. */
export class KnownValues {
  readonly #byText = new Map<string, Personal>();
  /** How long the values are that begin with a word: few lengths, however many values. */
  readonly #lengths = new Map<string, Set<number>>();
  readonly #phones = new Set<string>();

  add(value: Personal, text: string): void {
    if (value.type === 'PHONE') {
      if (text.replace(/\D/g, '').length >= FEWEST_DIGITS) this.#phones.add(phoneKey(text));
      return;
    }
    const [word] = wordsOf(text).folded;
    const lower = text.toLowerCase();
    if (word === undefined || text.length < SHORTEST || this.#byText.has(lower)) return;
    this.#byText.set(lower, value);
    const lengths = this.#lengths.get(word);
    if (lengths === undefined) this.#lengths.set(word, new Set([text.length]));
    else lengths.add(text.length);
  }

  /** Whether these digits are a phone number that was told. */
  isPhone = (key: string): boolean => this.#phones.has(key);

  /** Where values stand in a text that was cut into its words, case aside. */
  find(text: string, { folded, starts }: Words): Personal[] {
    if (this.#byText.size === 0) return [];
    const found: Personal[] = [];
    folded.forEach((word, index) => {
      const start = starts[index] ?? 0;
      for (const length of this.#lengths.get(word) ?? []) {
        const value = this.#byText.get(text.slice(start, start + length).toLowerCase());
        if (value !== undefined && standsAlone(text, start, start + length))
          found.push({ type: value.type, key: value.key, start, end: start + length });
      }
    });
    return found;
  }
}

function standsAlone(text: string, start: number, end: number): boolean {
  if (PART_OF_WORD.test(text.charAt(start - 1)) || PART_OF_WORD.test(text.charAt(end))) return false;
  return !/[-.]/.test(text.charAt(start - 1)) || !PART_OF_WORD.test(text.charAt(start - 2));
}
