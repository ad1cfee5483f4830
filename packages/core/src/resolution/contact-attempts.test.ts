import { expect, test } from 'vitest';
import { buildContext, journal } from '../testing/build.ts';
import { countUnansweredAttempts, ENOUGH_ATTEMPTS } from './contact-attempts.ts';

test.each([
  'Tried calling the user three times, no response.',
  '3 attempts made to contact the user, not reachable. Closing.',
  'Closed per the 3 strike rule.',
  'Closing as per three-strike policy.',
  'Tried to reach Rosalie on 3/25, 3/26 and 3/27 with no response.',
  '12-May called, no answer\n13-May mailed, no reply\n14-May called, left voicemail',
  'Called user, no answer. Left a voicemail. Sent a mail, no reply.',
])('enough attempts: %s', (closeNotes) => {
  expect(countUnansweredAttempts(buildContext({ closeNotes }).text, ['closeNotes'])).toBeGreaterThanOrEqual(
    ENOUGH_ATTEMPTS,
  );
});

test.each([
  'No response from the user, closing.',
  'User not reachable on two occasions, ticket closed.',
  'Attempted to contact the user thrice.',
  'Tried twice, no answer. User will be called again.',
  'If the user does not answer three times, close.',
  'Reset the password three times.',
])('too few, or none: %s', (closeNotes) => {
  expect(countUnansweredAttempts(buildContext({ closeNotes }).text, ['closeNotes'])).toBeLessThan(ENOUGH_ATTEMPTS);
});

test('entries of a journal count one by one', () => {
  const comments = journal('Called, no answer.', 'Rang again, rings out.', 'Mailed, no reply so far.');
  expect(countUnansweredAttempts(buildContext({ comments }).text, ['closeNotes'])).toBe(3);
});

test('an attempt that was answered ends the count', () => {
  const workNotes = journal(
    'Third call, he picked up: all fine.',
    'Called again, no response.',
    'Called, no response.',
    'Called, no answer.',
  );
  expect(countUnansweredAttempts(buildContext({ workNotes }).text, ['closeNotes'])).toBe(0);
});
