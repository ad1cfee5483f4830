import { expect, test } from 'vitest';
import { LetterModel } from './letter-model.ts';

const model = new LetterModel();
for (let time = 0; time < 5; time++)
  for (const word of ['receive', 'printer', 'printing', 'sprinter', 'Oslo', "don't"]) model.learn(word);

test.each([
  ['printer', 0],
  ['sprinting', 0],
  ['sdlkfj', 1],
  ['oslo', 1],
  ['', 0],
])('the strangeness of "%s" is %i', (word, expected) => {
  expect(model.strangeness(word)).toBe(expected);
  expect(new LetterModel(model.counts).strangeness(word)).toBe(expected);
});
