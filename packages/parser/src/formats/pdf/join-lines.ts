import { isJournalHeader } from '../../normalise/journals.ts';
import { isNear } from './columns-of-page.ts';
import type { Cell, ValueLine } from './forms.ts';
import type { Layout } from './layout.ts';

/** Of the leading: a larger gap ends a paragraph, a much larger one holds a blank line. */
const PARAGRAPH_GAP = 1.2;
const BLANK_LINE_GAP = 1.7;
/** Lines that end near the right edge show where it is, if they are so many. */
const ENOUGH_LINES = 3;
const NEAR_EDGE = 0.12;
/** Of the room that there is: where lines end earlier, they were not wrapped but are short. */
const LEAST_WIDTH = 0.7;
const LONG_LINE = 0.75;

const SENTENCE_END = /[.:;!?]$/;
/** A bullet, a number or a label of one's own at the beginning of a line. */
const ITEM = /^(?:[-–•*] |\d{1,3}[.)] |\p{Lu}[\p{L} ]{0,30}:(?: |$))/u;

interface Edge {
  readonly right: number;
  /** Lines were seen to be wrapped there; else it is where the page suggests. */
  readonly seen: boolean;
  /** Where many lines end, though there is more room: lines of a text that was wrapped before, or short lines. */
  readonly early: number | undefined;
}

/** Puts values together again from their lines: lines that the print-out has wrapped are joined, others stay lines. */
export class LineJoiner {
  readonly #layout: Layout;
  readonly #lines: readonly ValueLine[];
  /** Those that another line of their value follows. */
  readonly #followed: readonly ValueLine[];
  readonly #edges = new Map<string, Edge>();

  constructor(layout: Layout, cells: readonly Cell[]) {
    this.#layout = layout;
    this.#lines = cells.flatMap(({ lines }) => lines);
    this.#followed = cells.flatMap(({ lines }) => lines.slice(0, -1));
  }

  join(lines: readonly ValueLine[]): string {
    let text = '';
    /** The line of the value that is being put together. */
    let logical = '';
    for (const [at, line] of lines.entries()) {
      const before = lines[at - 1];
      const separator = before === undefined ? '' : this.#between(before, line, logical);
      logical = separator.includes('\n') ? line.text : logical + separator + line.text;
      text += separator + line.text;
    }
    return text;
  }

  #between(a: ValueLine, b: ValueLine, logical: string): string {
    const leading = this.#layout.leading ?? 1.2 * b.size;
    const gap = a.page === b.page ? (b.y - a.y) / leading : 1;
    if (gap >= BLANK_LINE_GAP) return '\n'.repeat(Math.min(10, Math.round(gap)));
    if (gap > PARAGRAPH_GAP || isJournalHeader(logical) || isJournalHeader(b.text)) return '\n';
    if (!this.#isWrapped(a, b)) return '\n';
    // A word that is as long as the line was cut, not wrapped.
    const isCut = !a.text.includes(' ') && a.text.length > 20;
    return isCut || /\p{L}-$/u.test(a.text) ? '' : ' ';
  }

  /** Whether the first word of a line would not have fitted on the line before. */
  #isWrapped(a: ValueLine, b: ValueLine): boolean {
    const edge = this.#edgeOf(a);
    const word = b.text.split(' ', 1)[0] ?? '';
    const width = ((b.right - b.x) * weigh(word)) / Math.max(1, weigh(b.text));
    if (SENTENCE_END.test(a.text) && ITEM.test(b.text)) return false;
    const needed = a.right + 0.25 * a.size + width;
    if (needed > edge.right) return true;
    const goesOn = /^\p{Ll}/u.test(b.text) && !SENTENCE_END.test(a.text);
    if (!goesOn) return false;
    // Where lines end is not sure, or they were wrapped by their letters: those that go on in small letters are joined.
    const end = edge.seen ? edge.right : edge.early;
    if (end !== undefined) return needed > end - NEAR_EDGE * (end - a.x);
    return a.right - a.x > LONG_LINE * (edge.right - a.x);
  }

  #edgeOf(line: ValueLine): Edge {
    const key = `${Math.round(line.x)} ${line.isText}`;
    const known = this.#edges.get(key);
    if (known !== undefined) return known;
    const right = rightmost(this.#lines, line);
    const nextColumn = this.#layout.labelXs.find((x) => x > line.x + line.size);
    const isColumn = nextColumn !== undefined && right <= nextColumn;
    const ofPage = isColumn ? nextColumn - 0.5 * line.size : line.pageWidth - Math.min(...this.#layout.labelXs);
    const wrapped = rightmost(this.#followed, line);
    const near = this.#followed.filter(
      (other) => isAlike(other, line) && other.right > wrapped - NEAR_EDGE * (wrapped - line.x),
    );
    const isWide = wrapped - line.x > LEAST_WIDTH * (ofPage - line.x);
    const seen = near.length >= ENOUGH_LINES && isWide;
    const early = near.length >= ENOUGH_LINES && !isWide ? wrapped : undefined;
    const edge = { right: seen ? wrapped : Math.max(right, ofPage), seen, early };
    this.#edges.set(key, edge);
    return edge;
  }
}

/** About how wide a text is, in widths of a small letter. */
function weigh(text: string): number {
  let weight = 0;
  for (const letter of text) {
    weight += /[iljtfrI.,:;'|!()[\] ]/.test(letter)
      ? 0.55
      : /[mwMW@%]/.test(letter)
        ? 1.55
        : /\p{Lu}/u.test(letter)
          ? 1.3
          : 1;
  }
  return weight;
}

function rightmost(lines: readonly ValueLine[], like: ValueLine): number {
  return lines.reduce((most, line) => (isAlike(line, like) ? Math.max(most, line.right) : most), 0);
}

/** Whether two lines begin at one place and may have the same width. */
function isAlike(line: ValueLine, other: ValueLine): boolean {
  return line.isText === other.isText && isNear(line.x, other.x);
}
