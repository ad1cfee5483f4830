import { type Candidate, candidatesOf, columnsOf, isAtOneOf, labelColumns, labelFontOf } from './columns-of-page.ts';
import type { LabelBook } from './labels.ts';
import { measureSpacing, type Spacing } from './spacing.ts';
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
export interface Layout extends Spacing {
  readonly placement: Placement;
  /** Labels end in a colon. */
  readonly colon: boolean;
  /** Where labels begin, from left to right. */
  readonly labelXs: readonly number[];
  /** Where values beside labels begin. */
  readonly valueXs: readonly number[];
  /** The font of labels, where nothing else has it. */
  readonly labelFont: string | undefined;
}

/** Of the labels, this share has a value beside it at least, where that is the place for values. */
const LEAST_BESIDE = 0.1;

/** Learns the layout of a document. Undefined where it has no labels of an incident form. */
export function learnLayout(lines: readonly Line[], book: LabelBook): Layout | undefined {
  const all = lines.flatMap((line) => candidatesOf(line, book));
  const withColon = all.filter(({ label }) => label.colon).length;
  const colon = withColon >= all.length - withColon;
  const worded = all.filter(({ label }) => label.colon === colon);
  const labelFont = labelFontOf(worded, lines, book);
  const candidates = worded.filter(({ segment }) => labelFont === undefined || segment.font === labelFont);
  const labelXs = labelColumns(candidates, labelFont === undefined ? lines : []);
  const labels = candidates.filter(({ segment }) => isAtOneOf(labelXs, segment));
  if (labels.length === 0) return undefined;
  const values = labels.map(valueBeside).filter((value) => value !== undefined);
  const valueXs = columnsOf(values);
  const labelLines = new Set(labels.map(({ line }) => line));
  const formLines = new Set(labels.filter(({ label }) => label.known?.prose === false).map(({ line }) => line));
  return {
    placement: placementOf(labels, values.length),
    colon,
    labelXs,
    valueXs,
    labelFont,
    ...measureSpacing(lines, labelLines, formLines, valueXs, book),
  };

  function valueBeside({ line, at }: Candidate): Segment | undefined {
    const next = line.segments[at + 1];
    const isLabel = next?.font === labelFont || (next !== undefined && book.read(next.text)?.colon === colon);
    return isLabel ? undefined : next;
  }
}

function placementOf(labels: readonly Candidate[], beside: number): Placement {
  const inline = labels.filter(({ label }) => label.rest !== undefined).length;
  if (inline > labels.length / 3) return 'inline';
  return beside >= Math.max(1, LEAST_BESIDE * labels.length) ? 'beside' : 'below';
}
