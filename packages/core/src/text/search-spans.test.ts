import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lexicon, spansIn } from './lexicon.ts';
import { phraseSet } from './phrases.ts';
import { searchSpans } from './search-spans.ts';
import { wordsOf } from './words.ts';

const SET = phraseSet(['lost (laptop|phone)', 'lock*', 'no ... answer', 'call [the] user', '# times', 'lost']);
const WORDS = ['lost', 'laptop', 'phone', 'locked', 'lock', 'no', 'answer', 'call', 'the', 'user', '3', 'times', 'and'];

test('searching finds what the lexicon finds', () => {
  const lexicon = new Lexicon();
  lexicon.placeOf(SET);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }), (list) => {
      const words = wordsOf(list.join(' '));
      expect(searchSpans(words, SET)).toEqual(spansIn(lexicon.match(words), SET));
    }),
  );
});
