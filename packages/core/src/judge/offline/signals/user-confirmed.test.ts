import { expect, test } from 'vitest';
import { buildCheck, buildContext, journal } from '../../../testing/build.ts';
import { userConfirmed } from './user-confirmed.ts';

const check = buildCheck({ fields: ['closeNotes'] });
const answer = (closeNotes: string) => userConfirmed.answer(check, buildContext({ closeNotes })).value;

test.each([
  'Unlocked the account. Caller confirmed that he was able to log in. Issue resolved.',
  'Caller signs in fine with the temporary password now, glad to have it closed',
  'Tested with the user, all good.',
  'Issue resolved as per user.',
  'User is able to login now',
  'working fine now at user end',
  'usr confd',
  'Thanks, it works now!',
  'Confirmed by: user',
  'Reset the token. Gone, says Noor.',
  'Swapped the dock. The operator ran ten labels without a jam.',
  'Set it up again; Mr Lund printed two pages while I stood there.',
  'Cleared it.\nFrom: Ada Renner\nIt rings again since this morning.',
  'Reloaded the tags. Gate agent confirmed that they print.',
  'Cleared the folder lock. Claims team says everything is there.',
  'Deleted the app and synced again. Confirmed with the ward clerk that it works.',
  'Printer Serviced By Vendor Issue Resolved Same Confirm With User Hence Call Closed',
  'Rebuilt the profile. Thanks for confirming, closing.',
  'Got the confirmation of Ms Oyelaran on Teams.',
  'I was able to reset my password, thank you for the link.',
  'My issue has been resolved. Sorry for the trouble. Please close this.',
  'I have access again. Thanks for your help!',
  'Action taken: reset the token\nResolved by: B Lund\nResolution confirmed by: A Renner',
])('met: %s', (closeNotes) => {
  expect(answer(closeNotes)).toBe('met');
});

test.each([
  'Please confirm once it works so we can close',
  'User will confirm tomorrow.',
  'Once confirmed, the ticket can be closed.',
  'Analyst verified that it works.',
  'No confirmation from the user.',
  'Waiting for confirmation from the user.',
  'User confirmed that the issue still persists.',
  'User confirmed her phone number.',
  'User confirmed closure.',
  'Informed the user that the issue is resolved.',
  'Your issue is resolved. Thanks, Service Desk',
  'Confirmed by:',
  'User confirmed: N',
  'All set.',
  'User prints on LDS-3F. Remapped it.',
  'Application owner confirmed the fix.',
  'User reports that it works only in Chrome.',
  'Access created so that the user can log in.',
  'We have verified with the Product team, and they have confirmed that the sync works.',
  'Fixed as confirmed by Comm Ops.',
  'My assumption is that the user is able to log in now.',
  'User has confirmed closure, no further action is required.',
  'Reached out to the user and was able to reactivate the account.',
  'As per our check the download works now, so resolving the incident.',
  'After I rebooted it, I was able to submit.',
  'You should be able to log in now.',
  'Action taken: reset the token\nResolved by: B Lund\nResolution confirmed by: B Lund',
  'Resolution confirmed by: Monitoring',
  'Rebooted the node. Looks fine again.',
  'The user now has access to the folder.',
  'Craig is working with the user now.',
  'Network team confirmed that the port is up.',
  'They need their manager to ask for it before they can get access.',
  'Additionally, the caller confirmed that the problem was related to their card.',
  'Lines Were Down Checked Laptop Router Printer Phone Screen Now Running Hence Closing The Call',
  'Called the user back and left a message to call me back for her printer.',
  'Rang her back, no answer, left a voicemail.',
])('not met: %s', (closeNotes) => {
  expect(answer(closeNotes)).toBe('not-met');
});

test('does not apply after three attempts in vain, unless the user confirmed after all', () => {
  const comments = journal('Called, no answer.', 'Called, no answer.', 'Mailed, no reply.');
  const after = (closeNotes: string) => userConfirmed.answer(check, buildContext({ closeNotes, comments })).value;
  expect(after('Reset the token.')).toBe('not-applicable');
  expect(after('Reset the token. User confirmed that it works.')).toBe('met');
});
