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
  'Advised to clear the cache and sign in again.',
  'Told the ramp agent to toggle flight mode.',
  'Asked the nurse to restart the cart, it came up.',
  'Had the patron clear cookies for the login page.',
  'Suggested using the other browser.',
  'Resent the full price file.',
  'We made a new profile on the workstation.',
  'Issue: no access\nAction taken: Grant access to the planning system',
  'Install drivers for the scanner',
  'The record is deleted, could you please check?',
  'Fixed by running the switcher.',
  'Printer Down Checked And Found Roller Worn Roller Replaced By Vendor Now Unit Is Working Fine Hence Closing',
  'Laptop Slow Engineer Visited The Store And Replace Battery Now Laptop Is Working Fine',
  'Laptop Display Cracked Engineer Visited Display Panel Replace Unit Is Working Hence Closing',
  'Sorted after restarting the print spooler.',
  'Scanner works again following a reinstallation of its driver.',
  'Role adjustment',
  'Add-in removal for the trader',
  'Requested licence assigned',
  'Credit note posted to the ledger.',
  'Sent him the setup guide.',
  'Enrolment instructions sent to the trainee.',
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
  'Access change request',
  'User provided the details.',
  'Sent from my iPad',
  'Moved to the monthly audit ticket.',
  'Gave the caller the main ticket number.',
  'Asked the user to create a ticket for the mapping rule.',
  'Coordinated with the user on Teams.',
  'Verified that the form was passed to the authority.',
  'The vessel has already been registered.',
  'The alert cleared by itself.',
  'Transferred to the network team.',
  'Asked the network team to open the port.',
  'Asked the user to call back and confirm.',
  'Told the user to wait for the mail.',
  'PR raised for a new drum.',
  'Replaced by BQA-10557',
  'The account is unlicensed and disabled. Reach out to HR.',
  'The alert has cleared.',
  'Please check with the web team, as enabled on the gateway.',
  'The manager goes to HR to get the account created.',
  'Odd. It was replaced a month back.',
  'Send it to your manager for approval, with Mr Ahmed in copy.',
  'Sign-off form: \\\\share\\schemes\\Updated factors form.docx',
  'Can be tested again when the code is updated.',
  'Client advised of the outage.',
  'No payment has been made.',
  'Alert cleared.',
  'Assigning this ticket',
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

test('words that may be read otherwise are shown, and it says so', () => {
  expect(answer('Developed and tested.')).toMatchObject({
    value: 'not-met',
    quotes: [{ quote: 'Developed and tested.' }],
    missing: [{ searched: ['closeNotes'] }],
    rationale: expect.stringContaining('come nearest'),
    confidence: 'low',
  });
});
