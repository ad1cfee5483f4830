import { expect, test } from 'vitest';
import { isSysId, levelOf, stateOf } from './codes.ts';

test.each([
  ['1', 'new'],
  ['2', 'in-progress'],
  ['3', 'on-hold'],
  ['6', 'resolved'],
  ['7', 'closed'],
  ['8', 'canceled'],
  ['New', 'new'],
  ['In Progress', 'in-progress'],
  ['On Hold', 'on-hold'],
  ['Resolved', 'resolved'],
  ['CLOSED', 'closed'],
  ['Canceled', 'canceled'],
  ['Cancelled', 'canceled'],
  ['', undefined],
  ['4', undefined],
  ['Geschlossen', undefined],
  ['constructor', undefined],
])('state %j is %s', (state, expected) => {
  expect(stateOf({ state, codes: {} })).toBe(expected);
});

test('the raw state goes before a label in another language', () => {
  expect(stateOf({ state: 'Geschlossen', codes: { state: '7' } })).toBe('closed');
  expect(stateOf({ state: undefined, codes: {} })).toBeUndefined();
});

test.each([
  ['3', 3],
  ['3 - Low', 3],
  ['3-Low', 3],
  ['P1', 1],
  [' 5 - Planning', 5],
  ['Low', undefined],
  ['', undefined],
  ['3rd', undefined],
  ['2026-01-01', undefined],
  [undefined, undefined],
])('level of %j is %s', (value, expected) => {
  expect(levelOf(value)).toBe(expected);
});

test.each([
  ['5137153cc611227c000bbd1bd8cd2007', true],
  ['5137153CC611227C000BBD1BD8CD2007', true],
  ['5137153cc611227c000bbd1bd8cd200', false],
  ['5137153cc611227c000bbd1bd8cd200g', false],
  ['', false],
  [undefined, false],
])('%j as a sys_id: %s', (value, expected) => {
  expect(isSysId(value)).toBe(expected);
});
