import type { WordSpan } from '../../text/lexicon.ts';
import { phraseSet } from '../../text/phrases.ts';
import type { Sentence } from '../../text/text-analyser.ts';

/** Words that name an element, said or asked for. */
export const MENTIONS = {
  'employee id': phraseSet([
    '(employee|empl|emp|staff|personnel|worker|associate|colleague|payroll|partner|member|contractor) (id|number|no|code|ids|card|badge)',
    '(eid|empid)',
  ]),
  'full name': phraseSet(['(full name|first and last name|first last name|fullname|name|names)']),
  location: phraseSet(['(location|office|site|city|work place|workplace|plant|branch)', '(base|work) location']),
} as const;

/** Behind an element: `employee id not asked`. */
const LACKING = new Set('not missing unknown skipped pending refused unavailable'.split(' '));
/** Before `name`, these make it one of a thing. */
export const NAMES_OF_THINGS = new Set(
  (
    'user file host domain folder computer printer device server profile account login vendor supplier product project ' +
    'team queue report contract policy document template site room'
  ).split(' '),
);

/** Words of a value behind its mention, at most. */
const MOST_VALUE_WORDS = 3;

/** A mention with what follows it in its clause, as far as a value goes: `full name Ada Example`. */
export function withValue({ analysis: { clauses } }: Sentence, { from, to }: WordSpan): Pick<WordSpan, 'from' | 'to'> {
  let end = to;
  while (end < clauses.length && end - to < MOST_VALUE_WORDS && clauses[end] === clauses[to - 1]) end++;
  return { from, to: end };
}

/** Not denied, and not the "user name" of an account or the "vendor name". */
export function isMention({ analysis }: Sentence, span: WordSpan): boolean {
  if (LACKING.has(analysis.words.folded[span.to] ?? '')) return false;
  return !analysis.modality(span).negated && !NAMES_OF_THINGS.has(analysis.words.folded[span.from - 1] ?? '');
}
