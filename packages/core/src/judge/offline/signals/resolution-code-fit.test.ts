import type { Ticket } from '@tqrs/parser';
import { expect, test } from 'vitest';
import { loadBuiltInProfile } from '../../../profile/load.ts';
import type { Criterion, Grade } from '../../../rubric/schema.ts';
import { buildContext, journal } from '../../../testing/build.ts';
import { resolutionCodeFit } from './resolution-code-fit.ts';

const profile = loadBuiltInProfile('mmc');

function answer(fields: Partial<Ticket>): string {
  const reply = resolutionCodeFit.answer(
    {} as Grade,
    {} as Criterion,
    ['right', 'wrong'],
    buildContext(fields, profile),
  );
  return reply.basis === undefined ? reply.value : `${reply.value} (${reply.basis})`;
}

test.each<[string, string, string]>([
  ['Solved (Permanently)', 'Reinstalled Outlook. User confirmed.', 'right'],
  ['Solved (Permanently)', 'Re-enrolled the certificate, VPN connects.', 'right'],
  ['Solved (Permanently)', 'Done', 'right (presence)'],
  ['Solved (Permanently)', '', 'right (presence)'],
  ['Solved (Permanently)', 'Issue still persists after the reinstall.', 'wrong'],
  ['Solved (Permanently)', 'Could not be reproduced, user to call again.', 'wrong'],
  ['Solved (Permanently)', 'Duplicate of INC0001234.', 'wrong'],
  ['Solved (Permanently)', 'Gave a workaround: use Outlook on the web until the patch is out.', 'wrong'],
  ['Solved (Permanently)', 'No fix available, the vendor does not support it any more. Not resolved.', 'wrong'],
  ['Solved (Permanently)', 'Will check tomorrow.', 'wrong'],
  ['Solved (Permanently)', 'Closed by the caller from the portal.', 'wrong'],
  ['Solved (Permanently)', 'Removed the workaround and applied the permanent fix.', 'right'],
  ['Solved (Work Around)', 'Gave a workaround: print through the other queue.', 'right'],
  ['Solved (Work Around)', 'Reinstalled the app', 'right (presence)'],
  ['Solved (Work Around)', 'The issue still persists.', 'wrong'],
  ['Not Solved (Not Reproducible)', 'Tried it five times, unable to reproduce.', 'right'],
  ['Not Solved (Not Reproducible)', 'Replaced the cable. User confirmed that it works.', 'wrong'],
  ['Not Solved (Too Costly)', 'Repair exceeds the value of the device.', 'right (presence)'],
  ['Duplicate', 'Same as INC0001234.', 'right'],
  ['Duplicate', 'Replaced the toner, user printed a page.', 'wrong'],
  ['Closed/Resolved by Caller', 'User found it himself, no longer needed.', 'right'],
  ['Closed/Resolved by Caller', 'Unlocked the account in AD.', 'wrong'],
  ['Closed/Resolved by Caller', 'Closed before close notes were made mandatory', 'right (presence)'],
  ['User error', 'Showed the user where the button is.', 'right (presence)'],
])('“%s” with “%s”: %s', (closeCode, closeNotes, expected) => {
  expect(answer({ closeCode, closeNotes })).toBe(expected);
});

test('the user’s last word counts too', () => {
  const comments = [{ author: 'Ada Example', text: 'Still no sound.' }];
  const people = { caller: 'Ada Example', assignedTo: 'Ben Sample' };
  const closing = { closeCode: 'Solved (Permanently)', closeNotes: 'Reset the headset.' };
  expect(answer({ ...people, ...closing, comments })).toBe('wrong');
  expect(answer({ ...people, ...closing, workNotes: journal('Swapped the cable, sound is back.') })).toBe('right');
});

test('a blank code is not for it to judge', () => {
  expect(answer({ closeCode: '', closeNotes: 'Replaced the cable.' })).toBe('cannot-assess');
});
