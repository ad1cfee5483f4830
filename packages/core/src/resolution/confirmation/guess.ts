import { phraseSet } from '../../text/phrases.ts';
import type { Sentence } from '../../text/text-analyser.ts';

const SUPPOSES = phraseSet([
  '(my|our) (assumption|understanding|guess|impression|expectation)',
  '(i|we) (assume|guess|suppose|believe|expect|presume|hope)',
  'as far as (i|we)',
  '(it|they|this|user|he|she) should [(now|also|again)] (be|work|have)',
  'it is (assumed|expected|likely)',
]);
/** What is to be, not what is. */
const EXPECTED = phraseSet([
  '(should|shall|will|would) [(now|again|also|then)] (be able|work|have access|be working|be fixed|be resolved|be good|be ok|be fine|see|receive|get)',
]);
/** Where a sentence has to begin with it. */
const LATEST = 2;

/** "My assumption is that …", "as far as we can see …": what the desk thinks, and nobody said. */
export function isGuess(analysis: Sentence['analysis']): boolean {
  return analysis.spans(SUPPOSES).some(({ from }) => from <= LATEST);
}

/** "You should be able to log in now": nobody has tried. */
export function isExpected(analysis: Sentence['analysis']): boolean {
  return analysis.spans(EXPECTED).length > 0;
}
