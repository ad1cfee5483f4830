/** A stretch of text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The span that overlaps a stretch of text, the last one where several do. `sorted` spans stand in order and do not
 * overlap, so a binary search finds it.
 */
export function overlapping<S extends Span>(sorted: readonly S[], { start, end }: Span): S | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  const last = sorted[low - 1];
  return last !== undefined && last.end > start ? last : undefined;
}

/** Spans in order. Of those that overlap the first is kept, and of those that begin together the longest. */
export function withoutOverlaps<S extends Span>(spans: readonly S[]): S[] {
  let end = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      const isFree = span.start >= end;
      if (isFree) end = span.end;
      return isFree;
    });
}
