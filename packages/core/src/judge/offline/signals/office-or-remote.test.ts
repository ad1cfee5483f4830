import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { officeOrRemote } from './office-or-remote.ts';

const answer = (fields: Partial<Ticket>) => officeOrRemote.answer(buildCheck(), buildContext(fields)).value;

describe('office or remote', () => {
  test.each([
    'User is WFH',
    'WFH: Y',
    'WFH-N',
    'Working from home today',
    'Works remotely',
    'User is in the office',
    'Calling from the Oslo office',
    'Location: Oslo office',
    'Work location: remote',
    'Location/WFH: Office',
    'currently onsite',
    'Working from office',
  ])('met: %s', (description) => {
    expect(answer({ description })).toBe('met');
  });

  test.each([
    'Office 365 does not start',
    'Microsoft Office crashes',
    'Remote desktop is slow',
    'Started a remote session',
    'Out of office reply is wrong',
    'Home drive is missing',
    'Reinstalled Office',
    'WFH:',
    'Location: Oslo',
    '',
  ])('not met: %s', (description) => {
    expect(answer({ description })).toBe('not-met');
  });
});
