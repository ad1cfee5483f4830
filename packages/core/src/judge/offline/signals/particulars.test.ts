import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { particulars } from './particulars.ts';

const answer = (fields: Partial<Ticket>) => particulars.answer(buildCheck(), buildContext(fields)).value;

describe('particulars', () => {
  test.each([
    'Gets the error "The profile cannot be loaded"',
    'Error message: cannot start Microsoft Outlook',
    'Error code 0x80070005 when opening',
    'No access to the shared drive \\\\files01\\finance',
    'Shared folder path: Finance/2026',
    'Cannot open the shared mailbox invoices@example.com',
    'Needs access, approval from the manager is attached',
    'Fails with AADSTS50076',
  ])('met: %s', (description) => {
    expect(answer({ description })).toBe('met');
  });

  test.each([
    'Gets an error when opening Outlook',
    'User can’t open it, there’s an error message',
    'No access to the shared drive',
    'Cannot open the shared mailbox',
    'A pop up message appears',
  ])('not met: %s', (description) => {
    expect(answer({ description })).toBe('not-met');
  });

  test.each(['Printer is jammed', 'Outlook is slow', 'There is no error message, it just closes'])(
    'not applicable: %s',
    (description) => {
      expect(answer({ description })).toBe('not-applicable');
    },
  );
});
