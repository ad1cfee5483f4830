import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { domainUser } from './domain-user.ts';

const answer = (fields: Partial<Ticket>) => domainUser.answer(buildCheck(), buildContext(fields)).value;

describe('domain user', () => {
  test.each([
    'Reset of the AD password needed for ACME\\jdoe',
    'User forgot his Windows password\nDomain: ACME\nUser name: jdoe',
    'Network password expired, acme\\ada.example',
  ])('met: %s', (description) => {
    expect(answer({ description })).toBe('met');
  });
  test.each([
    'Reset of the AD password needed',
    'Domain password expired, user id jdoe',
    'Forgot windows password, path C:\\Users\\jdoe',
  ])('not met: %s', (description) => {
    expect(answer({ description })).toBe('not-met');
  });
  test.each(['SAP password reset needed', 'Account locked in AD', 'Printer is jammed', 'No AD password reset needed'])(
    'not applicable: %s',
    (description) => {
      expect(answer({ description })).toBe('not-applicable');
    },
  );
});
