import { expect, test } from 'vitest';
import { runRule } from '../testing/build.ts';
import { fieldFilled } from './field-filled.ts';

const options = { field: 'openedFor', level: 'filled' };

test('a filled field is the level of the rubric, with the value as proof', () => {
  expect(runRule(fieldFilled, { openedFor: 'Ada Example' }, undefined, options)).toMatchObject({
    status: 'scored',
    levelId: 'filled',
    evidence: [{ field: 'openedFor', quote: 'Ada Example' }],
  });
});

test.each(['', '  '])('a blank field (%j) is left to others', (openedFor) => {
  expect(runRule(fieldFilled, { openedFor }, undefined, options)).toEqual({ status: 'undecided' });
});

test('needs the field, so that nothing is said of one that was not exported', () => {
  expect(typeof fieldFilled.requires === 'function' && fieldFilled.requires(options)).toEqual(['openedFor']);
});
