import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { userName } from './user-name.ts';

const answer = (fields: Partial<Ticket>) => userName.answer(buildCheck(), buildContext(fields)).value;

describe('user name', () => {
  test.each([
    'Account locked. User ID: jdoe01',
    'Account is locked out, ACME\\jdoe',
    'Password expired. Username - ada.example',
    'Unable to log in, login id ada.example',
    'Account ada.example@example.com is locked',
    'Password reset needed, user name: Ada Example',
    'I can not log in to SAP. My user is EXAMPLEA.',
    'Account locked. Her user ID is EXAMPLEA.',
  ])('met: %s', (description) => {
    expect(answer({ description })).toBe('met');
  });

  test.each([
    'Account locked. User ID:',
    'User forgot the password',
    'Unable to log in to SAP since today',
    'Locked out of the account after 3 tries',
    'Username: N/A, password expired',
    'ACCOUNT LOCKED. USER IS BLOCKED.',
    'Account locked. The user is unable to work',
  ])('not met: %s', (description) => {
    expect(answer({ description })).toBe('not-met');
  });

  test.each(['Printer is jammed', 'Outlook is slow', 'Login page looks nicer now'])(
    'not applicable: %s',
    (description) => {
      expect(answer({ description })).toBe('not-applicable');
    },
  );
});

test.each([
  ['Pls unlock the account for user jcinder01, locked since 9 AM.', 'for user jcinder01'],
  ['Password expired, her username is ada.example, she says', 'username is ada.example'],
  ['Locked out again; login name (ada@example.com) was checked', 'login name (ada@example.com'],
])('quotes the name and the word that tells what it is: %s', (description, quote) => {
  const [evidence] = userName.answer(buildCheck(), buildContext({ description })).quotes;
  expect(evidence?.quote).toBe(quote);
});
