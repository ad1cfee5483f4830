import type { ExportFacts } from '@tqrs/parser';
import { expect, test } from 'vitest';
import { buildTicket, journal } from '../testing/build.ts';
import { applyFacts } from './apply-facts.ts';

function factsWith(...filled: string[]): ExportFacts {
  return { records: 3, complete: true, exported: ['workNotes', 'comments', 'originTable', 'originId'], filled };
}

test('a blank journal that no record fills was not exported; one that some record fills was left blank', () => {
  const ticket = applyFacts(buildTicket(), factsWith('comments'));
  expect(ticket.workNotes).toBeUndefined();
  expect(ticket.comments).toEqual([]);
});

test('a filled journal stays, even where the facts were gathered before it was seen', () => {
  const ticket = buildTicket({ workNotes: journal('Called back.') });
  expect(applyFacts(ticket, factsWith('comments'))).toBe(ticket);
});

test('the origin counts as one: where some record names it, blank means blank', () => {
  const ticket = buildTicket({ originTable: '', originId: '' });
  expect(applyFacts(ticket, factsWith('workNotes', 'comments'))).toMatchObject({
    originTable: undefined,
    originId: undefined,
  });
  expect(applyFacts(ticket, factsWith('workNotes', 'comments', 'originId'))).toBe(ticket);
});

test('other blank fields stay blank, and the ticket passed in is left alone', () => {
  const ticket = buildTicket({ description: '' });
  expect(applyFacts(ticket, factsWith()).description).toBe('');
  expect(ticket.workNotes).toEqual([]);
});
