import { isNear } from './columns-of-page.ts';
import type { LabelBook } from './labels.ts';
import type { Line, Segment } from './text-lines.ts';

/** Of the font size: the second line of a label is no further from the first. */
const WIDEST_LEADING = 1.5;

/** Puts labels together that a narrow column has broken into two lines, on the first of them. */
export function joinWrappedLabels(lines: readonly Line[], book: LabelBook): Line[] {
  const joined = lines.map((line) => ({ ...line, segments: [...line.segments] }));
  for (const [at, line] of joined.entries()) {
    const next = joined[at + 1];
    if (next === undefined || next.page !== line.page) continue;
    for (const [index, segment] of line.segments.entries()) {
      const rest = next.segments.find((other) => isSecondHalf(segment, other, book));
      if (rest === undefined) continue;
      line.segments[index] = { ...segment, text: `${segment.text} ${rest.text}` };
      next.segments.splice(next.segments.indexOf(rest), 1);
    }
  }
  return joined.filter(({ segments }) => segments.length > 0);
}

function isSecondHalf(first: Segment, second: Segment, book: LabelBook): boolean {
  const isUnder = isNear(first.x, second.x) && second.y - first.y < WIDEST_LEADING * first.size;
  if (!isUnder || first.font !== second.font || first.text.includes(':')) return false;
  const label = book.read(`${first.text} ${second.text}`);
  if (label?.known === undefined || label.rest !== undefined) return false;
  // Without colons, the first half could be a label by itself: "Parent", with "Incident" under it.
  return label.colon || book.read(first.text)?.known === undefined;
}
