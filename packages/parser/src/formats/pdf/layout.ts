import { TEXT_FIELDS } from './form-words.ts';
import type { LabelBook, LabelText } from './labels.ts';
import type { Line, Segment } from './text-lines.ts';

/** Where values stand. */
export type Placement =
  /** In a column of their own, beside the label. */
  | 'beside'
  /** Right behind the label, as in a sentence. */
  | 'inline'
  /** Under the label. */
  | 'below';

/** What the labels of a document have in common, learnt from those that are known. */
export interface Layout {
  readonly placement: Placement;
  /** Labels end in a colon. */
  readonly colon: boolean;
  /** Where labels begin, from left to right. */
  readonly labelXs: readonly number[];
  /** Where values beside labels begin. */
  readonly valueXs: readonly number[];
  /** The font of labels, where nothing else has it. */
  readonly labelFont: string | undefined;
  /** From a label's line to the next. */
  readonly rowPitch: number;
  /** From a label to the text under it, where the document has both. */
  readonly belowGap: number | undefined;
  /** Labels follow on texts like lines of the text: the distance does not tell them. */
  readonly labelsInLine: boolean;
  /** Labels stand at the middle or the end of longer values: which lines belong to which label cannot be told. */
  readonly labelsCentred: boolean;
  /** From a line of text to the next in the same paragraph, where the document has some. */
  readonly leading: number | undefined;
}

/** How far two columns may be apart to be one, in points. */
export const SAME_COLUMN = 2.5;
/** Of the font size: no line of a paragraph is further from the one before. */
const WIDEST_LEADING = 1.75;
/** Of the texts in a column of labels, this share is known labels at least. */
const LABEL_SHARE = 0.2;
/** Of the labels, this share has a value beside it at least, where that is the place for values. */
const LEAST_BESIDE = 0.1;

interface Candidate {
  readonly line: Line;
  readonly at: number;
  readonly segment: Segment;
  readonly label: LabelText;
}

/** Learns the layout of a document. Undefined where it has no labels of an incident form. */
export function learnLayout(lines: readonly Line[], book: LabelBook): Layout | undefined {
  const all = lines.flatMap((line) => candidatesOf(line, book));
  const withColon = all.filter(({ label }) => label.colon).length;
  const colon = withColon >= all.length - withColon;
  const worded = all.filter(({ label }) => label.colon === colon);
  const labelFont = labelFontOf(worded, lines, book);
  const candidates = worded.filter(({ segment }) => labelFont === undefined || segment.font === labelFont);
  const labelXs = labelColumns(candidates, labelFont === undefined ? lines : []);
  const inColumns = candidates.filter(({ segment }) => labelXs.some((x) => isNear(x, segment.x)));
  if (inColumns.length === 0) return undefined;
  const values = inColumns.map(valueBeside).filter((value) => value !== undefined);
  const inline = inColumns.filter(({ label }) => label.rest !== undefined).length;
  const beside = values.length;
  const isBeside = beside >= Math.max(1, LEAST_BESIDE * inColumns.length);
  const placement: Placement = inline > inColumns.length / 3 ? 'inline' : isBeside ? 'beside' : 'below';
  const labelLines = new Set(inColumns.map(({ line }) => line));
  const leading = smallest(gaps(lines, (a, b) => isText(a, b, labelLines)));
  const ofForm = new Set(inColumns.filter(({ label }) => label.known?.prose === false).map(({ line }) => line));
  const afterText = gaps(lines, (a, b) => !labelLines.has(a) && ofForm.has(b));
  const likeLines = afterText.filter((gap) => leading !== undefined && gap < 1.08 * leading).length;
  const rowPitch = median(gaps(lines, (a, b) => labelLines.has(a) && labelLines.has(b))) ?? 0;
  const valueXs = columnsOf(
    values.map(({ x }) => x),
    1,
  );
  return {
    placement,
    colon,
    labelXs,
    valueXs,
    labelFont,
    rowPitch,
    labelsCentred: placement === 'beside' && areCentred(lines, labelLines, valueXs, leading, rowPitch),
    leading,
    belowGap: median(gaps(lines, (a, b) => labelLines.has(a) && isUnder(a, b, book))),
    labelsInLine: likeLines > 1 && likeLines >= afterText.length / 2,
  };

  function valueBeside({ line, at }: Candidate): Segment | undefined {
    const next = line.segments[at + 1];
    const isLabel = next?.font === labelFont || (next !== undefined && book.read(next.text)?.colon === colon);
    return isLabel ? undefined : next;
  }
}

export function isNear(x: number, other: number): boolean {
  return Math.abs(x - other) <= SAME_COLUMN;
}

function candidatesOf(line: Line, book: LabelBook): Candidate[] {
  return line.segments.flatMap((segment, at) => {
    const label = book.read(segment.text);
    return label?.known !== undefined && label.known.kind !== 'report' ? [{ line, at, segment, label }] : [];
  });
}

/** Positions that at least so many stand at. */
function columnsOf(xs: readonly number[], least: number): number[] {
  const columns: { x: number; count: number }[] = [];
  for (const x of [...xs].sort((a, b) => a - b)) {
    const last = columns.at(-1);
    if (last !== undefined && isNear(last.x, x)) last.count++;
    else columns.push({ x, count: 1 });
  }
  return columns.filter(({ count }) => count >= least).map(({ x }) => x);
}

/** Where labels begin. A column in which most texts are none holds values, some of which are worded like labels. */
function labelColumns(labels: readonly Candidate[], lines: readonly Line[]): number[] {
  const columns = columnsOf(
    labels.map(({ segment }) => segment.x),
    1,
  );
  const segments = lines.flatMap((line) => line.segments);
  return columns.filter((column, at) => {
    const known = labels.filter(({ segment }) => isNear(segment.x, column));
    // One alone could be in a text.
    if (known.length === 1 && known.some(({ label }) => !label.colon || label.rest !== undefined)) return false;
    return at === 0 || known.length >= LABEL_SHARE * segments.filter(({ x }) => isNear(x, column)).length;
  });
}

/** The font that most texts worded like labels have (some are values), and few others: labels that nobody knows. */
function labelFontOf(labels: readonly Candidate[], lines: readonly Line[], book: LabelBook): string | undefined {
  const standAlone = labels.filter(({ label }) => label.rest === undefined).map(({ segment }) => segment);
  const font = mostFrequent(standAlone.map((segment) => segment.font));
  const own = new Set(standAlone);
  const others = lines
    .flatMap(({ segments }) => segments)
    .filter((segment) => !own.has(segment) && !book.isHeading(segment.text));
  const inFont = (segments: readonly Segment[]) => segments.filter((segment) => segment.font === font).length;
  const isTheirs = inFont(standAlone) >= 0.7 * standAlone.length && inFont(others) <= 0.4 * others.length;
  return isTheirs && others.length > 0 ? font : undefined;
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
  return isOfText && isNear(first.x, text.x) && book.read(text.text) === undefined;
}

/** Whether a value has lines above its label, closer to it than to what stands before them. */
function areCentred(
  lines: readonly Line[],
  labelLines: ReadonlySet<Line>,
  valueXs: readonly number[],
  textLeading: number | undefined,
  rowPitch: number,
): boolean {
  const hasValue = ({ segments }: Line) => segments.some((segment) => valueXs.some((x) => isNear(x, segment.x)));
  const goesOn = (a: Line, b: Line) => labelLines.has(a) !== labelLines.has(b) && hasValue(a) && hasValue(b);
  const isKnown = textLeading !== undefined && rowPitch > 1.15 * textLeading;
  const leading = isKnown ? textLeading : smallest(gaps(lines, goesOn));
  if (leading === undefined || rowPitch < 1.15 * leading) return false;
  return lines.some((line, at) => {
    const [before, after] = [lines[at - 1], lines[at + 1]];
    if (before?.page !== line.page || after?.page !== line.page || labelLines.has(line)) return false;
    const isValue = line.segments.every((segment) => valueXs.some((x) => isNear(x, segment.x)));
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

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
