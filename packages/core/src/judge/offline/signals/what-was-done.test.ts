import { expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { whatWasDone } from './what-was-done.ts';

const check = buildCheck({ fields: ['closeNotes'] });
const answer = (closeNotes: string) => whatWasDone.answer(check, buildContext({ closeNotes }));

test.each([
  'Unlocked the account. Caller confirmed that he was able to log in. Issue resolved.',
  'Synchronised the account. Advised the user to set a new password tomorrow.',
  'pwd reset',
  're-imaged',
  'User guided to map the drive.',
  'Informed the user about the steps to add a shared mailbox.',
  '- cleared cache\n- restarted Outlook',
  'The vendor replaced the fuser unit.',
  'Resolved by restarting the router.',
  'Issue: no sound\nFix: changed the playback device',
  'Closing as the address has been corrected in the register.',
  'Raised RITM0012345 on behalf of the user for a larger mailbox.',
  'The queue had stopped. We restarted the consumer and replayed 40 messages.',
])('met: %s', (closeNotes) => {
  expect(answer(closeNotes).value).toBe('met');
});

test.each([
  'User wants to reset the password',
  'Please confirm once it works so we can close',
  'See work notes',
  'Resolved',
  'Issue resolved. Closing the ticket.',
  'Server down',
  'Root cause: a failed update was installed',
  'The account was disabled.',
  'Advised the user to set a new password tomorrow.',
  'User to restart the laptop.',
  'The password was not reset.',
  'Will replace the battery on Friday.',
  'Provided support to the user.',
  'Corrected.',
  'Opened a ticket with the vendor.',
  'The printer had been moved by the cleaners.',
  'Assisted the user with Outlook.',
  'Problem record PRB0071230 was created for tracking purposes.',
  'Have opened a Jira for this, will close the incident.',
  'Raised to the vendor.',
  'We can see that the invoice was sent.',
  'Verified that the form was passed to the authority.',
  'The vessel has already been registered.',
  'The alert cleared by itself.',
  'Root cause:\nClerk moved the stock to another location',
])('not met: %s', (closeNotes) => {
  expect(answer(closeNotes)).toMatchObject({ value: 'not-met', missing: [{ searched: ['closeNotes'] }] });
});

test('the sentence is quoted', () => {
  expect(answer('Hello. Replaced the mouse.').quotes).toMatchObject([{ quote: 'Replaced the mouse.', start: 7 }]);
});

test('a note in another language is left open', () => {
  expect(answer('Das Profil wurde gelöscht und neu angelegt. Der Anwender arbeitet wieder.')).toMatchObject({
    value: 'cannot-assess',
    reason: 'language-not-supported',
  });
});
