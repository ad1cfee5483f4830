import { describe, expect, test } from 'vitest';
import { VETOES, type Veto } from '../../../rubric/schema.ts';
import { buildContext } from '../../../testing/build.ts';
import { vetoOf } from './vetoes.ts';

/** What keeps `quote` in `closeNotes` from proving something; all of the text where no quote is given. */
function veto(closeNotes: string, quote = closeNotes, kinds: readonly Veto[] = VETOES): Veto | undefined {
  const { text, ticket } = buildContext({ closeNotes, caller: 'Ada Example' });
  const start = closeNotes.indexOf(quote);
  return vetoOf({ field: 'closeNotes', start, end: start + quote.length, quote }, kinds, text, ticket);
}

describe('words that prove nothing', () => {
  test.each<[string, Veto]>([
    ['Issue not resolved.', 'negation'],
    ['User has not confirmed yet.', 'negation'],
    ['The reset was unsuccessful', 'negation'],
    ['User confirmed: N', 'negation'],
    ['Confirmed by user:', 'negation'],
    ['Caller refused to close the ticket', 'negation'],
    ['Once confirmed we close.', 'condition'],
    ['If the user can log in, the issue is resolved.', 'condition'],
    ['Resolved unless she calls back', 'condition'],
    ['User will confirm tomorrow.', 'future'],
    ['Needs to be tested by the user', 'future'],
    ['Did the user confirm?', 'question'],
    ['Can you log in now?', 'question'],
    ['Please confirm once it works so we can close', 'condition'],
    ['Asked the user to test the printer', 'request'],
    ['User requested a password reset', 'request'],
    ['Kindly check the mailbox', 'request'],
    ['Tested by the network team.', 'others'],
    ['Vendor confirmed that the link is stable.', 'others'],
    ['I tested it from my side.', 'others'],
    ['We verified that the drive opens', 'others'],
    ['Confirmed with the team lead', 'others'],
  ])('%s: %s', (text, expected) => {
    expect(veto(text)).toBe(expected);
  });
});

describe('words that prove something', () => {
  test.each([
    'Unlocked the account. Caller confirmed that he was able to log in.',
    'Removed the failed update and rebooted.',
    'Ada Example confirmed that it works.',
    'User tested with us on the line, no errors anymore.',
    'Reset the profile, user can log in.',
    'The issue was not reproducible, replaced the cable.',
    'Replaced the dock as requested',
    'Reset the password as per the request of the user',
    'Confirmed by the user.',
    'She is happy to have the ticket closed.',
    'Both screens stay on, confirmed Ada.',
  ])('%s', (text) => {
    expect(veto(text)).toBeUndefined();
  });
});

describe('a veto', () => {
  test('reads around the quote: what is cut out of a denial stays denied', () => {
    expect(veto('User has not confirmed the fix.', 'confirmed the fix')).toBe('negation');
    expect(veto('Please confirm once it works so he can close', 'so he can close')).toBe('condition');
  });

  test('does not mind what follows the quote', () => {
    expect(veto('Works from the Oslo office and cannot print.', 'Works from the Oslo office')).toBeUndefined();
    expect(veto('Works from the Oslo office and cannot print.')).toBe('negation');
    expect(veto('The confirmation was not received', 'The confirmation')).toBe('negation');
  });

  test('goes by the clauses that are quoted', () => {
    const text = 'Issue not resolved by the restart, reinstalled the client.';
    expect(veto(text, 'reinstalled the client')).toBeUndefined();
    expect(veto(text, 'not resolved by the restart')).toBe('negation');
  });

  test('is only cast for what the question minds', () => {
    expect(veto('Cannot print since Monday.', undefined, ['question'])).toBeUndefined();
    expect(veto('Cannot print since Monday.', undefined, [])).toBeUndefined();
    expect(veto('User will confirm tomorrow.', undefined, ['negation'])).toBeUndefined();
  });
});
