import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkingTime } from '../profile/schema.ts';
import { WorkingCalendar } from './working-time.ts';

const MINUTE = 60_000;
const OFFICE: WorkingTime = { timeZone: 'Europe/Oslo', days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' };
const AROUND_THE_CLOCK: WorkingTime = { ...OFFICE, days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' };
const NIGHTS: WorkingTime = { ...OFFICE, timeZone: 'America/New_York', days: [6, 7], from: '00:30', to: '06:15' };
const AHEAD: WorkingTime = { ...OFFICE, timeZone: 'Australia/Lord_Howe', days: [1, 7], from: '01:00', to: '04:00' };

function minutes(workingTime: WorkingTime, from: string, to: string): number {
  return new WorkingCalendar(workingTime).minutesBetween(Date.parse(from), Date.parse(to));
}

describe('working time between two instants', () => {
  test.each([
    ['within a day', '2026-03-02T09:00:00+01:00', '2026-03-02T10:30:00+01:00', 90],
    ['before work begins', '2026-03-02T06:00:00+01:00', '2026-03-02T08:30:00+01:00', 30],
    ['after work ends', '2026-03-02T15:30:00+01:00', '2026-03-02T22:00:00+01:00', 30],
    ['over a night', '2026-03-02T15:30:00+01:00', '2026-03-03T08:30:00+01:00', 60],
    ['over a weekend', '2026-03-06T15:00:00+01:00', '2026-03-09T09:00:00+01:00', 120],
    ['on a weekend alone', '2026-03-07T00:00:00+01:00', '2026-03-08T23:59:00+01:00', 0],
    ['a whole week', '2026-03-02T00:00:00+01:00', '2026-03-09T00:00:00+01:00', 5 * 480],
    ['a year', '2026-01-01T00:00:00+01:00', '2027-01-01T00:00:00+01:00', 261 * 480],
    ['over the spring change', '2026-03-27T15:00:00+01:00', '2026-03-30T09:00:00+02:00', 120],
    ['over the autumn change', '2026-10-23T15:00:00+02:00', '2026-10-26T09:00:00+01:00', 120],
    ['backwards', '2026-03-03T09:00:00+01:00', '2026-03-02T09:00:00+01:00', 0],
  ])('%s', (_, from, to, expected) => {
    expect(minutes(OFFICE, from, to)).toBe(expected);
  });

  test.each([
    ['spring', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 23 * 60],
    ['autumn', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 25 * 60],
  ])('a desk that never closes works every hour of the day of the %s change', (_, from, to, expected) => {
    expect(minutes(AROUND_THE_CLOCK, from, to)).toBe(expected);
  });

  test('a shift that the clocks leap into is an hour shorter', () => {
    expect(minutes(NIGHTS, '2026-03-08T00:00:00-05:00', '2026-03-08T12:00:00-04:00')).toBe(4 * 60 + 45);
  });
});

describe.each([
  ['office hours', OFFICE],
  ['around the clock', AROUND_THE_CLOCK],
  ['nights of the weekend', NIGHTS],
  ['half-hour changes', AHEAD],
])('%s', (_, workingTime) => {
  const calendar = new WorkingCalendar(workingTime);
  const instant = fc
    .integer({ min: Date.UTC(2024, 0) / MINUTE, max: Date.UTC(2028, 0) / MINUTE })
    .map((at) => at * MINUTE);
  const between = (from: number, to: number) => calendar.minutesBetween(from, to);

  test('parts add up to the whole', () => {
    fc.assert(
      fc.property(fc.tuple(instant, instant, instant), (instants) => {
        const [a, b, c] = instants.toSorted((x, y) => x - y) as [number, number, number];
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
      }),
    );
  });

  test('never is negative, nor more than the time that passes', () => {
    fc.assert(
      fc.property(instant, instant, (from, to) => {
        expect(between(from, to)).toBeGreaterThanOrEqual(0);
        expect(between(from, to)).toBeLessThanOrEqual(Math.max(0, (to - from) / MINUTE));
      }),
    );
  });

  test('is what counting the minutes on the clock comes to', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: workingTime.timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const isWorked = (at: number) => {
      const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
      const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? '') + 1;
      const time = `${parts.hour}:${parts.minute}`;
      return workingTime.days.includes(day) && time >= workingTime.from && time < workingTime.to;
    };
    const changes = [
      '2026-03-08T07:00Z',
      '2026-03-29T01:00Z',
      '2026-04-04T15:00Z',
      '2026-10-03T15:30Z',
      '2026-11-01T06:00Z',
    ];
    const near = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -300, max: 300 }))
      .map(([change, minute]) => Date.parse(change) + minute * MINUTE);
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 600 }), (from, length) => {
        let counted = 0;
        for (let minute = 0; minute < length; minute++) if (isWorked(from + minute * MINUTE)) counted++;
        expect(between(from, from + length * MINUTE)).toBe(counted);
      }),
      { numRuns: 60 },
    );
  });
});
