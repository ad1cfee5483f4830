import { expect, test } from 'vitest';
import { LetterModel } from './letter-model.ts';

const words = ['receive', 'printer', 'printing', 'sprinter', 'Oslo', "don't"];
const model = new LetterModel();
const learnt = Array.from({ length: 5 }, () => [...model.learning(words)]).flat();

test('hands every word on', () => expect(learnt.slice(0, words.length)).toEqual(words));

test.each([
  ['printer', 0],
  ['sprinting', 0],
  ['sdlkfj', 1],
  ['', 0],
])('the strangeness of "%s" is %i', (word, expected) => expect(model.strangeness(word)).toBe(expected));
