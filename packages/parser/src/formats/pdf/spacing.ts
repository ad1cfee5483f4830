import { isAtOneOf, isNear } from './columns-of-page.ts';
import { TEXT_FIELDS } from './form-words.ts';
import type { LabelBook } from './labels.ts';
import type { Line } from './text-lines.ts';

/** How far the lines of a document are from each other, in points. */
export interface Spacing {
  /** From a label's line to the next. */
  readonly rowPitch: number;
  /** From a line of text to the next in the same paragraph, where the document has some. */
  readonly leading: number | undefined;
  /** From a label to the text under it, where the document has both. */
  readonly belowGap: number | undefined;
  /** Labels follow on texts like lines of the text: the distance does not tell them. */
  readonly labelsInLine: boolean;
  /** Labels stand at the middle or the end of longer values: which lines belong to which label cannot be told. */
  readonly labelsCentred: boolean;
}

/** Of the font size: no line of a paragraph is further from the one before. */
const WIDEST_LEADING = 1.75;

/**
 * Measures the distances of lines. `labelLines`: those with labels; `formLines`: those with labels that nobody writes in a
 * text; `valueXs`: where values beside labels begin.
 */
export function measureSpacing(
  lines: readonly Line[],
  labelLines: ReadonlySet<Line>,
  formLines: ReadonlySet<Line>,
  valueXs: readonly number[],
  book: LabelBook,
): Spacing {
  const leading = smallest(gaps(lines, (a, b) => isText(a, b, labelLines)));
  const rowPitch = median(gaps(lines, (a, b) => labelLines.has(a) && labelLines.has(b))) ?? 0;
  const afterText = gaps(lines, (a, b) => !labelLines.has(a) && formLines.has(b));
  const likeLines = afterText.filter((gap) => leading !== undefined && gap < 1.08 * leading).length;
  return {
    rowPitch,
    leading,
    belowGap: smallest(gaps(lines, (a, b) => labelLines.has(a) && isUnder(a, b, book))),
    labelsInLine: likeLines > 1 && likeLines >= afterText.length / 2,
    labelsCentred: areCentred(lines, labelLines, valueXs, leading, rowPitch),
  };
}

function isText(a: Line, b: Line, labelLines: ReadonlySet<Line>): boolean {
  const [first] = a.segments;
  const [second] = b.segments;
  if (labelLines.has(a) || labelLines.has(b) || first === undefined || second === undefined) return false;
  return isNear(first.x, second.x) && b.y - a.y < WIDEST_LEADING * second.size;
}

/** Whether a text, and none that could be a label, stands under the label of a text. */
function isUnder(label: Line, line: Line, book: LabelBook): boolean {
  const [first, another] = label.segments;
  const [text] = line.segments;
  if (first === undefined || another !== undefined || text === undefined) return false;
  const { known, rest } = book.read(first.text) ?? {};
  const isOfText = known?.kind === 'field' && TEXT_FIELDS.has(known.target) && rest === undefined;
  return isOfText && isNear(first.x, text.x) && book.read(text.text) === undefined && !book.isHeading(text.text);
}

/** Whether a value has lines above its label, closer to it than to what stands before them. */
function areCentred(
  lines: readonly Line[],
  labelLines: ReadonlySet<Line>,
  valueXs: readonly number[],
  textLeading: number | undefined,
  rowPitch: number,
): boolean {
  const hasValue = ({ segments }: Line) => segments.some((segment) => isAtOneOf(valueXs, segment));
  const goesOn = (a: Line, b: Line) => labelLines.has(a) !== labelLines.has(b) && hasValue(a) && hasValue(b);
  const isKnown = textLeading !== undefined && rowPitch > 1.15 * textLeading;
  const leading = isKnown ? textLeading : smallest(gaps(lines, goesOn));
  if (leading === undefined || rowPitch < 1.15 * leading) return false;
  return lines.some((line, at) => {
    const [before, after] = [lines[at - 1], lines[at + 1]];
    if (before?.page !== line.page || after?.page !== line.page || labelLines.has(line)) return false;
    const isValue = line.segments.every((segment) => isAtOneOf(valueXs, segment));
    const isNearer = line.y - before.y > 1.3 * leading && after.y - line.y < 1.1 * leading;
    return isValue && isNearer && labelLines.has(after);
  });
}

/** The distances between neighbouring lines of a page that satisfy a condition. */
function gaps(lines: readonly Line[], wanted: (a: Line, b: Line) => boolean): number[] {
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before !== undefined && before.page === line.page && wanted(before, line) ? [line.y - before.y] : [];
  });
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The smallest distance that is no exception. */
function smallest(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 10)];
}
