import type { FormLine } from '../../text/form-lines.ts';
import type { Span } from '../../text/spans.ts';
import { wordsOf } from '../../text/words.ts';

/** Words that tell nothing alone. */
const FUNCTION_WORDS = new Set(
  'a an and are as at be been but by for from had has have he her his i in is it its of on or our she so that the their them they this to was we were will with you your'.split(
    ' ',
  ),
);
const GREETINGS = new Set([
  'hi',
  'hello',
  'hey',
  'dear',
  'greetings',
  'welcome',
  'thanks',
  'goodbye',
  'bye',
  'regards',
]);

/**
 * Whether a stretch of a field says enough to prove something: two words of content, the whole value, an identifier or
 * number, or a greeting. A form's own label proves nothing.
 */
export function quoteProves(text: string, span: Span, formLines: readonly FormLine[]): boolean {
  if (isLabel(span, formLines)) return false;
  const quote = text.slice(span.start, span.end).trim();
  if (quote === '') return false;
  if (quote === text.trim()) return true;
  const { folded } = wordsOf(quote);
  if (folded.some((word) => /\d/.test(word) || GREETINGS.has(word))) return true;
  return folded.filter((word) => !FUNCTION_WORDS.has(word)).length >= 2;
}

function isLabel({ start, end }: Span, formLines: readonly FormLine[]): boolean {
  return formLines.some((line) => line.start <= start && end <= Math.max(line.labelEnd, line.valueStart));
}
