import type { Ticket } from '@tqrs/parser';
import { expect, test } from 'vitest';
import { buildProfile, buildTicket } from '../../testing/build.ts';
import { type Stratify, stratumOf } from './stratum.ts';

const SYS_ID = '0123456789abcdef0123456789abcdef';

test.each<[Stratify, Partial<Ticket>, string, string]>([
  ['analyst', { assignedTo: 'Ada Olsen' }, 'adaolsen', 'Ada Olsen'],
  ['analyst', { assignedTo: ' ada  olsen' }, 'adaolsen', 'ada  olsen'],
  ['analyst', { assignedTo: SYS_ID }, 'adaolsen', 'Ada Olsen'],
  ['analyst', { assignedTo: '' }, 'left blank', '(blank)'],
  ['analyst', { assignedTo: undefined }, 'not exported', '(not exported)'],
  ['group', { assignmentGroup: 'Service Desk' }, 'servicedesk', 'Service Desk'],
  ['priority', { priority: '2 - High' }, '2', '2 - High'],
  ['priority', { priority: '2' }, '2', '2'],
  ['contact-type', { contactType: 'Self-service' }, 'selfservice', 'Self-service'],
])('by %s, %j belongs to "%s"', (stratify, fields, key, name) => {
  expect(stratumOf(buildTicket(fields), stratify, buildProfile({ names: { [SYS_ID]: 'Ada Olsen' } }))).toEqual({
    key,
    name,
  });
});
