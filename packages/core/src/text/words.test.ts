import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord, wordsOf } from './words.ts';

describe('words', () => {
  test.each([
    ['Log-in FAILED', ['log', 'in', 'failed']],
    ["the user’s laptop isn't on", ['the', "user's", 'laptop', "isn't", 'on']],
    ['Zoë’s café', ["zoe's", 'cafe']],
    ["'quoted'", ['quoted']],
    ['CORP\\jdoe01 <a@b.example>', ['corp', 'jdoe01', 'a', 'b', 'example']],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text).folded).toEqual(words);
  });

  test('offsets give back the very text, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, starts, ends } = wordsOf(text);
        folded.forEach((word, index) => {
          expect(foldWord(text.slice(starts[index], ends[index]))).toBe(word);
          expect(starts[index]).toBeGreaterThanOrEqual(ends[index - 1] ?? 0);
        });
      }),
    );
  });
});
