import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import type { Criterion, Grade } from '../../../rubric/schema.ts';
import { buildContext, buildProfile, journal } from '../../../testing/build.ts';
import { routing } from './routing.ts';

const profile = buildProfile();
const reply = (fields: Partial<Ticket>, by = profile) =>
  routing.answer({} as Grade, {} as Criterion, ['right', 'wrong'], buildContext(fields, by));
const answer = (fields: Partial<Ticket>, by = profile) => reply(fields, by).value;
const said = (author: string, text: string) => ({ author, text });

describe('closed when it was done', () => {
  test.each([
    'Rebuilt the profile. User confirmed that Outlook opens and agreed to close.',
    'Replaced the charger.',
    'Set the password. Please confirm once it works.',
    'Extended the licence. User will check and call back if anything else comes up.',
    'Re-imaged the laptop, all applications work. We will monitor it. User is happy to close.',
    'Fixed. The vendor will release the patch next month, works without it.',
    'Issue resolved, no reply needed.',
    'Tried to reach the user three times without success, closed per the three-strike rule. Cleared the cache.',
    'Closed with the consent of the user. Printer prints again.',
    'Had to wait for the part two days; installed it today, machine runs.',
    'The server was not reachable. Restarted it, no errors since.',
    'Battery ordered last week, fitted it today.',
    'Swapped the cable, no luck. Swapped the dock.',
    'Not a network issue: the site was blocked by the proxy. Added the exception, user can open the site.',
    'User did not need any help any more, he had found the cable.',
    'Ordered a new headset under RITM0012345, user agreed to close this one.',
    'Queue was not shared. Shared it; he prints again.',
    'The error message was still cached; emptied the cache and the page loads now.',
  ])('%s', (closeNotes) => {
    expect(answer({ closeNotes })).toBe('right');
  });
});

describe('closed too early', () => {
  test.each([
    'Will check with the user tomorrow.',
    'Restarted the service. I will follow up with the vendor on Monday.',
    'Replacement to be delivered on Friday.',
    'Waiting for the vendor to reply.',
    'Awaiting confirmation from the user, closing for now.',
    'User not reachable, closing.',
    'Called twice, no answer. Closed.',
    'Left a voicemail for the user, ticket closed.',
    'Issue still persists, user has to live with it.',
    'Rebooted, but VPN still drops every hour.',
    'Could not fix it.',
    'Update is still in progress, closing the ticket.',
    'Visit scheduled for Thursday.',
    'Cleared the cache, did not help.',
    'User did not agree to closing.',
    'New laptop ordered, delivery next week.',
    'Sent mail to user asking whether issue is resolved. No response till now. Closing the ticket.',
    'User is on leave, closing.',
    'Installed the driver. Need to verify with user on Monday.',
    'Tried everything, no luck.',
    'User was busy, will call back later. Ticket resolved.',
    'Temp fix given, permanent fix to be deployed next week.',
    'Closing due to SLA, will reopen if required.',
    'User to provide more details. Closed.',
    'We are investigating this further with Microsoft, pending their response.',
  ])('%s', (closeNotes) => {
    expect(answer({ closeNotes })).toBe('wrong');
  });

  test.each<[string, Partial<Ticket>]>([
    [
      'the user wrote that it is not solved',
      {
        caller: 'Ada Example',
        assignedTo: 'Ben Sample',
        closeNotes: 'Reset the session.',
        comments: [said('Ada Example', 'It is still dropping, please reopen.'), said('Ben Sample', 'Try it now.')],
      },
    ],
    [
      'the newest work note leaves it open',
      { closeNotes: 'Restarted the spooler.', workNotes: journal('Test page still does not come out.', 'Restarted.') },
    ],
    [
      'the user called back',
      {
        closeNotes: 'Rebooted, works fine.',
        workNotes: journal('User called back: same issue again.', 'Rebooted.'),
      },
    ],
    [
      'the user thanked all the same',
      {
        caller: 'Ada Example',
        assignedTo: 'Ben Sample',
        closeNotes: 'Reset the session.',
        comments: [said('Ada Example', 'Still dropping. Thanks, Ada')],
      },
    ],
    ['it was reopened again and again', { closeNotes: 'Set the copies to one.', reopenCount: '2' }],
  ])('%s', (_, fields) => {
    expect(answer(fields)).toBe('wrong');
  });

  test.each<[string, Partial<Ticket>]>([
    [
      'the user wrote later that it works',
      {
        caller: 'Ada Example',
        assignedTo: 'Ben Sample',
        closeNotes: 'Reset the session.',
        comments: [said('Ada Example', 'works now, thanks'), said('Ada Example', 'still dropping')],
      },
    ],
    [
      'a later work note tells that it works',
      { closeNotes: 'Restarted the spooler.', workNotes: journal('All pages came out.', 'Still nothing printed.') },
    ],
    [
      'three attempts are documented',
      {
        closeNotes: 'Recreated the folder. User did not respond.',
        workNotes: journal('Called, no answer.', 'Mailed, no reply.', 'Called, left a voicemail.'),
      },
    ],
    ['the caller closed it', { closeCode: 'Closed/Resolved by Caller', closeNotes: 'Waiting for the user.' }],
    ['a duplicate', { closeNotes: 'Duplicate of INC0001234, which is pending with the vendor.' }],
    ['one reopening alone', { closeNotes: 'Set the copies to one.', reopenCount: '1' }],
  ])('not where %s', (_, fields) => {
    expect(answer(fields)).toBe('right');
  });
});

describe('sent the wrong way', () => {
  const open = { state: 'In Progress', assignmentGroup: 'Network Operations' };
  test.each([
    'Wrong queue, mobile phones belong to Mobility.',
    'This is not our scope, returning.',
    'Bounced back to Service Desk.',
    'Not ours. Back to the service desk.',
    'Incorrectly assigned to this team.',
    'We do not support this application, please reassign to the correct group.',
    'This could have been resolved by the service desk.',
    'Routed without any troubleshooting.',
    'No basic troubleshooting was done by L1, sending back.',
    'Ticket was misrouted.',
    'User is only locked out, that is a service desk task.',
    'Please follow the article, L1 has access to do this.',
    'Why was this assigned to us? The switch is fine.',
    'Does not fall under our support.',
    'Please assign to the Desktop team.',
    'Ticket returned, basic checks missing.',
  ])('%s', (note) => {
    expect(answer({ ...open, workNotes: journal(note, 'Checked the port. Routed to Network Operations.') })).toBe(
      'wrong',
    );
  });

  test('reassigned often', () => {
    expect(reply({ ...open, reassignmentCount: '4', workNotes: journal('Checked the port.') })).toMatchObject({
      value: 'wrong',
      confidence: 'low',
      quotes: [{ field: 'reassignmentCount', quote: '4' }],
    });
  });

  test('routed with nothing tried, or for what the desk does itself', () => {
    expect(answer({ ...open, description: 'Excel closes', workNotes: journal('Assigning to the Network team') })).toBe(
      'wrong',
    );
    expect(
      answer({
        ...open,
        description: 'Please unlock my account',
        workNotes: journal('Account is locked. Routed to Network Operations team.'),
      }),
    ).toBe('wrong');
  });
});

describe('routed rightly', () => {
  test.each<[string, Partial<Ticket>]>([
    [
      'after the desk’s own steps',
      { workNotes: journal('Link LED is off, other socket works. Routed to Network Operations with the port number.') },
    ],
    [
      'an alert of the monitoring',
      { contactType: 'monitoring', workNotes: journal('Assigned to Network Operations.') },
    ],
    ['by its group alone', { workNotes: journal('Rebooted the switch, uplink stays dark.') }],
    ['work notes that were not exported', { workNotes: undefined }],
    [
      'a laptop brought back',
      { workNotes: journal('User came back to the service desk. Routed to Network Operations.') },
    ],
    [
      'words about scope where the ticket never moved',
      { workNotes: journal('Private printers are not our scope.'), reassignmentCount: '0' },
    ],
    [
      'a laptop sent back',
      { workNotes: journal('Laptop sent back to the vendor for repair. Routed to Network Operations.') },
    ],
  ])('%s', (_, fields) => {
    expect(
      answer({ state: 'In Progress', assignmentGroup: 'Network Operations', description: 'No link', ...fields }),
    ).toBe('right');
  });
});

describe('nobody can tell', () => {
  test.each<[string, Partial<Ticket>, string]>([
    ['still with the service desk', { state: 'In Progress', workNotes: journal('Checking.') }, 'undecided'],
    ['no state exported', { state: undefined }, 'field-not-exported'],
    ['canceled without a word', { state: 'Canceled' }, 'undecided'],
    ['resolved, and no notes exported', { closeNotes: undefined }, 'field-not-exported'],
  ])('%s', (_, fields, reason) => {
    expect(reply(fields)).toMatchObject({ value: 'cannot-assess', reason });
  });

  test('resolved without a trace: the points stand on that alone', () => {
    expect(reply({ closeNotes: '' })).toMatchObject({
      value: 'right',
      basis: 'presence',
      quotes: [{ field: 'state' }],
    });
  });
});
