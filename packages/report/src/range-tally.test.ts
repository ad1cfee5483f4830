import { expect, test } from 'vitest';
import { RangeTally } from './range-tally.ts';

const range = { min: { earned: 1, percent: 10 }, max: { earned: 2, percent: 20 } };

test('tickets with a range are told by what is certain about them', () => {
  const tally = new RangeTally();
  expect(String(tally)).toBe('');
  tally.add({ range: null, passed: true });
  expect(String(tally)).toBe('');
  for (const passed of [true, false, false, null]) tally.add({ range, passed });
  expect(String(tally)).toBe(
    '4 tickets with a range instead of a score: 1 passes and 2 do not, whatever the rest comes to; 1 is open.',
  );
});
