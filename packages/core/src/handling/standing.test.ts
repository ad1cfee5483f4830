import type { Ticket } from '@tqrs/parser';
import { expect, test } from 'vitest';
import { buildTicket } from '../testing/build.ts';
import { standingOf } from './standing.ts';

test.each<[string, Partial<Ticket>, string | undefined]>([
  ['closed', { state: 'Closed' }, 'resolved'],
  ['resolved, by its code', { state: 'Gelöst', codes: { state: '6' } }, 'resolved'],
  ['on hold', { state: 'On Hold' }, 'open'],
  ['new, by a bare code', { state: '1' }, 'open'],
  ['canceled', { state: 'Cancelled' }, 'canceled'],
  ['a state of one’s own', { state: 'Parked' }, undefined],
  [
    'a state of one’s own, with a time of resolution',
    { state: 'Parked', resolvedAt: { text: '2026-03-02' } },
    'resolved',
  ],
  ['no state exported, but who resolved it', { state: undefined, resolvedBy: 'Ada Example' }, 'resolved'],
  ['nothing exported', { state: undefined }, undefined],
])('%s', (_, fields, expected) => {
  expect(standingOf(buildTicket(fields))).toBe(expected);
});
