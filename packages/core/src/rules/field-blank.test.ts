import { expect, test } from 'vitest';
import { runRule } from '../testing/build.ts';
import type { Rule } from './define-rule.ts';
import { fieldBlank } from './field-blank.ts';

const rule = fieldBlank as unknown as Rule;
const options = { field: 'configurationItem', level: 'wrong' };

test.each(['', '   ', '\n'])(
  'a blank field (%j) is the level of the rubric, by stated absence',
  (configurationItem) => {
    expect(runRule(rule, { configurationItem }, undefined, options)).toMatchObject({
      status: 'scored',
      levelId: 'wrong',
      evidence: [],
      missing: [{ element: 'configuration item', searched: ['configurationItem'] }],
    });
  },
);

test.each([
  ['configurationItem', 'The configuration item is blank.'],
  ['closeNotes', 'The close notes are blank.'],
])('says so of %s', (field, rationale) => {
  expect(runRule(rule, { [field]: '' }, undefined, { field, level: 'wrong' })).toMatchObject({ rationale });
});

test('a filled field is left to others', () => {
  expect(runRule(rule, { configurationItem: 'Outlook' }, undefined, options)).toEqual({ status: 'undecided' });
});

test('needs the field, so that a field that was not exported is never blank', () => {
  expect(
    typeof fieldBlank.requires === 'function' && fieldBlank.requires({ field: 'service', level: 'wrong' }),
  ).toEqual(['service']);
});
