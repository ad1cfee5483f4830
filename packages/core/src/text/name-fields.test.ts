import { expect, test } from 'vitest';
import { nameFields } from './name-fields.ts';

test.each([
  [[], ''],
  [['workNotes'], 'work notes'],
  [['workNotes', 'closeNotes'], 'work notes and close notes'],
  [['description', 'workNotes', 'comments'], 'description, work notes and comments'],
])('%j', (fields, named) => {
  expect(nameFields(fields)).toBe(named);
});
