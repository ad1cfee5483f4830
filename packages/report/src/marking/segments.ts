/** A part of a text that is to stand out. Offsets are UTF-16, `end` exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text under the same marks. */
export interface Segment<M extends Mark> {
  readonly text: string;
  /** The marks that cover it, in the order in which they begin. */
  readonly marks: readonly M[];
  /** The marks that begin here. */
  readonly opening: readonly M[];
  /** The marks that end here. */
  readonly closing: readonly M[];
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** Whether a boundary would cut a surrogate pair in two. */
export const splitsPair = (text: string, at: number) =>
  at > 0 && at < text.length && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));

interface Placed<M extends Mark> {
  readonly mark: M;
  readonly start: number;
  readonly end: number;
}

/** A mark widened to whole characters and cut to the text. */
function place<M extends Mark>(text: string, mark: M): Placed<M> {
  const start = Math.min(Math.max(mark.start, 0), text.length);
  const end = Math.min(Math.max(mark.end, start), text.length);
  return { mark, start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end };
}

/**
 * Cuts a text where marks begin and end. The segments joined are the text again. Marks may overlap, touch or be equal;
 * an empty one is left out, and so is one behind the end. One that reaches over the end is cut, for a text that is not
 * shown in full.
 */
export function segment<M extends Mark>(text: string, marks: readonly M[]): Segment<M>[] {
  const placed = marks.filter(({ start, end }) => end > start && start < text.length).map((mark) => place(text, mark));
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const byStart = Map.groupBy(placed, ({ start }) => start);
  const active = new Set<Placed<M>>();
  const segments: Segment<M>[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    const opening = byStart.get(from) ?? [];
    for (const mark of opening) active.add(mark);
    const covering = [...active];
    const closing = covering.filter(({ end }) => end === to);
    for (const mark of closing) active.delete(mark);
    segments.push({
      text: text.slice(from, to),
      marks: covering.map(({ mark }) => mark),
      opening: opening.map(({ mark }) => mark),
      closing: closing.map(({ mark }) => mark),
    });
  }
  return segments;
}
