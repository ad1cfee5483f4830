/**
 * What nobody sees: zero-width and bidirectional controls, the soft hyphen, variation selectors, Unicode tags, and control
 * characters but tab and line ends.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: so are marks, each by itself
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]+/gu;

/** A text without what nobody sees, and the way back to the text as it was. Offsets are UTF-16. */
export interface CleanText {
  readonly text: string;
  /** Where a position of `text` stands in the text as it was. The end of `text` is the end of that. */
  originalOffset(at: number): number;
}

/**
 * Takes out of a text what nobody sees: zero-width and bidirectional controls, Unicode tags and the like. A word that was
 * hidden among them stands in the clear, and a prompt that holds the result shows all that it says.
 */
export function cleanText(text: string): CleanText {
  if (text.search(UNSEEN) < 0) return { text, originalOffset: (at) => at };
  const kept: string[] = [];
  /** Where each kept stretch begins, in the clean text and in the original. */
  const starts: number[] = [];
  const origins: number[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number) => {
    if (to === from) return;
    kept.push(text.slice(from, to));
    starts.push(length);
    origins.push(from);
    length += to - from;
  };
  for (const { index, 0: unseen } of text.matchAll(UNSEEN)) {
    keep(index);
    from = index + unseen.length;
  }
  keep(text.length);
  return {
    text: kept.join(''),
    originalOffset(at) {
      if (at >= length) return text.length;
      const stretch = lastAtMost(starts, at);
      return (origins[stretch] ?? 0) + at - (starts[stretch] ?? 0);
    },
  };
}

/** The last of these ascending numbers that is not above a value. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
