import { expect, test } from 'vitest';
import { buildProfile, buildTicket } from '../testing/build.ts';
import { ownerOf } from './outside-group.ts';

const SYS_ID = 'd625dccec0a8016700a222a0f7900d06';
const OTHER = 'd625dccec0a8016700a222a0f7900d07';
const profile = buildProfile({ names: { [SYS_ID]: 'Service Desk' } });

test.each([
  ['Service Desk', { owner: 'service-desk' }],
  ['service_desk', { owner: 'service-desk' }],
  [SYS_ID, { owner: 'service-desk' }],
  ['Network', { owner: 'outside', evidence: { field: 'assignmentGroup', start: 0, end: 7, quote: 'Network' } }],
  [OTHER, { owner: 'unknown', reason: 'opaque' }],
  [' ', { owner: 'unknown', reason: 'blank' }],
  [undefined, { owner: 'unknown', reason: 'not-exported' }],
])('a ticket of %j', (assignmentGroup, expected) => {
  expect(ownerOf(buildTicket({ assignmentGroup }), profile)).toEqual(expected);
});

test('without service desk groups nobody can tell', () => {
  expect(ownerOf(buildTicket(), buildProfile({ serviceDeskGroups: [] }))).toEqual({
    owner: 'unknown',
    reason: 'no-groups',
  });
});
