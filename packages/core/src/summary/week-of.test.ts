import { expect, test } from 'vitest';
import { weekOf } from './week-of.ts';

test.each([
  ['2026-03-02T00:00:00.000Z', '2026-03-02'],
  ['2026-03-08 23:59:59', '2026-03-02'],
  ['2026-03-09', '2026-03-09'],
  ['2027-01-01 09:00:00', '2026-12-28'],
])('%s is in the week of %s', (time, monday) => {
  expect(weekOf(time)).toBe(monday);
});

test.each([undefined, '', '16-Dec-2025 10:00', '12/16/2025 11:45 PM', '2026-13-40'])(
  '%s is in no week that is known',
  (time) => {
    expect(weekOf(time)).toBeUndefined();
  },
);
