import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { assessProcess } from '../process/assess-process.ts';
import { findInvolvement } from '../process/find-involvement.ts';
import { loadBuiltInProfile } from '../profile/load.ts';
import { buildContext, journal } from '../testing/build.ts';

const profile = loadBuiltInProfile('default');
const mmc = loadBuiltInProfile('mmc');

/** Ids of the processes that a ticket with this description involves. */
function involved(fields: Partial<Ticket> | string): string[] {
  const { text } = buildContext(typeof fields === 'string' ? { description: fields } : fields, profile);
  return profile.processes.filter((process) => findInvolvement(process, text) !== undefined).map(({ data }) => data.id);
}

/** What comes out for one process. */
function outcome(of: typeof profile, id: string, fields: Partial<Ticket>): string | undefined {
  const { text } = buildContext(fields, of);
  const process = of.processes.find(({ data }) => data.id === id);
  const found = process && assessProcess(process, text, of);
  return found && 'advice' in found && found.advice !== undefined ? `${found.result}, with advice` : found?.result;
}

describe('a password reset is found', () => {
  test.each([
    'Reset the password of the user.',
    'User needs a password reset.',
    'pwd reset done',
    'Resetted the password and informed the user.',
    'The password has been reset.',
    'reset his pwd',
    'Reset AD password and verified login.',
    'Password was successfully resetted.',
    'Kindly reset my Windows password.',
    'Password needs to be reset.',
    'Generated a temporary password for the user.',
    'Performed reset of LAN password.',
  ])('%s', (description) => {
    expect(involved(description)).toEqual(['password-reset']);
  });

  test('by the subcategory alone', () => {
    expect(involved({ subcategory: 'Password_Reset' })).toEqual(['password-reset']);
  });
});

describe('a password reset is not found', () => {
  test.each([
    "The printer's admin password was reset to the default by the vendor.",
    'Reset the local admin password of the projector.',
    'Reset the web interface password for the access point.',
    'Unlocked the account in AD.',
    'No password reset needed.',
    'No password reset was required, the account was unlocked.',
    'Password reset not required.',
    'Asked whether the password was reset.',
    'Was the password reset?',
    'If the password is reset he will call again.',
    'Reset the modem.',
    'Reset MFA for the user.',
    'Reset the app and cleared the cache.',
    'User gets an error when resetting his password.',
    'The password reset portal does not open.',
    'Account locked. Unlocked it, login works.',
    'Caller signs in fine with the temporary password now.',
    'Synchronised the account. Advised the user to set a new password tomorrow.',
  ])('%s', (description) => {
    expect(involved(description)).toEqual([]);
  });

  test('where a reset was asked for and only an unlock was done', () => {
    expect(
      involved({ description: 'User requests a password reset.', closeNotes: 'Account unlocked, user logged in.' }),
    ).toEqual([]);
    expect(
      involved({
        description: 'User requests a password reset.',
        closeNotes: 'Account unlocked and password reset done.',
      }),
    ).toEqual(['password-reset']);
  });
});

describe('a lost or stolen device is found', () => {
  test.each([
    'I lost my laptop on the train.',
    'The laptop got stolen yesterday.',
    'phone is missing since Monday',
    'User has lost his company iPhone.',
    'Someone stole the laptop from her car.',
    'Laptop has been stolen.',
    'Lost or stolen laptop',
    'Her bag with the laptop was stolen.',
    'He left his laptop in a taxi.',
    'Mobile stolen in Chennai.',
    'user misplaced her work phone',
    'Theft of a notebook',
    'She lost a USB stick with client data on the train.',
    'USB stick with the payroll export was lost.',
    'An unencrypted thumb drive went missing at the fair.',
    'External hard drive stolen from the car.',
    'He left his flash drive in a taxi.',
    'I cannot find my USB key with the tariffs anywhere.',
    'Memory card lost yesterday',
  ])('%s', (description) => {
    expect(involved(description)).toEqual(['lost-or-stolen-device']);
  });
});

describe('a lost or stolen device is not found', () => {
  test.each([
    'lost connection on laptop',
    'The device was lost from the WSUS console.',
    'Laptop lost network after the update.',
    'missing file on the PC',
    'I lost my laptop charger.',
    'Laptop lost its connection to the domain.',
    'The laptop is missing the VPN icon.',
    'Phone missing in Intune.',
    'Asked whether the laptop was lost.',
    'The laptop was not lost.',
    'If the phone is lost, call security.',
    'Missing drivers on the laptop',
    'lost phone signal',
    'Lost access to the laptop profile',
    'PC lost trust relationship with the domain',
    'USB stick is not recognised.',
    'Lost data on the USB stick.',
    'Lost the files of my external drive.',
    'External drive is missing in Explorer.',
    'The hard drive lost its partition.',
    'Lost the USB receiver of my mouse.',
    'Was the USB stick lost?',
    'The USB stick was not lost.',
    'Missing USB drive letter',
    'Lost the USB stick last week but found it in the office.',
    'Needs a USB stick for the presentation.',
  ])('%s', (description) => {
    expect(involved(description)).toEqual([]);
  });
});

describe('a VIP is found', () => {
  test.each([
    'Caller is a VIP.',
    'VIP user cannot open Outlook.',
    'The CEO cannot log in.',
    'Caller is the Chief Financial Officer.',
    'VIP: Y',
    'She is a board member.',
    'He is the president of the company.',
    "The CFO's laptop does not start.",
  ])('%s', (description) => {
    expect(involved(description)).toEqual(['vip']);
  });

  test.each(['vip', 'caller_id.vip', 'u_vip'])('by the flag %s', (flag) => {
    expect(involved({ flags: { [flag]: true } })).toEqual(['vip']);
    expect(involved({ flags: { [flag]: false } })).toEqual([]);
  });
});

describe('a VIP is not found', () => {
  test.each([
    'Executive assistant to the CEO cannot print.',
    'Caller is EA to the CEO.',
    'She is a vice president.',
    'Not a VIP.',
    'User is non-VIP.',
    'VIP: N',
    'VIP:',
    'VIP- No',
    'Phishing mail that pretends to be from the CEO.',
    'He has a meeting with the CEO.',
    'Is the caller a VIP?',
    'Printer does not print.\nKind regards,\nAda Example\nPresident',
    'Works in the President Hotel building.',
  ])('%s', (description) => {
    expect(involved(description)).toEqual([]);
  });
});

describe('OWG', () => {
  test('is found by the flag, the word and a form line, not by the line of business of the short description', () => {
    expect(involved({ flags: { u_oliver_wyman_group: true } })).toEqual(['owg']);
    expect(involved('Caller is an OWG consultant.')).toEqual(['owg']);
    expect(involved('OWG: Y')).toEqual(['owg']);
    expect(involved('OWG: N')).toEqual([]);
    expect(involved({ shortDescription: 'OWG - Oslo - Outlook - Does not start' })).toEqual([]);
  });
});

test.each(['Laptop HU-LT-093 was lost on the ferry.', 'Her phone AB-1234 went missing in the plant.'])(
  'a device is lost whatever its tag: %s',
  (description) => {
    expect(involved(description)).toEqual(['lost-or-stolen-device']);
  },
);

describe('malware is found', () => {
  test.each([
    'The laptop has a virus.',
    'Malware detected on the PC.',
    'Computer is infected.',
    'Ransomware message on the screen.',
    'A trojan was found.',
    'PC infected with viruses',
    'A ransom note covers the screen.',
    'All files were encrypted and a ransom is demanded.',
  ])('%s', (description) => {
    expect(involved(description)).toEqual(['virus-or-malware']);
  });
});

describe('malware is not found', () => {
  test.each([
    'antivirus installed',
    'Anti-virus installed and running.',
    'virus scan is up to date',
    'Virus definitions are updated.',
    'Defender warns "Virus and threat definitions are out of date".',
    'Windows shows Virus & threat protection as managed by the company.',
    'No virus found.',
    'Scan shows no malware.',
    'Needs malware protection software.',
    'User asked if it is a virus.',
    'She is off sick with a virus.',
  ])('%s', (description) => {
    expect(involved(description)).toEqual([]);
  });
});

describe('a security or privacy incident is found', () => {
  test.each([
    'There was a data breach.',
    'Unauthorised access to the payroll folder.',
    'Unauthorized login to her account from abroad.',
    'He sent the client list to the wrong recipient.',
    'Confidential files were exposed on the site.',
    'Her account was hacked.',
    'Privacy incident',
    'She clicked on a link in a phishing mail.',
    'User clicked a phishing link.',
    'Clicked on the suspicious link and was asked for the password.',
    'Received a phishing mail and clicked the link.',
    'He opened the attachment of a suspicious e-mail.',
    'A fake DHL mail came in and she clicked on the link.',
    'Caller entered his credentials on a fake login page.',
    'User typed her user name and password into a phishing site.',
    'The page was a fake Microsoft login and she entered her password.',
    'He fell for a phishing mail.',
    'She gave her password to a scammer on the phone.',
    'A scammer had remote access to the laptop.',
    'Her credentials were phished.',
    'User replied to a phishing mail with her bank details.',
    'Marsh - Oslo - Outlook - Clicked phishing link',
  ])('%s', (description) => {
    expect(involved(description)).toEqual(['security-or-privacy-incident']);
  });
});

test('a tag that is missing: somebody has to say whether it is the device', () => {
  const description = 'Tablet HU-TB-093 is missing since the stocktaking.';
  expect(outcome(profile, 'lost-or-stolen-device', { description, closeNotes: 'New one ordered.' })).toBe('open');
  expect(outcome(profile, 'lost-or-stolen-device', { description, closeNotes: 'Wiped remotely.' })).toBe('followed');
});

test('files that too many can read: somebody has to say whether it is an incident', () => {
  for (const description of [
    'The payslips can be read by all staff since the move.',
    'Personal data is visible to everybody on the share.',
  ])
    expect(outcome(profile, 'security-or-privacy-incident', { description, closeNotes: 'Rights corrected.' })).toBe(
      'open',
    );
  expect(involved('Payslips are not visible to everyone any more.')).toEqual([]);
  expect(involved('The printer can be used by all staff.')).toEqual([]);
});

describe('a security or privacy incident is not found', () => {
  test.each([
    'Gets an unauthorized 401 error.',
    'The page shows unauthorized access.',
    'Unauthorised access error on the portal.',
    'SLA breached.',
    'No data breach happened.',
    'Was there a data breach?',
    'To prevent a data leak she asks what to do if files are exposed.',
    'Reported a phishing mail, did not click.',
    'User reports a phishing mail and did not click on any link.',
    'Received a suspicious e-mail, has not clicked the link.',
    'Got a phishing mail, nobody clicked on it.',
    'Phishing mail received, opened a ticket for it.',
    'Suspicious mail deleted, no link clicked.',
    'Did she click on the phishing link?',
    'Asked whether he clicked the phishing link.',
    'If you clicked on a phishing link, call us.',
    'She gets a lot of spam mails.',
    'Clicked the report phishing button in Outlook.',
    'She clicked the link of the phishing simulation and has to do the training.',
    'Phishing training link does not open when clicked.',
    'He clicked the link in the reset mail and entered his new password.',
    'She entered her password, but the portal does not load.',
    'Phishing mail, told the user to delete it.',
    'Suspicious mail reported, gave the user the details of the security team.',
    'Gave the user his password, spam folder is empty again.',
    'Mail from a fake address, she has never entered her password.',
    'Fake login page, but he did not enter his credentials.',
    'Spam mail with a link, not opened, not clicked.',
    'Phishing mails are blocked by the new filter.',
    'Wants to know whether a mail is phishing before she clicks on the link.',
    'Shared mailbox gets fake invoices.',
    'Outlook moves a mail to spam when he clicked on it.',
    'Fake account removed, gave the user his login details.',
  ])('%s', (description) => {
    expect(involved(description)).toEqual([]);
  });
});

describe('a password reset was followed', () => {
  const reset = { description: 'User needs a password reset.' };
  test.each([
    ['Password reset done and shared with the manager. User changed the password.', 'followed'],
    ['Reset the password and gave it to his manager.', 'followed, with advice'],
    ['Password shared with trusted colleague Jane.', 'followed, with advice'],
    ['User reset his password via the self service portal.', 'followed'],
    ['User was able to reset her password.', 'followed'],
    ['Self-service password reset completed.', 'followed'],
    ['Password reset, new password read to the user.', 'violated'],
  ])('%s: %s', (closeNotes, expected) => {
    expect(outcome(mmc, 'password-reset', { ...reset, closeNotes })).toBe(expected);
    expect(outcome(profile, 'password-reset', { ...reset, closeNotes })).toBe(expected);
  });

  test.each(['Password reset done.', 'Will share the password with the manager tomorrow. Password reset done.'])(
    'under mmc where nothing else is told: %s',
    (closeNotes) => {
      expect(outcome(mmc, 'password-reset', { ...reset, closeNotes })).toBe('untold, with advice');
      expect(outcome(profile, 'password-reset', { ...reset, closeNotes })).toBe('violated');
    },
  );

  const validated = 'Employee ID: 100234\nName: Ada Example\nLocation: Oslo\nUser needs a password reset.';
  test.each([
    'Password reset and given to the user, who must change the password at next logon.',
    'Gave the user the new password. Forced a password change.',
    'New password read to the user, with change at next logon ticked.',
  ])('by a validated caller and a forced change, in the default profile only: %s', (closeNotes) => {
    expect(outcome(profile, 'password-reset', { description: validated, closeNotes })).toBe('followed');
    expect(outcome(profile, 'password-reset', { ...reset, closeNotes })).toBe('violated');
    expect(outcome(mmc, 'password-reset', { description: validated, closeNotes })).toBe('violated');
  });
});

describe('other processes were followed', () => {
  test.each([
    ['lost-or-stolen-device', 'Lost my laptop.', 'Escalated to the security team.', 'followed'],
    ['lost-or-stolen-device', 'Lost my laptop.', 'Remote wipe issued.', 'followed'],
    ['lost-or-stolen-device', 'Lost my laptop.', 'Disabled the account in AD.', 'followed'],
    [
      'lost-or-stolen-device',
      'Lost a USB stick with client data.',
      'Reported to the data protection officer.',
      'followed',
    ],
    ['lost-or-stolen-device', 'Lost a USB stick with client data.', 'Ordered a new stick.', 'violated'],
    ['lost-or-stolen-device', 'Lost my laptop.', 'Ordered a new one.', 'violated'],
    ['lost-or-stolen-device', 'Lost my laptop.', 'Account was not disabled.', 'violated'],
    ['virus-or-malware', 'Laptop has a virus.', 'Ran a full scan.', 'followed'],
    ['virus-or-malware', 'Laptop has a virus.', 'Isolated the machine.', 'followed'],
    ['virus-or-malware', 'Laptop has a virus.', 'Asked the user to restart.', 'violated'],
    ['security-or-privacy-incident', 'There was a data breach.', 'Reported to the privacy team.', 'followed'],
    ['security-or-privacy-incident', 'There was a data breach.', 'Raised a security incident.', 'followed'],
    ['security-or-privacy-incident', 'Clicked a phishing link.', 'Escalated to the security team.', 'followed'],
    ['security-or-privacy-incident', 'Clicked a phishing link.', 'Reset the browser.', 'violated'],
    ['security-or-privacy-incident', 'There was a data breach.', 'Told her to delete the mail.', 'violated'],
  ])('%s: "%s" "%s": %s', (id, description, note, expected) => {
    expect(outcome(profile, id, { description, workNotes: journal(note) })).toBe(expected);
  });

  test.each([
    ['vip', { urgency: '1', impact: '3', priority: '3' }, 'followed'],
    ['vip', { urgency: '3', impact: '3', priority: '2 - High' }, 'followed'],
    ['vip', { urgency: '2', impact: '2', priority: '3' }, 'violated'],
    ['owg', { urgency: '2 - Medium', impact: '2 - Medium', priority: '3' }, 'followed'],
    ['owg', { urgency: '3', impact: '3', priority: '4' }, 'violated'],
  ])('%s with %o: %s', (id, fields, expected) => {
    expect(outcome(profile, id, { description: `Caller is a ${id.toUpperCase()}.`, ...fields })).toBe(expected);
  });
});
