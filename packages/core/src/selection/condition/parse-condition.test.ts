import { expect, test } from 'vitest';
import { SelectionError } from '../errors.ts';
import { parseCondition } from './parse-condition.ts';

function told(text: string): string {
  const condition = parseCondition(text, { contactType: ['Kanal'] });
  const field = `${condition.field.kind} ${condition.field.name}`;
  if (condition.kind === 'is') return `${field} is ${condition.expected ? '' : 'not '}${condition.state}`;
  return `${field} ${condition.operator} ${condition.values.map((value) => `[${value.text}]`).join('')}`;
}

test.each([
  ['priority<=2', 'scale priority <= [2]'],
  ['category=Software', 'text category = [Software]'],
  ['contactType!=phone', 'text contactType != [phone]'],
  ['shortDescription~vpn', 'text shortDescription ~ [vpn]'],
  ['shortDescription !~ vpn , wi-fi', 'text shortDescription !~ [vpn][wi-fi]'],
  ['  Short description ~ cannot sign in ', 'text shortDescription ~ [cannot sign in]'],
  ['assigned_to="Olsen, Ada",Jan Berg', 'text assignedTo = [Olsen, Ada][Jan Berg]'],
  ['description~"he said ""no"""', 'text description ~ [he said "no"]'],
  ['shortDescription~"=x"', 'text shortDescription ~ [=x]'],
  ['shortDescription~a=b is blank', 'text shortDescription ~ [a=b is blank]'],
  ['Kanal=chat', 'text contactType = [chat]'],
  ['sys_updated_on>2026-03-01', 'time updatedAt > [2026-03-01]'],
  ['reopen_count>0', 'count reopenCount > [0]'],
  ['work_notes~vendor', 'journal workNotes ~ [vendor]'],
  ['flags.u_mercer=true', 'flag u_mercer = [true]'],
  ['closeNotes is blank', 'text closeNotes is blank'],
  ['close notes IS NOT blank', 'text closeNotes is not blank'],
  ['closeNotes is not exported', 'text closeNotes is not exported'],
  ['closeNotes is exported', 'text closeNotes is exported'],
])('reads %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each([
  ['priorty<=2', 'field-unknown', 'priorty', 'priority'],
  ['=2', 'field-unknown', '', 'shortDescription'],
  ['comments_and_work_notes~x', 'field-unknown', 'comments_and_work_notes', 'comments'],
  ['category', 'operator-missing', '', '<operator>'],
  ['', 'operator-missing', '', '<operator>'],
  ['category is Software', 'operator-missing', '', 'is [not] blank'],
  ['category==Software', 'operator-unknown', '==', '!='],
  ['priority=<2', 'operator-unknown', '=<', '<='],
  ['category=', 'value-missing', '', 'is blank'],
  ['category=a,,b', 'value-missing', '', 'is blank'],
  ['category=""', 'value-missing', '""', 'is blank'],
  ['assignedTo="Olsen, Ada', 'value-quotes', '"Olsen, Ada', 'quotes'],
  ['assignedTo="Olsen" Ada', 'value-quotes', '"Olsen" Ada', 'quotes'],
])('refuses %s and points at the place', (text, code, pointed, hint) => {
  const error = refusal(text);
  expect(error.code).toBe(code);
  expect(error.place && text.slice(error.place.start, error.place.end)).toBe(pointed);
  expect(error.hint).toContain(hint);
});

test('shows the condition with marks below the place', () => {
  expect(refusal('priorty<=2').message).toBe('There is no field "priorty".\n    priorty<=2\n    ^^^^^^^');
});

test('refuses an endless condition', () => {
  expect(refusal(`category=${'a'.repeat(1_000)}`).code).toBe('condition-too-long');
});

function refusal(text: string): SelectionError {
  try {
    parseCondition(text);
  } catch (error) {
    if (error instanceof SelectionError) return error;
    throw error;
  }
  return expect.fail(`${text} was read`);
}
