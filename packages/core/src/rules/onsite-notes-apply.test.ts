import type { Ticket } from '@tqrs/parser';
import { expect, test } from 'vitest';
import { journal, outcomeOf, runRule } from '../testing/build.ts';
import { onsiteNotesApply } from './onsite-notes-apply.ts';

const outcome = (fields: Partial<Ticket>) =>
  outcomeOf(
    runRule(onsiteNotesApply, { closeNotes: 'Replaced the charger.', ...fields }, undefined, {}, ['both', 'neither']),
  );

test.each<[string, Partial<Ticket>, string]>([
  ['resolved on site', {}, 'undecided'],
  ['in progress', { state: 'In Progress' }, 'not-applicable'],
  ['canceled', { state: 'Canceled' }, 'not-applicable'],
  ['routed in the close notes', { closeNotes: 'Routed to the network team, port is dead.' }, 'not-applicable'],
  [
    'routed in the newest work note',
    { closeNotes: '', workNotes: journal('Reassigned to Datacenter Operations group.', 'Checked.') },
    'not-applicable',
  ],
  [
    'routed once, and back again',
    { closeNotes: '', workNotes: journal('Fixed.', 'Reassigned to the network team.') },
    'undecided',
  ],
  ['a laptop handed to the user', { closeNotes: 'Laptop handed over to the user.' }, 'undecided'],
  ['to be routed', { closeNotes: 'Will be routed to the network team tomorrow.' }, 'undecided'],
  ['resolved by a tool, by its user', { resolvedBy: 'Patch Automation' }, 'not-applicable'],
  ['resolved by a tool, in prose', { closeNotes: 'Disk space alert resolved automatically.' }, 'not-applicable'],
  ['resolved by a person with a tool', { closeNotes: 'Ran the clean-up script, disk has space again.' }, 'undecided'],
  ['no state and no close notes exported', { state: undefined, closeNotes: undefined }, 'field-not-exported'],
  ['no state exported, but close notes', { state: undefined }, 'undecided'],
])('%s', (_, fields, expected) => {
  expect(outcome(fields)).toBe(expected);
});
