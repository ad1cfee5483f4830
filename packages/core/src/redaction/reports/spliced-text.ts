import type { Span } from '../../text/spans.ts';

/** What takes the place of a stretch of text. */
export interface Splice extends Span {
  readonly by: string;
}

/** A text with stretches of it replaced, and where its words went. Offsets are UTF-16. */
export interface SplicedText {
  readonly text: string;
  /** Where a span of the original stands now. One that cuts into what was replaced takes all of that. */
  spanOf(span: Span): Span;
}

/** Replaces stretches of a text. They stand in order and do not overlap. */
export function splice(original: string, splices: readonly Splice[]): SplicedText {
  if (splices.length === 0) return { text: original, spanOf: ({ start, end }) => ({ start, end }) };
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, by } of splices) {
    parts.push(original.slice(from, start), by);
    from = end;
  }
  parts.push(original.slice(from));
  return {
    text: parts.join(''),
    spanOf: ({ start, end }) => ({ start: moved(start, splices, 'start'), end: moved(end, splices, 'end') }),
  };
}

/** Where an offset went: inside of what was replaced, to the edge that keeps all of it. */
function moved(at: number, splices: readonly Splice[], edge: keyof Span): number {
  let shift = 0;
  for (const { start, end, by } of splices) {
    if (at <= start) break;
    if (at < end) return start + shift + (edge === 'start' ? 0 : by.length);
    shift += by.length - (end - start);
  }
  return at + shift;
}
