import { expect, test } from 'vitest';
import { buildProfile, buildTicket } from '../testing/build.ts';
import { rolesIn } from './role.ts';

const NAMED = buildTicket({ caller: 'Una User', assignedTo: 'Ada Agent' });
const BARE = buildTicket({
  caller: '5137153cc611227c000bbd1bd8cd2007',
  assignedTo: 'Ada Agent',
  workNotes: [{ text: 'x', author: 'Bo Second' }],
});

test.each([
  ['workNotes', 'Ada Agent', NAMED, 'agent'],
  ['workNotes', 'Somebody Else', NAMED, 'agent'],
  ['workNotes', undefined, NAMED, 'agent'],
  ['workNotes', 'System', NAMED, 'system'],
  ['comments', 'Una User', NAMED, 'caller'],
  ['comments', 'User, Una', NAMED, 'caller'],
  ['comments', 'Somebody Else', NAMED, 'agent'],
  ['comments', 'Mail Integration', NAMED, 'system'],
  ['comments', undefined, NAMED, 'unknown'],
  ['comments', 'Ada Agent', BARE, 'agent'],
  ['comments', 'Bo Second', BARE, 'agent'],
  ['comments', 'Somebody Else', BARE, 'unknown'],
] as const)('%s by %s', (field, author, ticket, expected) => {
  const entry = author === undefined ? { text: 'x' } : { text: 'x', author };
  expect(rolesIn(ticket, buildProfile())(field, entry)).toBe(expected);
});

test('a bare id is looked up in the names of the profile', () => {
  const profile = buildProfile({ names: { '5137153cc611227c000bbd1bd8cd2007': 'Una User' } });
  expect(rolesIn(BARE, profile)('comments', { text: 'x', author: 'Una User' })).toBe('caller');
});
