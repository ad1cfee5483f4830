import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildProfile, outcomeOf, runRule } from '../testing/build.ts';
import { resolutionCode } from './resolution-code.ts';

const code = (name: string, meaning: 'solved' | 'self-service' = 'solved') => ({
  name,
  meaning,
  aliases: [],
  phrases: [],
});
const listing = buildProfile({ closeCodes: [code('Solved (Permanently)'), code('By portal', 'self-service')] });

const evaluate = (fields: Partial<Ticket>, profile = listing) =>
  runRule(resolutionCode, fields, profile, { wrong: 'wrong' }, ['right', 'wrong']);
const outcome = (fields: Partial<Ticket>, profile = listing) => outcomeOf(evaluate(fields, profile));

test.each<[string, Partial<Ticket>, string]>([
  ['a listed code', { closeCode: 'solved (permanently)' }, 'undecided'],
  ['a label whose code is listed', { closeCode: 'Gelöst', codes: { closeCode: 'Solved (Permanently)' } }, 'undecided'],
  ['a code that is not listed', { closeCode: 'Whatever' }, 'wrong'],
  ['a blank code', { closeCode: ' ' }, 'wrong'],
  ['a code that was not exported', { closeCode: undefined }, 'field-not-exported'],
  ['a ticket in progress', { closeCode: '', state: 'In Progress' }, 'not-applicable'],
  ['a canceled ticket', { closeCode: '', state: 'Canceled' }, 'not-applicable'],
  ['a ticket of another group', { closeCode: '', assignmentGroup: 'Network' }, 'not-applicable'],
  ['a ticket that self-service resolved', { closeCode: 'By portal' }, 'not-applicable'],
  [
    'the same, told in the notes',
    { closeCode: '', closeNotes: 'Guided the user through the self-service page, she reset it herself.' },
    'not-applicable',
  ],
  [
    'a self-service that the desk was busy with',
    { closeCode: '', closeNotes: 'Repaired the self-service page.' },
    'wrong',
  ],
  ['a blank code and no state exported', { closeCode: '', state: undefined }, 'field-not-exported'],
  ['a blank code and an unknown state', { closeCode: '', state: 'Parked' }, 'undecided'],
])('%s', (_, fields, expected) => {
  expect(outcome(fields)).toBe(expected);
});

describe('proof', () => {
  test('a blank code is a stated absence', () => {
    expect(evaluate({ closeCode: '' })).toMatchObject({
      missing: [{ element: 'resolution code', searched: ['closeCode'] }],
      evidence: [],
    });
  });

  test('an unlisted one is quoted', () => {
    expect(evaluate({ closeCode: 'Whatever' })).toMatchObject({
      evidence: [{ field: 'closeCode', quote: 'Whatever' }],
    });
  });
});

test('a profile without codes takes any', () => {
  expect(outcome({ closeCode: 'Whatever' }, buildProfile())).toBe('undecided');
  expect(outcome({ closeCode: '' }, buildProfile())).toBe('wrong');
});
