import { describe, expect, test } from 'vitest';
import { checkPhrase, matchSequence, PhraseSyntaxError, phraseSet } from './phrases.ts';
import { wordsOf } from './words.ts';

function matches(phrase: string, text: string): boolean {
  const words = wordsOf(text).folded;
  return phraseSet([phrase]).sequences.some((sequence) =>
    words.some((_, at) => matchSequence(sequence, words, at) >= 0),
  );
}

describe('the phrase language', () => {
  test.each([
    ['reset the password', 'I reset the password.', true],
    ['reset the password', 'I reset his password.', false],
    ['reset*', 'Resetting now', true],
    ['(reset|changed) the', 'He changed the name', true],
    ['(sign in|log in) failed', 'Sign-in failed', true],
    ['(sign in|log in) failed', 'In failed', false],
    ['reset [the] password', 'reset password', true],
    ['reset [(his|her)] password', 'reset her password', true],
    ['reset [(his|her)] password', 'reset my password', false],
    ['password ... reset', 'password has now been reset', true],
    ['password ... reset', 'password one two three four five reset', false],
    ['employee id #', 'Employee ID 100234', true],
    ['employee id #', 'Employee ID unknown', false],
    ["user's id", 'the user’s ID', true],
    ['(reset*|chang*) it', 'changing it', true],
  ])('"%s" in "%s": %s', (phrase, text, expected) => {
    expect(matches(phrase, text)).toBe(expected);
  });

  test.each(['', '... reset', 'reset ...', '(reset', 'reset)', '(a|)', '(a (b))', '!!'])('refuses "%s"', (phrase) => {
    expect(() => checkPhrase(phrase)).toThrow(PhraseSyntaxError);
    expect(() => phraseSet([phrase]).sequences).toThrow(PhraseSyntaxError);
  });

  test('refuses a phrase that stands for too many', () => {
    expect(() => checkPhrase(`a ${'[(b c|d e|f g)] '.repeat(8)}h`)).toThrow(/too many/);
  });
});
