import type { Span } from '../../text/spans.ts';

const WORD_CHARACTER = /[\p{L}\d]/u;

/** Where a value stands in a text, but for places where it is a part of a longer word. In order, without overlaps. */
export function occurrencesOf(value: string, text: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
    const end = start + value.length;
    if (!WORD_CHARACTER.test(text.charAt(start - 1)) && !WORD_CHARACTER.test(text.charAt(end)))
      found.push({ start, end });
  }
  return found;
}
