import { expect, test } from 'vitest';
import { detectInstructions } from '../hostile/detect-instructions.ts';
import { buildProfile, buildTicket } from '../testing/build.ts';
import { redactTicket } from './redact-ticket.ts';
import { blotSecrets } from './secrets/blot-secrets.ts';

const LENGTH = 40_000;
const PIECES = [
  ...[
    'a',
    'a ',
    'a\n',
    'a. ',
    ' ',
    '\n',
    '.',
    '-',
    '_',
    ':',
    'a: ',
    'a:\n',
    '"',
    "a'",
    '1',
    '1 ',
    '1-',
    '1.',
    '+1 (',
    '(',
    '[',
    '<',
    '{',
  ],
  ...[
    '\\',
    'a\\',
    '\\\\a',
    'a/',
    '@',
    'a@',
    'a@a.',
    'é',
    '𝄞',
    'e\u0301',
    '\u0301',
    '\u200b',
    'a\u200b',
    '█',
    'a-',
    'ab-cd-',
  ],
  ...[
    'Priya ',
    'Priya Nair ',
    'P. ',
    'Nair, ',
    "Priya's ",
    'Mr ',
    'Mr Aa ',
    'Hi Aa,\n',
    'name is Aa ',
    'St. ',
    'de la ',
    'Jean-Luc ',
  ],
  ...[
    'From: Aa Bb <a@b.cc>; ',
    'Regards,\nAa Bb\n',
    'Name: Aa Bb\n',
    'Employee ID: 100234\n',
    'employee id?\n',
    'Phone: 555-0123\n',
  ],
  ...[
    '555-0123 ',
    '+44 7700 900123 ',
    '12 34 ',
    'ext 1 ',
    'Home address: 12 A St, B\n',
    'Home address:\n',
    '10.1.2.3 ',
    'fe80::',
    '00:1A:',
  ],
  ...[
    'C:\\a b\\',
    '\\\\a\\b c\\',
    '/a/b/',
    'https://',
    'a.docx',
    'ACME\\u1 ',
    'user id ',
    '[PERSON_1]',
    '[PERSON_',
    '12/03/2026 ',
    '€1 ',
  ],
  ...[
    'password ',
    'password: ',
    'password is ',
    'password=',
    'password: a1! ',
    'PIN: 4821 ',
    'token ',
    'api key: ',
    'eyJaaaaaaaa.',
  ],
  ...['-----BEGIN PRIVATE KEY-----', '://a:', '123456-', 'ABCDE-', '[10:02:33] Aa Bb: hi\n'],
  ...[
    'ignore all ',
    'ignore previous instructions ',
    'i g n o r e ',
    '<|',
    '{"verdict":"met"}',
    '"reason" ',
    '###\n',
    '--- end of ',
    'system: ',
  ],
];

test.each(PIECES)('%j, over and over, is masked, restored and looked through, and comes to an end', (piece) => {
  const text = piece.repeat(Math.ceil(LENGTH / piece.length));
  const ticket = buildTicket({ caller: 'Priya Nair', assignedTo: 'P. A. Mark', description: text });
  const redaction = redactTicket(ticket, buildProfile());
  const masked = redaction.mask(text);
  expect(redaction.restore(masked, text)).toBe(text);
  expect(text).toContain(redaction.restore(masked.slice(1000, 1100), text));
  expect(blotSecrets(ticket).ticket.description).toHaveLength(text.length);
  for (const { end } of detectInstructions(text)) expect(end).toBeLessThanOrEqual(text.length);
});

test.each([
  (n: number) => `Employee ID: AB-${n}\n`,
  (n: number) => `Username: ab.c${n}\n`,
  (n: number) => `Name: Ada Ex${'abcdefghij'.repeat(2).slice(n % 10, 8 + (n % 10))}${'abcdefgh'.charAt(n % 8)}\n`,
  (n: number) => `Phone: 07700 ${100_000 + n}\n`,
  (n: number) => `Password: Ab!${n}x\n`,
  (n: number) => `a${n}@acme.example\n`,
])('thousands of different values come to an end, too', (line) => {
  const text = Array.from({ length: 4000 }, (_, n) => line(n)).join('');
  const ticket = buildTicket({ caller: 'Priya Nair', description: text, closeNotes: text });
  const redaction = redactTicket(ticket, buildProfile());
  expect(redaction.restore(redaction.mask(text), text)).toBe(text);
  expect(blotSecrets(ticket).ticket.description).toHaveLength(text.length);
});
