import { type Found, quote } from '../text/find.ts';
import type { Evidence } from '../verdict.ts';

/** Words around a find that a reader wants at most, before and behind it. */
const MOST_AROUND = 6;

/** Evidence for a find with the rest of its clause: `Company phone lost in taxi`, where the phrase is `phone lost in`. */
export function quoteClause({ passage, sentence, words }: Found): Evidence {
  const { clauses } = sentence.analysis;
  let { from, to } = words;
  while (from > 0 && words.from - from < MOST_AROUND && clauses[from - 1] === clauses[words.from]) from--;
  while (to < clauses.length && to - words.to < MOST_AROUND && clauses[to] === clauses[words.to - 1]) to++;
  const { start, end } = sentence.analysis.textSpan({ from, to, gapped: false });
  return quote(passage, { start: sentence.start + start, end: sentence.start + end });
}
