import { expect, test } from 'vitest';
import { findField } from './find-field.ts';

test.each([
  ['shortDescription', 'shortDescription'],
  ['short_description', 'shortDescription'],
  ['Short description', 'shortDescription'],
  ['SHORTDESCRIPTION', 'shortDescription'],
  ['updatedAt', 'updatedAt'],
  ['sys_updated_on', 'updatedAt'],
  ['cmdb_ci', 'configurationItem'],
  ['Opened', 'openedAt'],
  ['work notes', 'workNotes'],
  ['comments_and_work_notes', undefined],
  ['priorty', undefined],
  ['', undefined],
])('the field of "%s" is %s', (name, field) => {
  expect(findField(name)).toBe(field);
});

test('aliases name fields too', () => {
  expect(findField('Kanal', { contactType: ['Kanal'] })).toBe('contactType');
});
