import type { LabelBook, LabelText } from './labels.ts';
import type { Line, Segment } from './text-lines.ts';

/** How far two columns may be apart to be one, in points. */
export const SAME_COLUMN = 2.5;
/** Of the texts in a column of labels, this share is known labels at least. */
const LABEL_SHARE = 0.2;

/** A text that is worded like a label of the form. */
export interface Candidate {
  readonly line: Line;
  readonly at: number;
  readonly segment: Segment;
  readonly label: LabelText;
}

export function isNear(x: number, other: number): boolean {
  return Math.abs(x - other) <= SAME_COLUMN;
}

/** Whether a text begins at one of these positions. */
export function isAtOneOf(xs: readonly number[], { x }: Segment): boolean {
  return xs.some((other) => isNear(other, x));
}

/** The texts of a line that are worded like labels. */
export function candidatesOf(line: Line, book: LabelBook): Candidate[] {
  return line.segments.flatMap((segment, at) => {
    const label = book.read(segment.text);
    return label?.known !== undefined && label.known.kind !== 'report' ? [{ line, at, segment, label }] : [];
  });
}

/** Different positions, from left to right. */
export function columnsOf(segments: readonly Segment[]): number[] {
  const columns: number[] = [];
  for (const { x } of [...segments].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last === undefined || !isNear(last, x)) columns.push(x);
  }
  return columns;
}

/** Where labels begin. A column in which most texts are none holds values, some of which are worded like labels. */
export function labelColumns(labels: readonly Candidate[], lines: readonly Line[]): number[] {
  const columns = columnsOf(labels.map(({ segment }) => segment));
  const segments = lines.flatMap((line) => line.segments);
  return columns.filter((column, at) => {
    const known = labels.filter(({ segment }) => isNear(segment.x, column));
    // One alone could be in a text.
    if (known.length === 1 && known.some(({ label }) => !label.colon || label.rest !== undefined)) return false;
    return at === 0 || known.length >= LABEL_SHARE * segments.filter(({ x }) => isNear(x, column)).length;
  });
}

/** The font that most texts worded like labels have (some are values), and few others: labels that nobody knows. */
export function labelFontOf(labels: readonly Candidate[], lines: readonly Line[], book: LabelBook): string | undefined {
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

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
