import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { loadBuiltInProfile } from '../profile/load.ts';
import { journal, outcomeOf, runRule } from '../testing/build.ts';
import { criticalProcess } from './critical-process.ts';

const PROFILES = { default: loadBuiltInProfile('default'), mmc: loadBuiltInProfile('mmc') };
const evaluate = (fields: Partial<Ticket>, profile: keyof typeof PROFILES = 'default') =>
  runRule(criticalProcess, fields, PROFILES[profile]);
const outcome = (fields: Partial<Ticket>, profile: keyof typeof PROFILES = 'default') =>
  outcomeOf(evaluate(fields, profile));

describe('no critical process', () => {
  test.each([
    'Outlook closes by itself',
    'No password reset needed, account was only unlocked.',
    'Account locked. Unlocked the account in AD, user can log in.',
    'Asked whether the laptop was lost, user says it is on the desk.',
    'If the laptop was stolen, call security.',
    'Laptop lost network connection in the meeting room',
    'Lost my laptop charger',
    'Missing file on the PC since yesterday',
    'Phone lost signal',
    'He missed a call; phone missing ringtone.',
    'Advised the user to set a new password tomorrow.',
    'Antivirus installed and up to date',
    'No virus found',
    'User is not a VIP',
    'VIP: No',
    'Executive assistant to the CEO cannot print',
    'Vice president of sales cannot print',
    'Outlook closes.\n\nKind regards,\nAda Example\nChief Financial Officer',
    'From: Ada Example (CEO)\nSent: Monday\nOutlook closes',
    'Error 401: unauthorized access',
    'Do I need to reset my password?',
    'Was your phone stolen?',
    'SLA breach expected',
    'The password reset portal is down',
    'If the cache does not help, we will look at a password reset.',
    'Company phone was stolen, he thought, but he found it in the car.',
    'Outlook closes.\nThis e-mail is confidential. Unauthorised access is prohibited.',
    'Outlook closes.\n--\nForgot your password? Please reset the password yourself at any time.',
    'The nightly virus scan slows the session down.',
    'Needs the template for the post to the chairman.',
    'Agent: reset your password',
    'Since the password reset on Monday Outlook keeps asking for credentials.',
    'The link for the password reset does not arrive.',
    'Laptop was left on the train, got it back in an hour.',
    'Phone is lost in a boot loop.',
    'He sits next to the CEO, the printer jams.',
    'Reports to the CFO, cannot print.',
    'board_minutes and president_2026.xlsx cannot be opened.',
    'The macro was a false positive, no virus.',
  ])('%s', (description) => {
    expect(outcome({ description })).toBe('not-applicable');
  });

  test('the line of business in a short description is not OWG', () => {
    expect(outcome({ shortDescription: 'OWG - Oslo - Outlook - closes by itself' })).toBe('not-applicable');
  });

  test('a canceled ticket', () => {
    expect(outcome({ description: 'Lost my laptop', state: 'Canceled' })).toBe('not-applicable');
  });
});

describe('password reset', () => {
  test.each([
    ['subcategory', { subcategory: 'Password Reset', closeNotes: 'Done.' }],
    ['asked for and done', { description: 'Can you reset my password?', closeNotes: 'Done.' }],
    ['asked for in a form', { description: 'Issue: forgot password\nPlease reset the password.', closeNotes: 'Done.' }],
    ['done', { closeNotes: 'Password was reset.' }],
    ['a new password asked for', { description: 'Please set a new password for me', closeNotes: 'He can log in.' }],
    ['done, otherwise said', { closeNotes: 'Resetted the pwd for the user.' }],
  ])('found by %s; who received the password is not told', (_, fields) => {
    expect(outcome(fields)).toBe('not-followed');
    expect(outcome(fields, 'mmc')).toBe('pass');
  });

  test('found by the new password that was given to the user', () => {
    const fields = { closeNotes: 'Gave the user a new password over the phone.' };
    expect(outcome(fields)).toBe('not-followed');
    expect(outcome(fields, 'mmc')).toBe('password-process-not-followed');
  });

  test.each([
    'Password was reset. Shared the temporary password with the manager.',
    'Reset the password, manager received the password by phone.',
    'User reset his own password via the self-service portal.',
    'Guided the caller; he was able to reset his password.',
    'Password was reset and told to her manager on the phone.',
    'Reset the password, her supervisor has it.',
    'Password was reset. Walked him through the forgot password page, he chose a new one himself.',
  ])('followed: %s', (closeNotes) => {
    expect(outcome({ closeNotes })).toBe('pass');
    expect(outcome({ closeNotes }, 'mmc')).toBe('pass');
  });

  test('a trusted colleague without the delivery or the change told: pass, with coaching', () => {
    expect(evaluate({ closeNotes: 'Password was reset and given to a trusted colleague.' }, 'mmc')).toMatchObject({
      levelId: 'pass',
      advice: [expect.any(String)],
    });
  });

  test('a validated caller and a forced change pass by default, not under mmc', () => {
    const fields = {
      description: 'OKTA MFA-Y\nPlease reset my password',
      closeNotes: 'Password reset and given to the user, who must change it at next logon.',
    };
    expect(outcome(fields)).toBe('pass');
    expect(outcome(fields, 'mmc')).toBe('password-process-not-followed');
    expect(outcome({ ...fields, description: 'Please reset my password' })).toBe('not-followed');
  });

  test('an unlock alone is none, even under the subcategory', () => {
    expect(outcome({ subcategory: 'Password Reset', closeNotes: 'Unlocked the account.' })).toBe('not-applicable');
    expect(outcome({ closeNotes: 'Unlocked the account and reset the password.' })).toBe('not-followed');
  });

  test.each(['He had to change it on signing in.', 'She was forced to pick a new one.', 'It expires at first use.'])(
    'a forced change, otherwise said: %s',
    (told) => {
      expect(outcome({ description: 'OKTA MFA-Y', closeNotes: `Password was reset. ${told}` })).toBe('pass');
    },
  );

  test('a caller who failed validation and was refused got none', () => {
    const fields = {
      description: 'Please reset my password',
      closeNotes: 'Caller failed validation, no service given.',
    };
    expect(outcome(fields)).toBe('needs-second-key');
    expect(outcome(fields, 'mmc')).toBe('not-applicable');
  });

  test('journals that were not exported leave it open', () => {
    expect(evaluate({ closeNotes: 'Password was reset.', workNotes: undefined })).toMatchObject({
      status: 'unscored',
      reason: 'field-not-exported',
      possibleLevels: ['pass', 'not-followed'],
    });
  });

  test('an open ticket can still follow it', () => {
    expect(outcome({ description: 'Please reset my password', state: 'In Progress' })).toBe('needs-second-key');
  });
});

describe('lost or stolen device', () => {
  test.each([
    'My laptop was stolen from the car',
    'User lost his phone in a taxi',
    'Company iPhone is missing since Monday',
    'I have misplaced my tablet',
    'I lost my work-issued iPhone 7 while traveling',
    'Laptop was taken from the car',
    'Tablet left in a taxi',
  ])('found: %s', (description) => {
    expect(outcome({ description })).toBe('not-followed');
    expect(outcome({ description, workNotes: journal('Remote wipe was initiated.') })).toBe('pass');
    expect(outcome({ description, closeNotes: 'Escalated to the security team.' })).toBe('pass');
    expect(outcome({ description, closeNotes: 'Account was disabled.' })).toBe('pass');
  });

  test.each(['SOC ticket SEC0012 raised.', 'Kicked off a wipe.', 'Put the phone in lost mode.', 'Blocked in MDM.'])(
    'followed: %s',
    (closeNotes) => {
      expect(outcome({ description: 'Lost my phone', closeNotes })).toBe('pass');
    },
  );

  test('a plan is not a deed', () => {
    expect(
      outcome({
        description: 'Lost my laptop',
        closeNotes: 'Will escalate to security tomorrow. Remote wipe not done.',
      }),
    ).toBe('not-followed');
  });
});

describe('VIP and OWG', () => {
  test.each([
    ['flag', { flags: { vip: true } }],
    ['form line', { description: 'VIP: Yes\nOutlook closes' }],
    ['word', { description: 'VIP user cannot print' }],
    ['title', { description: 'CFO cannot open the report' }],
  ])('VIP by %s', (_, fields) => {
    expect(outcome({ ...fields, urgency: '3 - Low', impact: '3 - Low', priority: '5 - Planning' })).toBe(
      'not-followed',
    );
    expect(outcome({ ...fields, urgency: '1 - High', impact: '3 - Low', priority: '3 - Moderate' })).toBe('pass');
    expect(outcome({ ...fields, urgency: '3', impact: '3', priority: '2 - High' })).toBe('pass');
  });

  test('OWG by flag or word', () => {
    expect(outcome({ flags: { u_oliver_wyman_group: true } })).toBe('not-followed');
    expect(outcome({ description: 'OWG user cannot print', urgency: '2', impact: '2' })).toBe('pass');
  });

  test('VIP wins over OWG', () => {
    const flags = { vip: true, u_oliver_wyman_group: true };
    expect(outcome({ flags, urgency: '2', impact: '2', priority: '3' })).toBe('not-followed');
    expect(outcome({ flags, urgency: '1', impact: '3', priority: '3' })).toBe('pass');
  });

  test('urgency that was not exported leaves it open', () => {
    expect(outcome({ flags: { vip: true }, urgency: undefined })).toBe('field-not-exported');
  });

  test('says which value belongs to which field, and what the process asks for', () => {
    const vip = { flags: { vip: true }, priority: '4 - Low' };
    expect(evaluate({ ...vip, urgency: '3 - Low', impact: '2 - Medium' })).toMatchObject({
      rationale:
        'VIP: nothing shows that the process was followed. The ticket has urgency 3 - Low, impact 2 - Medium and priority 4 - Low; the process asks for urgency 1 and impact 3, or priority 1 or 2.',
      evidence: [
        { field: 'flags.vip' },
        { field: 'urgency', quote: '3 - Low' },
        { field: 'impact', quote: '2 - Medium' },
        { field: 'priority', quote: '4 - Low' },
      ],
    });
    expect(evaluate({ ...vip, urgency: '1 - High', impact: '', priority: '' })).toMatchObject({
      rationale:
        'VIP: nothing shows that the process was followed. The ticket has urgency 1 - High, impact blank and priority blank; the process asks for urgency 1 and impact 3, or priority 1 or 2.',
    });
    expect(evaluate({ ...vip, urgency: '1', impact: '3' })).toMatchObject({
      rationale: 'VIP: the process was followed. The ticket has urgency 1 and impact 3.',
    });
  });

  test('proves it by the fields', () => {
    expect(evaluate({ flags: { vip: true } })).toMatchObject({
      evidence: expect.arrayContaining([{ field: 'flags.vip', start: 0, end: 4, quote: 'true' }]),
    });
  });
});

describe('other processes', () => {
  test.each([
    ['Malware found on the laptop', 'Isolated the device and ran a full scan.'],
    ['Defender reports a trojan', 'Reported to the security team.'],
    ['Personal data was sent to the wrong recipient', 'Escalated to the privacy team.'],
    ['Data breach in the HR share', 'Reported to security.'],
  ])('%s', (description, closeNotes) => {
    expect(outcome({ description })).toBe('not-followed');
    expect(outcome({ description, closeNotes })).toBe('pass');
  });

  test('coaches with the words of the ticket', () => {
    expect(evaluate({ shortDescription: 'Sales - Oslo - Phone - Company phone lost in taxi' })).toMatchObject({
      advice: [expect.stringMatching(/^Your ticket says “Company phone lost in taxi”\. Escalate /)],
    });
    expect(evaluate({ flags: { vip: true } })).toMatchObject({ advice: [expect.stringMatching(/^Set urgency 1/)] });
  });

  test('of several, the worst counts, once', () => {
    expect(
      outcome(
        {
          description: 'Lost my laptop. Please reset my password.',
          closeNotes: 'Remote wipe was initiated. Gave him the new password.',
        },
        'mmc',
      ),
    ).toBe('password-process-not-followed');
  });
});

describe('not found is not lost', () => {
  test.each([
    'Cannot find my phone since Monday.',
    'User cannot find his laptop since yesterday evening.',
    'Unable to locate her work phone after the meeting.',
    "Can't find my laptop anywhere.",
    'He has not been able to find his phone.',
    'Cannot find his USB stick.',
  ])('%s leaves it to a person', (description) => {
    expect(outcome({ description })).toBe('needs-second-key');
  });

  test.each([
    'Cannot find my phone since Monday. Somebody stole my phone.',
    'I lost my laptop and cannot find it anywhere.',
  ])('%s is a loss', (description) => {
    expect(outcome({ description })).toBe('not-followed');
  });

  test('a badge is no device', () => {
    expect(outcome({ description: 'Cannot find my badge since this morning.' })).toBe('not-applicable');
  });
});

describe('a title in a signature or a mail header makes nobody a VIP', () => {
  test.each([
    'Printer jams.\n\nJane Roe | Chief Financial Officer | VIP Client Programs',
    'Printer jams.\nJane Roe, Chief Executive Officer\nAcme Freight Ltd',
    'Printer jams. Thanks, Jane Roe | Chief Financial Officer',
    'Jane Roe\nVIP Client Programs\nPrinter jams.',
    'From: Jane Roe (Chief Financial Officer)\nTo: VIP Support\nSubject: VIP programme\nPrinter jams.',
    'Von: Jane Roe, CFO\nGesendet: Montag\nBetreff: VIP\nPrinter jams.',
    'On Mon, 2 Mar 2026 at 09:10, Jane Roe (CFO) wrote:\n> Printer jams.',
  ])('%j', (description) => {
    expect(outcome({ description })).toBe('not-applicable');
  });
});

test('a rubric may name the levels itself', () => {
  const description = 'User called, his laptop was stolen from the car.';
  const named = { deduct: 'lost-and-not-told' };
  expect(outcomeOf(evaluate({ description, closeNotes: 'Sent a new one.' }))).toBe('not-followed');
  expect(
    outcomeOf(runRule(criticalProcess, { description, closeNotes: 'Sent a new one.' }, PROFILES.default, named)),
  ).toBe('lost-and-not-told');
});
