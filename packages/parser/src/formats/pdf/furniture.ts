import { isJournalHeader } from '../../normalise/journals.ts';
import type { LabelBook } from './labels.ts';
import type { Line } from './text-lines.ts';

/** Lines at an edge of a page that can belong to its header or footer. */
const MOST_LINES = 6;
const SAME_PLACE = 1.5;
/** Of the height of a page: only there do lines that other pages have too belong to a header or footer. */
const MARGIN = 0.09;
const PAGE_NUMBER = /^(?:page \d{1,5}(?: (?:of|\/) \d{1,5})?|\d{1,5} ?(?:of|\/) ?\d{1,5})$/i;
const PRINTED = /^(?:run|printed|generated) (?:by|on|at|date)\b.{0,60}$/i;

/** Takes page headers and footers away: what stands at the same place of other pages too, or says what only they say. */
export function withoutFurniture(pages: readonly (readonly Line[])[], book: LabelBook): Line[][] {
  return pages.map((lines, at) => {
    const others = [-2, -1, 1, 2].map((step) => pages[at + step]).filter((page) => page !== undefined);
    const needed = Math.max(1, Math.min(2, others.length));
    const isFurniture = (line: Line) =>
      isPrinted(line) || (isInMargin(line) && others.filter((page) => repeats(line, page, book)).length >= needed);
    let from = 0;
    while (from < Math.min(MOST_LINES, lines.length) && isFurniture(lines[from] as Line)) from++;
    let to = lines.length;
    while (to > from && lines.length - to < MOST_LINES && isFurniture(lines[to - 1] as Line)) to--;
    return lines.slice(from, to);
  });
}

function isInMargin({ y, pageHeight }: Line): boolean {
  return y < MARGIN * pageHeight || y > (1 - MARGIN) * pageHeight;
}

/** Whether a line says what only a header or footer says. */
function isPrinted(line: Line): boolean {
  return line.segments.some(({ text }) => PAGE_NUMBER.test(text) || (isInMargin(line) && PRINTED.test(text)));
}

/** Whether a line without labels of the form stands at the same place of another page, apart from its numbers. */
function repeats(line: Line, page: readonly Line[], book: LabelBook): boolean {
  if (line.segments.some(({ text }) => isField(book, text) || isJournalHeader(text))) return false;
  const twin = page.find(({ y }) => Math.abs(y - line.y) <= SAME_PLACE);
  if (twin === undefined) return false;
  return line.segments.every((segment) =>
    twin.segments.some(({ x, text }) => Math.abs(x - segment.x) <= SAME_PLACE && masked(text) === masked(segment.text)),
  );
}

function isField(book: LabelBook, text: string): boolean {
  const label = book.read(text);
  return label?.known !== undefined && label.known.kind !== 'report';
}

function masked(text: string): string {
  return text.replace(/\d+/g, '#');
}
