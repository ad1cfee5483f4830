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

/** Longer texts hardly come again. In UTF-16 units. */
const LONGEST_KEPT = 60;

/** Names, groups, places and categories come again in ticket after ticket. */
const kept = new BoundedCache<string, ReadText>(1_000);

/** Reads a text; a short one that was read before is not read again. */
export function readText(text: string): ReadText {
  if (text.length > LONGEST_KEPT) return new ReadText(text);
  let read = kept.get(text);
  if (read === undefined) {
    const own = ownCopy(text);
    read = new ReadText(own);
    kept.set(own, read);
  }
  return read;
}
