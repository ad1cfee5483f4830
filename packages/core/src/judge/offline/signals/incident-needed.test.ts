import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import type { Criterion, Grade } from '../../../rubric/schema.ts';
import { buildContext } from '../../../testing/build.ts';
import { incidentNeeded } from './incident-needed.ts';

const reply = (fields: Partial<Ticket>) =>
  incidentNeeded.answer(
    {} as Grade,
    {} as Criterion,
    ['attached', 'missing'],
    buildContext({ originTable: 'interaction', originId: 'IMS0001234', ...fields }),
  );

describe('an interaction alone would have done', () => {
  test.each([
    ['Called only to know when her password expires. No reset needed.', 'Informed the user.'],
    ['User wants to know the opening hours of the tech bar.', 'Information given.'],
    ['User asked for the status of INC0001234.', 'Told him that it is with the network team.'],
    ['Caller asks where to find the VPN guide.', 'Shared the link to the article.'],
    ['Caller rang to ask how to order a new headset.', 'Explained how to order it.'],
    ['Wrong number, the caller wanted facilities.', ''],
    ['Ghost call, nobody on the line.', ''],
    ['Caller hung up before stating an issue.', ''],
  ])('%s', (description, closeNotes) => {
    expect(reply({ description, closeNotes })).toMatchObject({ value: 'missing', confidence: 'low' });
  });
});

describe('an incident was needed', () => {
  test.each([
    ['Outlook closes by itself.', 'Reinstalled it.'],
    ['User wants to know why his VPN drops.', 'Replaced the certificate.'],
    ['User asked how to print, the queue is missing.', 'Added the printer. Explained it to the user.'],
    ['Please reset my password.', 'Reset the password.'],
    ['User asks for the status of INC0001234.', 'Escalated it to the network team.'],
    ['User wants to know which monitor fits.', ''],
  ])('%s %s', (description, closeNotes) => {
    expect(reply({ description, closeNotes })).toMatchObject({ value: 'attached', quotes: [{ field: 'originTable' }] });
  });
});

test('without an interaction there is nothing to compare with', () => {
  expect(reply({ originTable: '', originId: '' }).value).toBe('cannot-assess');
});
