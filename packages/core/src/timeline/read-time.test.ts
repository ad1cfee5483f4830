import { expect, test } from 'vitest';
import { readInstant, readTime } from './read-time.ts';

const iso = (wall: number | undefined) => (wall === undefined ? undefined : new Date(wall).toISOString().slice(0, 19));

test.each([
  ['2026-03-02 07:12:00', '2026-03-02T07:12:00'],
  ['2026-03-02T07:12:00', '2026-03-02T07:12:00'],
  ['2026/03/02 07:12', '2026-03-02T07:12:00'],
  ['02-Mar-2026 07:12:00', '2026-03-02T07:12:00'],
  ['2-March-2026 7:12 PM', '2026-03-02T19:12:00'],
  ['02.03.2026 07:12', '2026-03-02T07:12:00'],
  ['02.03.26, 07.12', '2026-03-02T07:12:00'],
  ['2026-03-02 12:05:00 AM', '2026-03-02T00:05:00'],
  ['2026-03-02 12:05:00 p.m.', '2026-03-02T12:05:00'],
  ['2026-03-02 07:12:00 UTC', '2026-03-02T07:12:00'],
])('"%s" can be read in one way only', (text, expected) => {
  const { wall } = readTime(text) ?? {};
  expect(iso(wall?.['day-first'])).toBe(expected);
  expect(iso(wall?.['month-first'])).toBe(expected);
});

test.each([
  ['03/04/2026 07:12:00', '2026-04-03T07:12:00', '2026-03-04T07:12:00'],
  ['25/04/2026 07:12:00', '2026-04-25T07:12:00', undefined],
  ['04-25-2026 07:12:00 PM', undefined, '2026-04-25T19:12:00'],
])('"%s" depends on whether the day or the month comes first', (text, dayFirst, monthFirst) => {
  const { wall } = readTime(text) ?? {};
  expect(iso(wall?.['day-first'])).toBe(dayFirst);
  expect(iso(wall?.['month-first'])).toBe(monthFirst);
});

test.each([
  '',
  'yesterday',
  '2026-02-30 07:12:00',
  '2026-13-01 07:12:00',
  '2026-03-02 24:12:00',
  '2026-03-02 13:12:00 PM',
  '0001-03-02 07:12:00',
  '2026-03-02',
  '2026-03-02 07:12:00 CET',
  `2026-03-02 07:12:00${' '.repeat(100)}`,
])('"%s" is no time that can be read', (text) => {
  expect(readTime(text)).toBeUndefined();
});

test('only a time that says so is in UTC', () => {
  expect(readTime('2026-03-02 07:12:00 UTC')?.utc).toBe(true);
  expect(readTime('2026-03-02 07:12:00')?.utc).toBe(false);
});

test.each([
  '2026-03-02T07:12:00.000Z',
  '2026-03-02T07:12:00.250Z',
  '2026-02-30T07:12:00.000Z',
  '2026-03-02T07:12:00+02:00',
  'x',
])('the instant %s is what Date.parse makes of it', (instant) => {
  expect(readInstant(instant)).toBe(Date.parse(instant));
});
