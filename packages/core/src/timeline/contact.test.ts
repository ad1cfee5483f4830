import { describe, expect, test } from 'vitest';
import { buildContext } from '../testing/build.ts';
import { contactFinder, isMereClosing } from './contact.ts';

function contactIn(description: string): boolean {
  const { ticket, text, profile } = buildContext({ description, caller: 'Una User' });
  return text.passages(['description']).some((passage) => contactFinder(ticket, profile)(passage) !== undefined);
}

describe('tells of contact with the user, or of an attempt', () => {
  test.each([
    'Called the user, works now.',
    'Spoke with user',
    'Spoke w/ cx',
    'Called Una back.',
    'Emailed Ms User the steps.',
    'Reached out to the caller on Teams.',
    'Got hold of him.',
    'Left a voicemail.',
    'LVM',
    'Sent the user an email.',
    'Mail sent to user.',
    'Shared the steps with the user.',
    'Tested together with the user.',
    'User confirmed that it works.',
    'She replied by mail.',
    'Tried calling, no answer.',
    'Unable to reach the user.',
    'User did not answer.',
    '2nd attempt.',
    'As agreed on the phone, closing.',
  ])('%s', (text) => {
    expect(contactIn(text)).toBe(true);
  });

  test.each([
    'Called the vendor.',
    'Will call the user.',
    'Please call the user.',
    'Call the user if it fails.',
    'Did you call the user?',
    'Have not contacted the user.',
    'Need to speak with the user.',
    'Emailed the network team.',
    'User is on leave.',
    'Restarted the service.',
    'No response from user.',
  ])('not: %s', (text) => {
    expect(contactIn(text)).toBe(false);
  });
});

test.each([
  ['As there is no response the ticket is getting closed.', true],
  ['Thank you for contacting us. This ticket is now closed. Let us know if you need anything more.', true],
  ['Hello Una,\nthis case has been resolved.\nKind regards, Ada', true],
  ['The new cable is fitted. Closing the ticket.', false],
  ['Your account is unlocked.', false],
  ['Thanks!', false],
])('merely closes the ticket: %s %s', (description, expected) => {
  const [passage] = buildContext({ description }).text.passages(['description']);
  expect(passage && isMereClosing(passage)).toBe(expected);
});
