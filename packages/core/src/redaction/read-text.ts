import { type CleanText, cleanText } from '../hostile/clean-text.ts';
import { BoundedCache } from '../text/bounded-cache.ts';
import { ownCopy } from '../text/own-copy.ts';
import { type Labelled, labelledIn } from './find/labelled.ts';
import { type Shapes, shapesIn, toldIn } from './find-personal.ts';
import { namesInProse } from './people/names-in-prose.ts';
import { namesInHeaders } from './people/names-told.ts';
import type { Personal } from './personal.ts';

/** A text with what it tells by itself, whatever ticket it stands in. Each part is worked out when it is first asked for. */
export class ReadText {
  readonly original: string;
  readonly clean: CleanText;
  readonly #labelled: Labelled;
  /** See {@link toldIn}. */
  readonly told: readonly Personal[];
  #names: readonly string[] | undefined;
  #shapes: Shapes | undefined;

  constructor(original: string) {
    this.original = original;
    this.clean = cleanText(original);
    this.#labelled = labelledIn(this.clean.text);
    this.told = toldIn(this.clean.text, this.#labelled);
  }

  /** Of people whom it tells to be some. */
  get names(): readonly string[] {
    const { text } = this.clean;
    this.#names ??= [...this.#labelled.names, ...namesInHeaders(text), ...namesInProse(text)];
    return this.#names;
  }

  get shapes(): Shapes {
    this.#shapes ??= shapesIn(this.clean.text, this.told);
    return this.#shapes;
  }
}

/** Texts that were read: one that comes again is not read again. */
export class ReadTexts {
  readonly #longest: number;
  readonly #known: BoundedCache<string, ReadText>;

  /**
   * @param longest Longer texts hardly come again, and are not kept. In UTF-16 units.
   * @param limit Texts per generation of the cache.
   */
  constructor({ longest, limit }: { readonly longest: number; readonly limit: number }) {
    this.#longest = longest;
    this.#known = new BoundedCache(limit);
  }

  get(text: string): ReadText {
    if (text.length > this.#longest) return new ReadText(text);
    let read = this.#known.get(text);
    if (read === undefined) {
      const own = ownCopy(text);
      read = new ReadText(own);
      this.#known.set(own, read);
    }
    return read;
  }
}

/** Names, groups, places and categories come again in ticket after ticket. */
const kept = new ReadTexts({ longest: 60, limit: 1_000 });

/** Reads a text; a short one that was read before is not read again. */
export const readText = (text: string): ReadText => kept.get(text);
