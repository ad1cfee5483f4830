import { expect, test } from 'vitest';
import { ticketOf } from '../test/support.ts';
import { readField } from './read-field.ts';

test.each<[string, number | undefined, string | undefined]>([
  ['shortDescription', undefined, 'VPN down'],
  ['description', undefined, ''],
  ['closeNotes', undefined, undefined],
  ['openedAt', undefined, '2026-01-02 03:04:05'],
  ['resolvedAt', undefined, undefined],
  ['workNotes', 0, 'Done'],
  ['workNotes', 1, undefined],
  ['workNotes', undefined, undefined],
  ['comments', 0, undefined],
  ['flags.u_vip', undefined, 'true'],
  ['flags.caller_id.vip', undefined, 'false'],
  ['flags.toString', undefined, undefined],
  ['source', undefined, undefined],
  ['toString', undefined, undefined],
])('%s, entry %s', async (field, entry, expected) => {
  const ticket = await ticketOf({
    short_description: 'VPN down',
    description: '',
    opened_at: '2026-01-02 03:04:05',
    work_notes: '2026-01-02 03:04:05 - Ann Lee (Work notes)\nDone\n\n',
    u_vip: 'true',
    'caller_id.vip': 'false',
  });
  expect(readField(ticket, field, entry)).toBe(expected);
});
