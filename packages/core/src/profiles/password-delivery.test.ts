import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { loadBuiltInProfile } from '../profile/load.ts';
import { criticalProcess } from '../rules/critical-process.ts';
import { journal, outcomeOf, runRule } from '../testing/build.ts';

const PROFILES = { default: loadBuiltInProfile('default'), mmc: loadBuiltInProfile('mmc') };
const evaluate = (fields: Partial<Ticket>, profile: keyof typeof PROFILES) =>
  runRule(criticalProcess, fields, PROFILES[profile]);
const outcome = (fields: Partial<Ticket>, profile: keyof typeof PROFILES) => outcomeOf(evaluate(fields, profile));

describe('who got the new password is not told: pass under mmc, with coaching', () => {
  test.each([
    'Password was reset.',
    'Reset the AD password, user logged in fine.',
    'Pwd reset done as requested. Closing.',
    'Generated a temporary password and set it to expire.',
    'New password was issued.',
    'Kindly note password is resetted, user confirmed working.',
    'Did a password reset in AD and confirmed sign-in.',
    'Reset his password. Temp password set. All good now, caller happy.',
    'Password has been reset and account unlocked. User able to login.',
    'Informed the user that the password was reset.',
    'Told the user the password has been reset.',
    'Reset the password and sent the user the password rules.',
    'Reset the password. Emailed the user the password reset guide for next time.',
    'Reset his password; he will get it tomorrow.',
    'Password reset completed. Did not give the new password to the user over the phone.',
    'Reset the password. Never read out a password over the phone.',
    'Reset the password. User asked us to e-mail the new password to him.',
    'Password reset. Can I give the new password to the user over the phone?',
    'Reset the SAP password and told him how to change it.',
    'Reset the password, gave the user the ticket number.',
  ])('%s', (closeNotes) => {
    expect(evaluate({ closeNotes }, 'mmc')).toMatchObject({
      status: 'scored',
      levelId: 'pass',
      advice: [expect.stringContaining('who received')],
    });
  });

  test.each<[string, Partial<Ticket>]>([
    ['by the subcategory', { subcategory: 'Password Reset', closeNotes: 'Done.' }],
    ['asked for and done', { description: 'Can you reset my password?', closeNotes: 'Done.' }],
    ['asked for in a form', { description: 'Issue: forgot password\nPlease reset the password.', closeNotes: 'Done.' }],
    ['told in a work note', { workNotes: journal('Password reset in AD.'), closeNotes: 'Issue resolved.' }],
  ])('found %s', (_, fields) => {
    expect(outcome(fields, 'mmc')).toBe('pass');
    // The default profile asks for more: a validated caller and a forced change.
    expect(outcome(fields, 'default')).toBe('not-followed');
  });
});

describe('a wrong delivery is told: automatic fail under mmc', () => {
  test.each([
    'Gave the user a new password over the phone.',
    'Reset the password and read it out to the caller.',
    'Password reset, emailed the temp password to the user.',
    'Reset pwd and shared the same with user over the call.',
    'New password was provided to the user via Teams chat.',
    'Reset AD password. Temporary password told to him by phone.',
    'Reset the password and texted her the new password.',
    'Reset the password. Read out the new password over the phone.',
    'User was given the temporary password and logged in.',
    'Reset the password, provided the caller with a temporary password.',
    'Reset the password and pasted the new password into the chat.',
    'Password reset; communicated new pwd to the end user.',
    'Reset LAN password & informed new password to user.',
    'Reset the password and sent the new credentials to his private e-mail address.',
    'Reset the password. Left the new password on his voicemail.',
    'Reset the password, wrote the new password on a note for the user.',
    'Reset the password. Spelled the temporary password to the caller letter by letter.',
    'Password was reset and the user was told the new password.',
    'Reset AD pwd, gave him the temp pwd, works.',
    'Reset done, caller got the new password over the phone.',
  ])('%s', (closeNotes) => {
    const verdict = evaluate({ closeNotes }, 'mmc');
    expect(outcomeOf(verdict)).toBe('password-process-not-followed');
    expect(verdict).toMatchObject({
      evidence: expect.arrayContaining([expect.objectContaining({ field: 'closeNotes' })]),
    });
    expect(outcome({ closeNotes }, 'default')).toBe('not-followed');
  });

  test('in a chat, by the agent', () => {
    const description = 'Agent: I have reset your password.\nAgent: Your new password is Summer-2031.';
    expect(outcome({ description, contactType: 'chat' }, 'mmc')).toBe('password-process-not-followed');
  });

  test('to a validated caller who must change it passes by default alone', () => {
    const fields = {
      description: 'OKTA MFA-Y\nPlease reset my password',
      closeNotes: 'Reset the password, gave him the temp password, must change at next logon.',
    };
    expect(outcome(fields, 'default')).toBe('pass');
    expect(outcome(fields, 'mmc')).toBe('password-process-not-followed');
  });
});

describe('a wrong delivery beside a manager or colleague fails nobody', () => {
  test.each([
    'Reset the password. Gave the new password to the user’s manager over the phone.',
    'Reset the password and told the user that his manager has the new password.',
    'Reset the password, gave the user the new password through his line manager.',
    'Reset the password; sent it to the caller, who is the supervisor of the user.',
    'Reset the password and read it out to her team lead.',
  ])('%s', (closeNotes) => {
    expect(['pass', 'needs-second-key']).toContain(outcome({ closeNotes }, 'mmc'));
  });
});

test('a guess that there was a reset is none, where nothing tells of a delivery', () => {
  for (const description of [
    'Outlook asks again and again, maybe somebody did a password reset.',
    'Had a password reset last month, and today the VPN drops.',
  ])
    expect(outcome({ description, closeNotes: 'Recreated the profile.' }, 'mmc'), description).toBe('not-applicable');
});

test.each([
  'Reset the password. Gave the temporary password to her charge nurse, A. Example.',
  'Reset the password and handed the new password to her assistant.',
])('whose is no whom: %s', (closeNotes) => {
  expect(outcome({ closeNotes }, 'mmc')).toBe('needs-second-key');
  expect(outcome({ closeNotes }, 'default')).toBe('needs-second-key');
});

test.each([
  'Reset the password. Before, she gave her password to a stranger.',
  'Reset the password, since the user had told the new password to the caller.',
])('who told it need not be the desk: %s', (closeNotes) => {
  expect(outcome({ closeNotes }, 'mmc')).toBe('needs-second-key');
});

test.each([
  'Reset the password. Gave the temporary password to her.',
  'Reset it, read out the new password to her verbally.',
])('a password that the user herself was told: %s', (closeNotes) => {
  expect(outcome({ subcategory: 'Password reset', closeNotes }, 'mmc')).toBe('password-process-not-followed');
});

test.each(['She has set a new password in Okta self-service.', 'Changed his password through the SSPR portal.'])(
  'a password that was set in the self-service: %s',
  (closeNotes) => {
    for (const profile of ['default', 'mmc'] as const)
      expect(outcome({ subcategory: 'Password reset', closeNotes }, profile), profile).toBe('pass');
  },
);

test('what was not exported may tell, and an open ticket may yet tell', () => {
  expect(outcome({ closeNotes: 'Password was reset.', workNotes: undefined }, 'mmc')).toBe('field-not-exported');
  expect(outcome({ description: 'Please reset my password', state: 'In Progress' }, 'mmc')).toBe('needs-second-key');
});
