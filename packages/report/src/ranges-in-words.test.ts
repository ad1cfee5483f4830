import { expect, test } from 'vitest';
import { rangesInWords } from './ranges-in-words.ts';

test('tickets with a range are told by what is certain about them', () => {
  expect(rangesInWords({ passing: 0, failing: 0, open: 0 })).toBe('');
  expect(rangesInWords({ passing: 1, failing: 2, open: 1 })).toBe(
    '4 tickets with a range instead of a score: 1 passes and 2 do not, whatever the rest comes to; 1 is open.',
  );
});
