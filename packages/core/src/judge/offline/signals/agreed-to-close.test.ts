import { expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { agreedToClose } from './agreed-to-close.ts';

const check = buildCheck({ fields: ['closeNotes'] });
const answer = (closeNotes: string) => agreedToClose.answer(check, buildContext({ closeNotes })).value;

test.each([
  'User agreed to close.',
  'ok to close',
  'User happy for the ticket to be closed.',
  'Caller signs in fine now, glad to have it closed',
  "Closing with the user's consent.",
  'User asked to close the ticket.',
  'Took permission from user to close the incident.',
  'He answered yes when asked if the ticket may be closed.',
  'It works again, you can close the ticket. Thanks, Ada',
  'Ok to close: Yes',
  'Asked about closing, she agreed.',
  'Closed on his say-so.',
  'Chat\nuser: never mind, close it please',
  'Business has given the go-ahead for closing.',
  'She said I am good to close it.',
  "Closing this ticket as per the reporter's request.",
  'The manager who raised it is fine with closing.',
  'I am happy to close this. Thanks for your help!',
  'The ticket can be closed. Many thanks, Ines',
  'The printer is back, the ticket can be closed. Thanks',
  'Could you please close this ticket? Regards, Ada',
  'It was an error in my own script, this can be closed.',
  'You can close it :)',
  'User confirmation received to close the ticket.',
])('met: %s', (closeNotes) => {
  expect(answer(closeNotes)).toBe('met');
});

test.each([
  'Unlocked the account. Caller confirmed that he was able to log in. Issue resolved.',
  'Please confirm so that we can close.',
  'Closing the ticket as no response.',
  'Closing as per policy.',
  'Can we close?',
  'Asked the user whether we can close.',
  'User did not agree to close.',
  'Informed the user that the ticket will be closed.',
  'User asked to keep the ticket open.',
  'Ok to close: No',
  'User asked to close the browser.',
  'Agreed with L2 to close this one.',
  'If she sees it the ticket may be closed.',
  'We are good to close this ticket.',
  'I am ok to close it, monitoring shows no alarm.',
  'Ok to close from our side, no errors in the log.',
  'So I am proceeding for closure of the ticket.',
  'We created a Jira, will follow up in Jira and close this case.',
  'Product team is fine with closing it as a known defect.',
  'Oracle support has agreed to close the SR.',
  'Carrier agreed to close their ticket.',
  'User confirmed, hence closing this ticket.',
  'Caller has confirmed the fix and I am closing.',
  "As per the user's confirmation, closing the ticket.",
  'Following up on the confirmation to close the incident.',
  'User is yet to give the permission for closing.',
  'Ok to close: pending',
  'Rebooted It Now Working Fine Hence Close This Call',
  'Printer is working fine ok hence close the call',
  'Spoke to her and printer is fine hence close the call',
  'Helped her over Teams. Ticket can be closed',
  'A month without any answer from the user, closing!',
  'User informed about the closure.',
  'User asked to close the old requisition.',
  'Closed the posting period as requested by the user.',
  'Provided she agrees, we close on Friday.',
  'Sure, in the meantime we are closing this incident.',
  'We will now proceed to close this thread, but are happy to continue the conversation.',
  'Please close the task assigned to your queue.',
  'Tier 2 says go ahead and close.',
  'Second line is fine with closing.',
  'Can you close the browser and try again?',
  'Could you please close this if it works?',
  '1. Open the studio\n2. Clear the logs\n3. Close the studio\n4. Send us the logs',
  'Yes, you need an account to watch the ticket. I created one.',
  'It has been passed on to the other site, but Alessandro has to close this ticket.',
  'Server restarted, alerts cleared. The ticket can be closed.',
  'User does not agree with the closing.',
  'User asked why the ticket was closed.',
  'Advised caller that this is being closed.',
  'Resolved',
])('not met: %s', (closeNotes) => {
  expect(answer(closeNotes)).toBe('not-met');
});

test('does not apply after three attempts in vain', () => {
  expect(answer('Reset the token. Three calls, no answer; closing.')).toBe('not-applicable');
});
