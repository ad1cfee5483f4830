/** What a stretch of a text is to the verdict. */
export type HighlightTone = 'gain' | 'loss' | 'note';

/** A stretch that proves something, by offsets into the text. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly tone: HighlightTone;
  readonly id: string;
}

/** A piece of a text. Pieces follow each other and are the whole text together. */
export interface Piece {
  readonly text: string;
  /** Undefined: it proves nothing. */
  readonly tone: HighlightTone | undefined;
  /** Ids of the stretches that begin here. */
  readonly ids: readonly string[];
}

const RANK: readonly HighlightTone[] = ['loss', 'gain', 'note'];

/** Cuts a text where highlights begin and end. Where they overlap, a loss is seen before a gain. */
export function piecesOf(text: string, highlights: readonly Highlight[]): Piece[] {
  const inside = highlights.filter(({ start, end }) => start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, place) => {
    const to = cuts[place + 1] ?? text.length;
    const over = inside.filter(({ start, end }) => start <= from && end >= to);
    return {
      text: text.slice(from, to),
      tone: RANK.find((tone) => over.some((each) => each.tone === tone)),
      ids: over.filter(({ start }) => start === from).map(({ id }) => id),
    };
  });
}
