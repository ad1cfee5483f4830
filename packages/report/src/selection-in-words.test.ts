import type { SelectionReport } from '@tqrs/core';
import { expect, test } from 'vitest';
import { selectionInWords } from './selection-in-words.ts';

const REPORT: SelectionReport = {
  options: { since: '2026-03-01', sample: { size: 50, seed: 'march', stratify: 'analyst' } },
  tickets: 1_200,
  selected: 1,
  leftOut: [
    { option: 'since', value: '2026-03-01', reason: 'not-met', tickets: 1 },
    { option: 'until', value: '2026-03-31', reason: 'unclear', tickets: 2 },
    { option: 'assigned-to', value: 'Ada Olsen, Jan Berg', reason: 'not-met', tickets: 3 },
    { option: 'where', value: 'priority<=2', reason: 'not-met', tickets: 4 },
    { option: 'where', value: 'company=Retail', reason: 'not-exported', tickets: 5 },
    { option: 'sample', value: '50', reason: 'not-sampled', tickets: 1_000 },
  ],
  strata: [{ name: 'Ada Olsen', tickets: 1_001, selected: 1 }],
  zoneAssumed: { zone: 'Europe/Oslo', tickets: 7 },
};

test('tells what was selected, what was left out, and why', () => {
  expect(selectionInWords(REPORT)).toEqual({
    selected: '1 of 1,200 tickets was selected.',
    leftOut: [
      '1 ticket: before 2026-03-01',
      '2 tickets: --until 2026-03-31: the value is missing or cannot be compared',
      '3 tickets: not assigned to Ada Olsen, Jan Berg',
      '4 tickets: not priority<=2',
      '5 tickets: --where company=Retail: the export does not carry the field',
      '1,000 tickets: not in the sample of 50 (seed march)',
    ],
    notes: [
      'Sampled by analyst: Ada Olsen 1 of 1,001.',
      'For 7 tickets the time zone decides on which side of a date they fall, and the export does not tell it: Europe/Oslo was taken, as the profile says.',
    ],
  });
});

test('names some of many strata, and counts the others', () => {
  const strata = Array.from({ length: 30 }, (_, index) => ({ name: `n${index}`, tickets: 2, selected: 1 }));
  expect(selectionInWords({ ...REPORT, strata }).notes[0]).toMatch(/n11 1 of 2, and 18 more\.$/);
});
