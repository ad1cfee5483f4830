import { expect, test } from 'vitest';
import { buildProfile, buildTicket } from '../testing/build.ts';
import { closeMeaningOf } from './close-meaning.ts';

test.each([
  ['Solved (Permanently)', 'solved'],
  ['Solved (Work Around)', 'workaround'],
  ['Not Solved (Not Reproducible)', 'not-solved'],
  ['Closed/Resolved by Caller', 'closed-by-caller'],
  ['Duplicate', 'duplicate'],
  ['Cancelled', 'canceled'],
  ['Self-service', 'self-service'],
  ['User error', undefined],
  ['', undefined],
  [undefined, undefined],
])('by its own name, %j says %s', (closeCode, expected) => {
  expect(closeMeaningOf(buildTicket({ closeCode }), buildProfile())).toBe(expected);
});

test('the profile’s word on a code, or on the value behind it, comes first', () => {
  const profile = buildProfile({ closeCodes: [{ name: 'Solved', aliases: ['S9'], meaning: 'other', phrases: [] }] });
  expect(closeMeaningOf(buildTicket({ closeCode: 'solved' }), profile)).toBe('other');
  expect(closeMeaningOf(buildTicket({ closeCode: 'Gelöst', codes: { closeCode: 'S9' } }), profile)).toBe('other');
});
