import type { CleanText } from '../hostile/clean-text.ts';
import { locateQuote } from '../judge/evidence/locate-quote.ts';
import type { Span } from '../text/spans.ts';

/** A value and the placeholder that takes its place. */
export interface Replacement extends Span {
  readonly placeholder: string;
}

/** A replacement with where its placeholder stands in the masked text. */
interface Placed extends Replacement {
  readonly maskedStart: number;
  readonly maskedEnd: number;
}

/** A text with placeholders, and the way back to the text as it was. */
export class MaskedText {
  readonly text: string;
  /** What was replaced, in order, in offsets into the clean text. */
  readonly replacements: readonly Replacement[];
  readonly #original: string;
  readonly #clean: CleanText;
  readonly #placed: readonly Placed[];

  /** `replacements` stand in order in the clean text and do not overlap. */
  constructor(original: string, clean: CleanText, replacements: readonly Replacement[]) {
    const parts: string[] = [];
    const placed: Placed[] = [];
    let length = 0;
    let from = 0;
    for (const each of replacements) {
      parts.push(clean.text.slice(from, each.start), each.placeholder);
      length += each.start - from + each.placeholder.length;
      placed.push({ ...each, maskedStart: length - each.placeholder.length, maskedEnd: length });
      from = each.end;
    }
    parts.push(clean.text.slice(from));
    this.text = parts.join('');
    this.replacements = replacements;
    this.#original = original;
    this.#clean = clean;
    this.#placed = placed;
  }

  /**
   * The words of the original that stand behind a quote of the masked text, placeholders replaced as a whole even where
   * the quote cuts into them. Undefined where the quote does not stand there.
   */
  originalOf(quote: string): string | undefined {
    if (quote === this.text) return this.#original;
    const exact = quote === '' ? -1 : this.text.indexOf(quote);
    const span = exact < 0 ? locateQuote(this.text, quote) : { start: exact, end: exact + quote.length };
    if (span === undefined) return undefined;
    const start = this.#clean.originalOffset(this.#cleanOffset(span.start, 'start'));
    const last = this.#clean.originalOffset(this.#cleanOffset(span.end, 'end') - 1);
    return this.#original.slice(start, last + 1);
  }

  #cleanOffset(at: number, side: keyof Span): number {
    let shift = 0;
    for (const { start, end, maskedStart, maskedEnd } of this.#placed) {
      if (side === 'start' ? at < maskedEnd : at <= maskedEnd) {
        const isInside = side === 'start' ? at >= maskedStart : at > maskedStart;
        return isInside ? { start, end }[side] : at - shift;
      }
      shift = maskedEnd - end;
    }
    return at - shift;
  }
}
