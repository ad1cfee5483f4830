import type { Ticket } from '@tqrs/parser';
import { expect, test } from 'vitest';
import type { Criterion, Grade } from '../../../rubric/schema.ts';
import { buildContext, buildProfile, journal } from '../../../testing/build.ts';
import { onsiteHandling } from './onsite-handling.ts';

const profile = buildProfile({ serviceDeskGroups: [] });
const answer = (fields: Partial<Ticket>) =>
  onsiteHandling.answer({} as Grade, {} as Criterion, ['right', 'wrong'], buildContext(fields, profile)).value;
const said = (author: string, text: string) => ({ author, text });
const people = { caller: 'Ada Example', assignedTo: 'Ben Sample' };

test.each<[string, Partial<Ticket>, string]>([
  ['repaired on site', { closeNotes: 'Replaced the power brick. Ada watched the battery charge.' }, 'right'],
  ['repaired, and only the answer is out', { closeNotes: 'Swapped the dock. User will confirm tomorrow.' }, 'right'],
  [
    'routed to the owner after a look',
    {
      state: 'In Progress',
      assignmentGroup: 'Network Operations',
      workNotes: journal('At the rack: uplink dead. To Network Operations with the serial number.'),
    },
    'right',
  ],
  [
    'resolved without a visit',
    { ...people, closeNotes: 'ok', comments: [said('Ada Example', 'Nobody has been here. Why is this resolved?')] },
    'wrong',
  ],
  [
    'closed for the end of a shift',
    { closeNotes: 'All set.', workNotes: journal('End of my shift, closing.') },
    'wrong',
  ],
  ['passed around', { closeNotes: 'Cleaned the fan, quiet now.', reassignmentCount: '3' }, 'wrong'],
  ['part on order', { closeNotes: 'Battery ordered.' }, 'wrong'],
  [
    'waiting for a part',
    { state: 'On Hold', workNotes: journal('Panel is faulty, swap due on Monday.') },
    'not-applicable',
  ],
  ['canceled', { state: 'Canceled', workNotes: journal('Canceled at the wish of the user.') }, 'not-applicable'],
  ['resolved by a tool', { resolvedBy: 'Remediation Bot', closeNotes: 'Power cycled the port.' }, 'not-applicable'],
  ['no state exported', { state: undefined }, 'cannot-assess'],
])('%s', (_, fields, expected) => {
  expect(answer(fields)).toBe(expected);
});
