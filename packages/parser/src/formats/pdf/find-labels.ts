import { isNear } from './columns-of-page.ts';
import type { LabelBook, LabelText } from './labels.ts';
import type { Layout } from './layout.ts';
import type { Line, Segment } from './text-lines.ts';

/** A label on a line, by the position of its segment. */
export interface FoundLabel extends LabelText {
  readonly at: number;
  readonly x: number;
}

/** What stands around a line. */
export interface Surroundings {
  /** The lines before belong to a text of many lines, which may hold what looks like labels. */
  readonly inText: boolean;
  /** The line before is the label of that text. */
  readonly afterLabel: boolean;
  /** Distance to the line before; undefined at the top of a page. */
  readonly gap: number | undefined;
  /** Whether the incident has a field of this name already. */
  hasField(name: string): boolean;
}

/** A gap that is this much larger than another is another kind of gap. */
const CLEARLY_LARGER = 1.15;
const ALIKE = 0.08;

/** Tells the labels on a line from texts that only look like labels. */
export class LabelFinder {
  readonly #book: LabelBook;
  readonly #layout: Layout;

  constructor(book: LabelBook, layout: Layout) {
    this.#book = book;
    this.#layout = layout;
  }

  /** The labels of a line, where it is a line of the form. */
  find(line: Line, around: Surroundings): FoundLabel[] {
    const found = line.segments.flatMap((segment, at): FoundLabel[] => {
      const label = this.#candidate(segment, line);
      return label === undefined ? [] : [{ ...label, at, x: segment.x }];
    });
    if (found.length === 0) return [];
    if (this.#layout.placement === 'below' && !this.#layout.colon && found.length < line.segments.length) return [];
    if (!around.inText) return found.filter((label) => this.#standsOnForm(label, line));
    return this.#isRowInText(found, line, around) ? found : [];
  }

  /** A text that could be a label by its words, its place and its font. */
  #candidate(segment: Segment, line: Line): LabelText | undefined {
    const { labelXs, labelFont, colon, placement } = this.#layout;
    const label = this.#book.read(segment.text);
    const isInColumn = labelXs.some((x) => isNear(x, segment.x));
    if (!isInColumn && label?.known?.kind !== 'report' && !this.#followsOnForm(label, segment, line)) return undefined;
    if (labelFont !== undefined && segment.font !== labelFont) return undefined;
    if (label === undefined) return this.#byFont(segment);
    if (label.known?.kind === 'report') return label.colon ? label : undefined;
    if (label.colon !== colon) return this.#byFont(segment);
    if (label.rest !== undefined && label.known === undefined && placement !== 'inline') return undefined;
    // Behind a label in a column there is its value.
    return placement === 'beside' && !colon && this.#isValue(segment, line) ? undefined : label;
  }

  /** Whether a label stands in a column of which nothing is known, on a line that begins with a label. */
  #followsOnForm(label: LabelText | undefined, segment: Segment, line: Line): boolean {
    const [first] = line.segments;
    if (!this.#layout.colon || label?.colon !== true || label.rest !== undefined) return false;
    if (first === undefined || first === segment || !this.#layout.labelXs.some((x) => isNear(x, first.x))) return false;
    return this.#book.read(first.text)?.colon === true;
  }

  #byFont(segment: Segment): LabelText | undefined {
    if (
      this.#layout.colon ||
      this.#book.isHeading(segment.text) ||
      segment.font !== this.#layout.labelFont ||
      segment.text.length > 60
    )
      return undefined;
    return { name: segment.text, known: undefined, colon: false, rest: undefined };
  }

  #isValue(segment: Segment, line: Line): boolean {
    const at = line.segments.indexOf(segment);
    return at > 0 && this.#layout.valueXs.some((x) => isNear(x, segment.x));
  }

  /** Outside of texts: a known label, or one that stands alone in a column of labels. */
  #standsOnForm(label: FoundLabel, line: Line): boolean {
    if (label.known !== undefined || label.rest === undefined) return true;
    return this.#layout.placement === 'inline' && isShort(label.name) && line.segments.length <= 2;
  }

  /** Inside a text: the line needs something that lines of texts do not have. */
  #isRowInText(found: readonly FoundLabel[], line: Line, around: Surroundings): boolean {
    const { placement, labelFont, leading, rowPitch, labelsInLine } = this.#layout;
    if (labelFont !== undefined) return true;
    const fresh = found.filter(({ name, known }) => known === undefined || !around.hasField(name));
    if (fresh.length === 0) return false;
    if (found.length > 1 || this.#hasValueBeside(found, line)) return true;
    if (around.afterLabel) return this.#isRowUnderLabel(fresh, around);
    const pitch = leading !== undefined && around.gap !== undefined ? around.gap / leading : undefined;
    const told = leading !== undefined && rowPitch > CLEARLY_LARGER * leading && !labelsInLine;
    const isRowGap =
      told && pitch !== undefined && pitch > CLEARLY_LARGER && Math.abs(pitch - Math.round(pitch)) > ALIKE;
    if (isRowGap) return placement === 'inline' || fresh.some(({ rest }) => rest === undefined);
    if (told && pitch !== undefined && Math.abs(pitch - 1) < ALIKE) return false;
    // The distance tells nothing, so the word has to: one that only a form has.
    const ofForm = fresh.filter(({ known }) => known !== undefined && !known.prose);
    return ofForm.some(({ rest }) => rest === undefined || placement === 'inline');
  }

  /** Under the label of a text there is its first line, or, where it is blank, the next label. */
  #isRowUnderLabel(found: readonly FoundLabel[], { gap }: Surroundings): boolean {
    const { belowGap, placement } = this.#layout;
    const alone = found.filter(({ rest }) => rest === undefined || placement === 'inline');
    if (alone.some(({ known }) => known !== undefined && !known.prose)) return true;
    return alone.length > 0 && belowGap !== undefined && gap !== undefined && Math.abs(gap / belowGap - 1) > ALIKE;
  }

  #hasValueBeside(found: readonly FoundLabel[], line: Line): boolean {
    return found.some(({ at }) => {
      const next = line.segments[at + 1];
      return next !== undefined && this.#layout.valueXs.some((x) => isNear(x, next.x));
    });
  }
}

function isShort(name: string): boolean {
  return name.length <= 30 && name.split(' ').length <= 4;
}
