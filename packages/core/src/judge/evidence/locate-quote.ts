import type { Span } from '../../text/spans.ts';
import { occurrences } from './find-folded.ts';
import { fold, foldText } from './fold.ts';

/**
 * Where a quote stands in a text, compatibility forms, case and white space aside: the first place, in UTF-16 offsets
 * into the text as it is. Undefined where it stands nowhere, or is empty. Takes linear time.
 */
export function locateQuote(text: string, quote: string): Span | undefined {
  const needle = foldText(quote);
  if (needle === '') return undefined;
  const folded = fold(text);
  for (const at of occurrences(folded.text, needle)) {
    const last = at + needle.length - 1;
    // A match that begins or ends inside a character (the i of a ligature, a letter without its accent) is no match.
    if (folded.starts[at] === folded.starts[at - 1] || folded.starts[last] === folded.starts[last + 1]) continue;
    return { start: folded.starts[at] ?? 0, end: folded.ends[last] ?? 0 };
  }
  return undefined;
}
