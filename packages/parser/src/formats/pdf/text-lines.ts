/** A stretch of text that was written in one go, upright, in points from the top left of its page. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  /** Tells fonts of a document apart: `g_d0_f1`. */
  readonly font: string;
}

/** What stands on one base line of a page, from left to right. */
export interface Line {
  readonly page: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly y: number;
  readonly segments: readonly Segment[];
}

/** A text as PDF.js finds it on a page. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** What a page holds: its size as it is shown, and where the units of its texts are. */
export interface PageText {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own units to points from its top left, the page turned as it is shown. */
  readonly transform: readonly number[];
  readonly items: readonly TextItem[];
}

/** Of the font size: base lines that differ by less are one line. */
const SAME_LINE = 0.35;
/** Gaps that separate columns, a label from its value, and words. */
const COLUMN_GAP = 0.9;
const LABEL_GAP = 0.35;
const WORD_GAP = 0.12;
const UPRIGHT_DEGREES = 3;

/** Puts the texts of a page into lines by their places: the order in the file tells nothing. */
export function linesOf({ page, width, height, transform, items }: PageText): Line[] {
  const placed = items
    .filter(({ str }) => str.trim() !== '')
    .map((item) => place(item, transform))
    .filter((item) => item !== undefined);
  const turn = mainTurn(placed);
  const [pageWidth, pageHeight] = turn % 2 === 0 ? [width, height] : [height, width];
  const upright = placed
    .filter((item) => item.turn === turn)
    .map(({ segment }) => turned(segment, turn, pageWidth, pageHeight));
  return groupLines(upright).map((segments) => ({
    page,
    pageWidth,
    pageHeight,
    y: segments[0]?.y ?? 0,
    segments: joinWords(segments),
  }));
}

interface Placed {
  readonly segment: Segment;
  /** Quarter turns clockwise. */
  readonly turn: number;
}

/** Where a text is on the page as it is shown. Undefined for text that stands askew, such as a watermark. */
function place(item: TextItem, page: readonly number[]): Placed | undefined {
  const [a, b, c, d, e, f] = multiply(page, item.transform);
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90);
  if (Math.abs(degrees - quarter * 90) > UPRIGHT_DEGREES) return undefined;
  const text = item.str.normalize('NFC').replace(/\s+/g, ' ').replaceAll('\u00ad', '-');
  const segment = { text, x: e, right: e + item.width, y: f, size: Math.hypot(c, d), font: item.fontName };
  return { segment, turn: (quarter + 4) % 4 };
}

function multiply(m: readonly number[], n: readonly number[]): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, jf = 0] = n;
  return [a * ia + c * ib, b * ia + d * ib, a * ic + c * id, b * ic + d * id, a * ie + c * jf + e, b * ie + d * jf + f];
}

/** How most of the text is turned. */
function mainTurn(placed: readonly Placed[]): number {
  const counts = [0, 0, 0, 0];
  for (const { segment, turn } of placed) counts[turn] = (counts[turn] ?? 0) + segment.text.length;
  return counts.indexOf(Math.max(...counts));
}

/** Turns the page so that its text is upright. `width` and `height` are those of the turned page. */
function turned(segment: Segment, turn: number, width: number, height: number): Segment {
  const length = segment.right - segment.x;
  const [x, y] =
    turn === 1
      ? [segment.y, height - segment.x]
      : turn === 2
        ? [width - segment.x, height - segment.y]
        : turn === 3
          ? [width - segment.y, segment.x]
          : [segment.x, segment.y];
  return { ...segment, x, y, right: x + length };
}

function groupLines(segments: readonly Segment[]): Segment[][] {
  const lines: Segment[][] = [];
  let line: Segment[] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const first = line[0];
    if (first !== undefined && segment.y - first.y > SAME_LINE * Math.max(first.size, segment.size)) {
      lines.push(line);
      line = [];
    }
    line.push(segment);
  }
  if (line.length > 0) lines.push(line);
  return lines.map((of) => of.sort((a, b) => a.x - b.x));
}

/** Joins what belongs together on a line. Columns, and a label and its value, stay apart. */
function joinWords(line: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const next of line) {
    const last = joined.at(-1);
    const gap = last === undefined ? 0 : (next.x - last.right) / Math.max(last.size, 1);
    const apart = last === undefined || gap > COLUMN_GAP || (gap > LABEL_GAP && last.text.trimEnd().endsWith(':'));
    if (apart) {
      joined.push(next);
      continue;
    }
    // Bold text is sometimes written twice, a little apart.
    if (next.text === last.text && next.x - last.x < 0.1 * last.size) continue;
    const space = gap > WORD_GAP && !last.text.endsWith(' ') && !next.text.startsWith(' ') ? ' ' : '';
    joined[joined.length - 1] = {
      ...last,
      text: last.text + space + next.text,
      right: Math.max(last.right, next.right),
    };
  }
  return joined.map((segment) => ({ ...segment, text: segment.text.trim() })).filter(({ text }) => text !== '');
}
