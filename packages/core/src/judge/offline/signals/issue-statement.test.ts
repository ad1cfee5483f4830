import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { issueStatement } from './issue-statement.ts';

const answer = (fields: Partial<Ticket>) => issueStatement.answer(buildCheck(), buildContext(fields)).value;

describe('issue statement', () => {
  const shortDescription = 'Acme - Oslo - Outlook - crashes on start';
  test.each([
    'Since this morning Outlook closes right after the splash screen, also in safe mode.',
    'Issue: closes right after the splash screen since the update',
    'Name: Ada Example\nEmployee ID: 100234\nUser states that the add-in bar freezes and the window goes white.',
    'Error: the profile could not be loaded from the exchange server, closes afterwards',
    'It stays at "Loading profile (4 of 9): 12%" for ever',
  ])('met: %s', (description) => {
    expect(answer({ shortDescription, description })).toBe('met');
  });

  test.each([
    'Outlook crashes on start',
    'Acme - Oslo - Outlook - crashes on start',
    'Name: Ada Example\nEmployee ID: 100234\nLocation: Oslo',
    'Issue: Outlook crashes',
    'Issue:',
    'User called. Please help.',
    'Outlook crashes.\nThanks and regards,\nAda Example\nHead of Garden Furniture Procurement',
  ])('not met: %s', (description) => {
    expect(answer({ shortDescription, description })).toBe('not-met');
  });
});
