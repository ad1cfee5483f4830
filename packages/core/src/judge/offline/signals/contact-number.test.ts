import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { contactNumber } from './contact-number.ts';

const answer = (fields: Partial<Ticket>) => contactNumber.answer(buildCheck(), buildContext(fields)).value;

describe('contact number', () => {
  test.each([
    'Contact Number: 020 7946 0123',
    'Contact number - +91 98765 43210',
    'Ph: 5550123',
    'Ext: 4521',
    'Caller can be reached on 07700 900123.',
    'Please call him back at (212) 555-0123',
    'Best contact number to reach you: 5550100',
    'He is available on ext. 4521.',
    'Outlook closes. +44 20 7946 0123',
    'Mobile 9876543210, prefers a call after 5',
    'WFH today, 98765 43210.',
    'There until 5. 020 7946 0123.',
    'VIP: No\n020 7946 0123, at home.',
    'He moved to Madrid 020 7946 0123',
  ])('met: %s', (description) => {
    expect(answer({ description })).toBe('met');
  });

  test.each([
    'Contact Number:',
    'Contact number: N/A',
    'Contact Number: same as in the profile',
    'Employee ID: 10023456',
    'Employee ID 10023456, Outlook closes',
    'See INC0012345 and KB0010203',
    'Error code 0x80070005 at 10:45 on 2026-03-27',
    'Server 10.20.30.40 does not answer the call',
    'Asset tag 5550100123',
    'The user called about 3000000 rows that are missing',
    'Room 201, floor 3',
    'The rows 12345 67890 are missing',
    '',
  ])('not met: %s', (description) => {
    expect(answer({ description })).toBe('not-met');
  });
});

test.each([
  ['She is calling from her home office in Hull; best number is 555-0140.', 'number is 555-0140'],
  ['please call the reception on ext 4410 about the voucher printer', 'ext 4410'],
  ['0470 555 014 is where he can be reached, at any time', '0470 555 014'],
])('quotes the number and the word that tells what it is: %s', (description, quote) => {
  const [evidence] = contactNumber.answer(buildCheck(), buildContext({ description })).quotes;
  expect(evidence?.quote).toBe(quote);
});
