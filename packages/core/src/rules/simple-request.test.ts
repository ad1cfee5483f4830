import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { journal, outcomeOf, runRule } from '../testing/build.ts';
import { simpleRequest } from './simple-request.ts';

const evaluate = (fields: Partial<Ticket>) => runRule(simpleRequest, fields);

describe('nothing to troubleshoot', () => {
  test.each([
    'Reset my password',
    'Forgot password and unable to log in. Can you reset or resend my password?',
    'User forgot his LAN password',
    'Please unlock my account',
    'Account locks every morning',
    'My password for the extranet does not work since Friday, can you set a new password?',
    'When does my password expire?',
    'Password not accepted, error "user name or password is incorrect"',
    'Account locked out after the holidays',
    'User is locked out of his Windows account',
    'Need access to the shared drive of Finance',
    'Please provide access to SharePoint site Rig Survey',
    'Unable to open the shared folder. Please provide access.',
    'Add Ada to the distribution list claims-all',
    'MMC - Oslo - AD - Account locked',
  ])('%s', (description) => {
    expect(outcomeOf(evaluate({ description }))).toBe('not-applicable');
  });

  test('a failed login that an unlock settled', () => {
    expect(
      evaluate({ description: 'User cannot log in to Windows', closeNotes: 'Unlocked the account. User confirmed.' }),
    ).toMatchObject({ status: 'not-applicable', evidence: [{ field: 'closeNotes' }] });
  });
});

describe('something else was to be found out', () => {
  test.each<[string, Partial<Ticket>]>([
    ['no such request', { description: 'Outlook closes by itself' }],
    ['no password reset needed', { description: 'Outlook is slow. No password reset needed.' }],
    [
      'an application that does not work after it',
      { description: 'Reset my password. The VPN does not work since then.' },
    ],
    ['a cause that was looked for', { description: 'Account locked', workNotes: journal('Reinstalled Outlook.') }],
    [
      'a failed login without an unlock',
      { description: 'User cannot log in', closeNotes: 'Changed the region setting.' },
    ],
    ['an access that was lost', { description: 'Access to the shared drive is lost since the update' }],
    ['a drive that is gone', { description: 'The shared drive does not open any more' }],
  ])('%s', (_, fields) => {
    expect(outcomeOf(evaluate(fields))).toBe('undecided');
  });
});
