import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTimeZone, zoneOf } from './zone.ts';

const ZONES = ['UTC', 'Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu'];
const HOUR = 3_600_000;

test.each([
  ['Europe/Oslo', '2026-03-29T00:59:00Z', 1],
  ['Europe/Oslo', '2026-03-29T01:00:00Z', 2],
  ['Europe/Oslo', '2026-10-25T00:59:00Z', 2],
  ['Europe/Oslo', '2026-10-25T01:00:00Z', 1],
  ['America/New_York', '2026-03-08T07:00:00Z', -4],
  ['America/New_York', '2026-01-01T00:00:00Z', -5],
  ['Asia/Kathmandu', '2026-06-01T12:00:00Z', 5.75],
  ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', 11],
  ['Australia/Lord_Howe', '2026-07-01T00:00:00Z', 10.5],
])('%s at %s is %d hours ahead of UTC', (zone, at, hours) => {
  expect(zoneOf(zone).offsetAt(Date.parse(at)) / HOUR).toBe(hours);
});

test.each([
  ['an ordinary time', 'Europe/Oslo', '2026-06-01T12:00:00Z', '2026-06-01T10:00:00Z'],
  ['a time that clocks leap over comes an hour later', 'Europe/Oslo', '2026-03-29T02:30:00Z', '2026-03-29T01:30:00Z'],
  ['a time that clocks show twice is the first', 'Europe/Oslo', '2026-10-25T02:30:00Z', '2026-10-25T00:30:00Z'],
  ['a time west of UTC', 'America/New_York', '2026-03-08T02:30:00Z', '2026-03-08T07:30:00Z'],
])('%s', (_, zone, wall, instant) => {
  expect(new Date(zoneOf(zone).toInstant(Date.parse(wall)))).toEqual(new Date(instant));
});

test.each([
  ['Europe/Oslo', true],
  ['UTC', true],
  ['Europe/Nowhere', false],
  ['', false],
])('whether "%s" is a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

describe.each(ZONES)('%s', (name) => {
  const zone = zoneOf(name);
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const inUtc = new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const instant = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2030, 0) });

  test('shows the times that Intl shows', () => {
    fc.assert(
      fc.property(instant, (at) => {
        expect(inUtc.format(zone.toWall(at))).toBe(format.format(at));
      }),
    );
  });

  test('finds the instant of a time again, unless clocks show it twice', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const found = zone.toInstant(zone.toWall(at));
        expect(zone.toWall(found)).toBe(zone.toWall(at));
        expect(found).toBeLessThanOrEqual(at);
      }),
    );
  });

  test('cuts any time into stretches that follow each other', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const stretches = zone.stretches(from, to);
        expect(stretches[0]?.from).toBe(from);
        expect(stretches.at(-1)?.to).toBe(to);
        for (const [index, stretch] of stretches.entries()) {
          if (index > 0) expect(stretch.from).toBe(stretches[index - 1]?.to);
          expect(zone.offsetAt(stretch.from)).toBe(stretch.offset);
          if (stretch.to > stretch.from) expect(zone.offsetAt(stretch.to - 1)).toBe(stretch.offset);
        }
      }),
    );
  });
});
