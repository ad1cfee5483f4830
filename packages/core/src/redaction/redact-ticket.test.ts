import type { Ticket } from '@tqrs/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Profile } from '../profile/schema.ts';
import { buildProfile, buildTicket, journal } from '../testing/build.ts';
import { redactTicket } from './redact-ticket.ts';

const redactionOf = (fields: Partial<Ticket>, profile: Partial<Profile> = {}) =>
  redactTicket(buildTicket(fields), buildProfile({ locations: [], ...profile }));

const CALLER = { caller: 'Priya Nair', assignedTo: 'Fielding, Tom' };

describe('mask', () => {
  test.each([
    ['Priya Nair called.', '[PERSON_1] called.'],
    ['priya nair called', '[PERSON_1] called'],
    ['PRIYA called', '[PERSON_1] called'],
    ['Nair, Priya called', '[PERSON_1] called'],
    ['P. Nair called', '[PERSON_1] called'],
    ["Priya's laptop", "[PERSON_1]'s laptop"],
    ['Tom Fielding told Priya', '[PERSON_2] told [PERSON_1]'],
    ['Mail: priya.nair@acme.example', 'Mail: [EMAIL_1]'],
    ['Contact Number: +44 7700 900123 or 4471', 'Contact Number: [PHONE_1] or [PHONE_2]'],
    ['Employee ID- 100234', 'Employee ID- [EMPLOYEE_ID_1]'],
    ['Username: pnair01', 'Username: [USER_1]'],
    ['Unlocked ACME\\pnair01.', 'Unlocked ACME\\[USER_1].'],
    ['IP: 10.20.30.40, MAC 00:1A:2B:3C:4D:5E', 'IP: [IP_1], MAC [MAC_1]'],
    ['Home address: 12 Sample Street, Leeds LS1 0XX', 'Home address: [ADDRESS_1]'],
    ['Password: Summer2024!', 'Password: [SECRET_1]'],
    ['Password: █████', 'Password: [SECRET_1]'],
    [
      'Manager name : Ravi Menon\nAsked Ravi for approval.',
      'Manager name : [PERSON_3]\nAsked [PERSON_3] for approval.',
    ],
    ['From: Ravi Menon <ravi@acme.example>', 'From: [PERSON_3] <[EMAIL_1]>'],
    ['[10:02:33] Ravi Menon: hello', '[10:02:33] [PERSON_3]: hello'],
    ['Kind regards,\nRavi Menon', 'Kind regards,\n[PERSON_3]'],
    ['Mr Menon rang. Menon was told.', 'Mr [PERSON_3] rang. [PERSON_3] was told.'],
  ])('%j becomes %j', (text, masked) => {
    expect(redactionOf({ ...CALLER, description: text }).mask(text)).toBe(masked);
  });

  test.each([
    'INC0012345 RITM0012345 REQ0012345 CHG0012345 PRB0012345 SCTASK0012345 TASK0012345 KB0012345',
    'Asset tag: 100200300',
    'Serial number: 5551234567',
    'Version 10.0.19045.3803, build 22621.3155',
    'Client version 10.2.3.4',
    '2026-03-02 10:15:00 to 2026-03-02T10:15:00Z, 02/03/2026, 2 March 2026, 10:15',
    '0x80070005 and -2147024891',
    'LON-LT-00421 and PRIYA-LT01 and priya-pc',
    'C:\\Users\\priya\\Documents\\plan.docx',
    '\\\\fs01\\home\\priya\\plan.docx',
    '/home/priya/plan',
    'priya_plan.xlsx',
    '27ef10ade78d88d0eb5a0d30514cbab5',
    '9a1c2d3e-4f50-6172-8394-a5b6c7d8e9f0',
    '£1,250.00, $49.00, 12,400 INR, 45 users, 16 GB, 118,220 pages',
    'Meeting ID 812 5550 1330',
    'Subnet 255.255.255.0, localhost 127.0.0.1',
    'Office address: 12 Sample Street, Leeds',
    'Email address: to be set',
    'Domain\\username',
    'HKLM\\Software\\Policies',
    'Password reset, PIN: N, password - no',
    'Employee ID: Y',
    'Contact Number: same as above',
    'Manager name : N/A',
    '[PERSON_7] and [ phone 3 ]',
  ])('%j stays', (text) => {
    expect(redactionOf({ ...CALLER, description: text }).mask(text)).toBe(text);
  });

  test('gives the same value the same placeholder in every text, in whatever way it is written', () => {
    const redaction = redactionOf({
      ...CALLER,
      description: 'Phone: +44 7700 900123\nEmployee ID: AB-20931',
      workNotes: journal('Rang 07700900123. Verified by AB-20931.', 'PRIYA@ACME.EXAMPLE', 'priya@acme.example'),
    });
    expect(redaction.mask('Rang 07700900123. Verified by AB-20931.')).toBe(
      'Rang [PHONE_1]. Verified by [EMPLOYEE_ID_1].',
    );
    expect(redaction.mask('PRIYA@ACME.EXAMPLE')).toBe(redaction.mask('priya@acme.example'));
    expect(redaction.mask('Priya Nair')).toBe('[PERSON_1]');
    expect(redaction.counts).toEqual({ PERSON: 2, EMAIL: 1, PHONE: 1, EMPLOYEE_ID: 1 });
  });

  test('does not depend on what is masked first', () => {
    const fields = { ...CALLER, description: 'Phone: 555-0123', closeNotes: 'Phone: 555-0144' };
    const forward = redactionOf(fields);
    const backward = redactionOf(fields);
    expect(backward.mask('Phone: 555-0144')).toBe('Phone: [PHONE_2]');
    expect(backward.mask('Phone: 555-0123')).toBe(forward.mask('Phone: 555-0123'));
  });

  test('takes no number that the ticket itself names', () => {
    const redaction = redactionOf({ ...CALLER, description: 'Someone typed [PERSON_1] and [person 02] and PERSON_3.' });
    expect(redaction.mask('Priya')).toBe('[PERSON_4]');
  });

  test('finds what hides among characters that nobody sees, and leaves them out', () => {
    const text = 'Pri\u200bya: priya\u200b@acme.example, Phone: 07700\u00ad900123\u202e';
    expect(redactionOf({ ...CALLER, description: text }).mask(text)).toBe('[PERSON_1]: [EMAIL_1], Phone: [PHONE_1]');
  });

  test('goes by the profile: names for sys_ids, further names, and what to keep', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const redaction = redactionOf(
      { caller: id, description: 'Ada Example and Ben Sample wrote to desk@acme.example about Marsh.' },
      {
        names: { [id]: 'Ada Example' },
        redaction: { names: ['Ben Sample', 'Jo Marsh'], keep: ['desk@acme.example', 'Marsh'] },
      },
    );
    expect(redaction.mask('Ada Example and Ben Sample wrote to desk@acme.example about Marsh.')).toBe(
      '[PERSON_1] and [PERSON_2] wrote to desk@acme.example about Marsh.',
    );
    expect(redaction.mask('Jo Marsh')).toBe('[PERSON_3]');
    expect(redaction.mask(id)).toBe(id);
  });

  test('leaves the names of places and groups alone', () => {
    const redaction = redactionOf({ caller: 'Kate Marsh', location: 'Marsh', assignedTo: 'Service Desk' });
    expect(redaction.mask('The Marsh office called the Service Desk.')).toBe(
      'The Marsh office called the Service Desk.',
    );
    expect(redaction.mask('Kate Marsh')).toBe('[PERSON_1]');
  });
});

describe('restore', () => {
  const text = 'Priya Nair called from 07700 900123. Unlocked her account, priya confirmed that she can log in.';
  const redaction = redactionOf({ ...CALLER, description: text, closeNotes: 'Told Priya.' });

  test.each([
    ['a quote', '[PERSON_1] confirmed that she can log in', 'priya confirmed that she can log in'],
    ['the first of two ways to write a name', '[PERSON_1] called from', 'Priya Nair called from'],
    ['another case', '[person_1] CONFIRMED that', 'priya confirmed that'],
    ['spaces in a placeholder', '[ PERSON 1 ] confirmed that', 'priya confirmed that'],
    ['no brackets', 'PERSON_1 confirmed that', 'priya confirmed that'],
    ['a quote that begins inside a placeholder', '_1] confirmed that', 'priya confirmed that'],
    ['a quote that ends inside one', 'called from [PHO', 'called from 07700 900123'],
    ['other white space', 'called\n from  [PHONE_1]. Unlocked', 'called from 07700 900123. Unlocked'],
    ['no placeholder', 'Unlocked her account', 'Unlocked her account'],
    ['words that stand nowhere', 'The agent told [PERSON_1] so', 'The agent told Priya Nair so'],
    ['a placeholder of nobody', '[PERSON_9] called', '[PERSON_9] called'],
    ['nothing', '', ''],
  ])('%s', (_, quote, original) => {
    expect(redaction.restore(quote)).toBe(original);
    expect(redaction.restore(quote, text)).toBe(original);
  });

  test('looks in the text that it is told', () => {
    expect(redaction.restore('[PERSON_1].', 'Told Priya.')).toBe('Priya.');
  });

  test('keeps what nobody sees where the ticket has it', () => {
    const hidden = 'Un\u200blocked for Pri\u200bya today';
    expect(redactionOf({ ...CALLER, description: hidden }).restore('Unlocked for [PERSON_1]')).toBe(
      'Un\u200blocked for Pri\u200bya',
    );
  });
});

describe('whatever the text', () => {
  const PIECES = [
    ...['Priya Nair', 'priya', 'Nair, Priya', 'Tom', 'P. Nair', "Tom's", 'Mr Fielding', 'Ravi Menon', 'Will'],
    ...[
      'priya.nair@acme.example',
      'ACME\\pnair01',
      'pnair01',
      '100234',
      'AB-20931',
      '555-0123',
      '+44 7700 900123',
      '4471',
    ],
    ...['10.20.30.40', 'fe80::1ff:fe23:4567:890a', '00:1A:2B:3C:4D:5E', '12 Sample Street, Leeds LS1 0XX'],
    ...[
      'Employee ID- ',
      'Contact Number: ',
      'First and Last name- ',
      'Username: ',
      'Home address: ',
      'Password: ',
      'PIN ',
      'From: ',
      'ext. ',
    ],
    ...[
      'Summer2024!',
      '4821',
      'INC0012345',
      '2026-03-02 10:15:00',
      '10.0.19045.3803',
      'C:\\Users\\priya\\x.log',
      'LON-LT-00421',
    ],
    ...['[PERSON_1]', '[PHONE_2]', 'PERSON_1', '[', ']', '_1]', '█████', '\u200b', '\u202e', 'é', '𝄞', 'ß', 'İ'],
    ...[
      ' ',
      ' ',
      ' ',
      '\n',
      ', ',
      '. ',
      ': ',
      ' - ',
      '/',
      '-',
      '.',
      '@',
      '(',
      ')',
      '"',
      "'s",
      'called',
      'confirmed',
      'the',
    ],
  ];
  const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(''));

  test('restoring what was masked gives the original', () => {
    fc.assert(
      fc.property(anyText, anyText, (description, closeNotes) => {
        const redaction = redactionOf({ ...CALLER, description, closeNotes });
        expect(redaction.restore(redaction.mask(description), description)).toBe(description);
        expect(redaction.restore(redaction.mask(closeNotes), closeNotes)).toBe(closeNotes);
      }),
      { numRuns: 300 },
    );
  });

  test('masking what is masked changes nothing', () => {
    fc.assert(
      fc.property(anyText, (description) => {
        const redaction = redactionOf({ ...CALLER, description });
        const masked = redaction.mask(description);
        expect(redaction.mask(masked)).toBe(masked);
      }),
      { numRuns: 300 },
    );
  });

  test('ticket numbers, times, codes and paths survive', () => {
    const kept = fc.constantFrom(
      'INC0012345',
      'KB0012345',
      'SCTASK0012345',
      '2026-03-02 10:15:00',
      '10:15:30',
      '0x80070005',
      '27ef10ade78d88d0eb5a0d30514cbab5',
      'C:\\Users\\priya\\plan.docx',
      '\\\\fs01\\share\\Tom',
      '16 GB',
      '£1,250.00',
      'LON-LT-00421',
    );
    fc.assert(
      fc.property(anyText, kept, anyText, (before, token, after) => {
        const description = `${before.replace(/pass|pin\b/gi, '')}\nSeen: ${token} here.\n${after}`;
        expect(redactionOf({ ...CALLER, description }).mask(description)).toContain(token);
      }),
      { numRuns: 300 },
    );
  });

  test('a part of a quote is restored to a part of the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (description, from, length) => {
        const redaction = redactionOf({ ...CALLER, description });
        const masked = redaction.mask(description);
        const start = masked.length === 0 ? 0 : from % masked.length;
        const quote = masked.slice(start, start + 1 + (length % 30));
        expect(description).toContain(redaction.restore(quote, description));
      }),
      { numRuns: 300 },
    );
  });
});
