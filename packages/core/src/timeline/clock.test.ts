import type { Ticket } from '@tqrs/parser';
import { expect, test } from 'vitest';
import { loadProfile } from '../profile/load.ts';
import { buildTicket } from '../testing/build.ts';
import { entry, raw } from '../testing/timeline.ts';
import { Clock } from './clock.ts';
import { zoneOf } from './zone.ts';

const OSLO = zoneOf('Europe/Oslo');

function read(text: string, fields: Partial<Ticket> = {}): string | undefined {
  const instant = new Clock(buildTicket(fields), OSLO).read(text);
  return instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);
}

test('a time without a zone is taken to be in the profile zone', () => {
  expect(new Clock(buildTicket({ openedAt: raw('2026-03-02 09:00:00') }), OSLO).basis).toBe('profile');
  expect(read('2026-03-02 09:00:00')).toBe('2026-03-02T08:00');
  expect(read('2026-07-02 09:00:00')).toBe('2026-07-02T07:00');
  expect(read('2026-07-02 09:00:00 UTC')).toBe('2026-07-02T09:00');
});

test('a time that was exported both raw and displayed shows by which clock it is displayed', () => {
  const openedAt = { text: '2026-03-02 03:00:00', instant: '2026-03-02T09:00:00.000Z' };
  expect(new Clock(buildTicket({ openedAt }), OSLO).basis).toBe('exported');
  expect(read('2026-03-02 03:30:00', { openedAt })).toBe('2026-03-02T09:30');
});

test('where that clock is the profile zone, its changes count as well', () => {
  const openedAt = { text: '2026-03-02 10:00:00', instant: '2026-03-02T09:00:00.000Z' };
  expect(read('2026-04-02 10:00:00', { openedAt })).toBe('2026-04-02T08:00');
});

test('a displayed time shows whether the day or the month comes first', () => {
  const openedAt = { text: '02/03/2026 10:00:00', instant: '2026-03-02T09:00:00.000Z' };
  expect(read('04/03/2026 10:00:00', { openedAt })).toBe('2026-03-04T09:00');
});

test.each([
  ['a day above twelve', { openedAt: { text: '04/25/2026 10:00' } }, '05/02/2026 10:00', '2026-05-02T08:00'],
  [
    'what must follow each other',
    {
      openedAt: raw('2026-03-04 08:00:00'),
      workNotes: [entry('05/03/2026 10:00 | Ada | b'), entry('04/03/2026 10:00 | Ada | a')],
      updatedAt: raw('2026-03-06 08:00:00'),
    },
    '05/03/2026 10:00',
    '2026-03-05T09:00',
  ],
  ['nothing', { openedAt: { text: '03/04/2026 10:00' } }, '03/04/2026 10:00', undefined],
  ['nothing, and none is needed', { openedAt: { text: '03/04/2026 10:00' } }, '04/04/2026 10:00', '2026-04-04T08:00'],
])('what tells whether the day or the month comes first: %s', (_, fields, text, expected) => {
  expect(read(text, fields)).toBe(expected);
});

test.each([
  ['day-first', '03/04/2026 10:00', '2026-04-03T08:00'],
  ['month-first', '03/04/2026 10:00', '2026-03-04T09:00'],
  [undefined, '03/04/2026 10:00', undefined],
  ['day-first', '02-Mär-2026 10:00', '2026-03-02T09:00'],
  [undefined, '02-févr.-2026 10:00', '2026-02-02T09:00'],
  [undefined, '02-MÄRZ-2026 10:00', '2026-03-02T09:00'],
  [undefined, '02-Mrz-2026 10:00', undefined],
] as const)('the profile tells how dates are written: %s, %s', (order, text, expected) => {
  const { dateStyle } = loadProfile({
    dates: { ...(order && { order }), months: { 2: ['févr'], 3: ['Mär', 'März'] } },
  });
  const instant = new Clock(buildTicket(), OSLO, dateStyle).read(text);
  expect(instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16)).toBe(expected);
});

test('what the ticket tells goes before the profile', () => {
  const { dateStyle } = loadProfile({ dates: { order: 'day-first' } });
  const ticket = buildTicket({ openedAt: { text: '04/25/2026 10:00' } });
  expect(new Date(new Clock(ticket, OSLO, dateStyle).read('05/02/2026 10:00') ?? 0).toISOString()).toBe(
    '2026-05-02T08:00:00.000Z',
  );
});
