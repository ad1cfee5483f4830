import type { Ticket } from '@tqrs/parser';
import { expect, test } from 'vitest';
import { buildProfile, outcomeOf, runRule } from '../testing/build.ts';
import { resolutionNotesApply } from './resolution-notes-apply.ts';

const SYS_ID = '46c6f9efa9fe198101ddf5eed9adf6e7';

const outcome = (fields: Partial<Ticket>, profile = buildProfile()) =>
  outcomeOf(
    runRule(resolutionNotesApply, { closeNotes: 'Replaced the charger.', ...fields }, profile, {}, [
      'complete',
      'none',
    ]),
  );

test.each<[string, Partial<Ticket>, string]>([
  ['resolved by the service desk', {}, 'undecided'],
  ['not solved, but closed by the desk', { closeCode: 'Not Solved (Too Costly)' }, 'undecided'],
  ['blank close notes', { closeNotes: '' }, 'undecided'],
  ['in progress', { state: 'In Progress' }, 'not-applicable'],
  ['on hold', { state: '3' }, 'not-applicable'],
  ['canceled', { state: 'Canceled' }, 'not-applicable'],
  ['canceled by its code', { closeCode: 'Cancelled' }, 'not-applicable'],
  ['closed by the caller', { closeCode: 'Closed/Resolved by Caller' }, 'not-applicable'],
  ['closed by the caller in prose', { closeNotes: 'Ticket was closed by the user in the portal.' }, 'not-applicable'],
  ['resolved by the very caller', { caller: 'Ada Example', resolvedBy: 'Ada Example' }, 'not-applicable'],
  ['a duplicate by its code', { closeCode: 'Duplicate' }, 'not-applicable'],
  ['a duplicate in prose', { closeNotes: 'Closing as duplicate of INC0001234.' }, 'not-applicable'],
  ['no duplicate', { closeNotes: 'Removed the duplicate entries from the calendar.' }, 'undecided'],
  ['not closed by the caller', { closeNotes: 'Not closed by the user.' }, 'undecided'],
  ['another group', { assignmentGroup: 'Network' }, 'not-applicable'],
  ['a group that was not exported', { assignmentGroup: undefined }, 'field-not-exported'],
  ['a group that nobody can read', { assignmentGroup: SYS_ID }, 'field-not-exported'],
  ['a blank group', { assignmentGroup: '' }, 'undecided'],
  ['no state exported, but close notes', { state: undefined }, 'undecided'],
  ['no state exported and no close notes', { state: undefined, closeNotes: undefined }, 'field-not-exported'],
])('%s', (_, fields, expected) => {
  expect(outcome(fields)).toBe(expected);
});

test('without service desk groups, every group counts', () => {
  expect(outcome({ assignmentGroup: 'Network' }, buildProfile({ serviceDeskGroups: [] }))).toBe('undecided');
});
