import { expect, test } from 'vitest';
import { tellDuration } from './tell-duration.ts';

test.each([
  [0, '0 working minutes'],
  [1, '1 working minute'],
  [59.9, '59 working minutes'],
  [60, '1 working hour'],
  [479, '7 working hours'],
  [480, '1 working day'],
  [1500, '3 working days'],
])('%d minutes of working days of 8 hours: %s', (minutes, expected) => {
  expect(tellDuration(minutes, 480)).toBe(expected);
});
