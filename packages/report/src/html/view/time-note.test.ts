import { expect, test } from 'vitest';
import { localisationOf } from '../../catalogue/localisation.ts';
import { timeText } from './time-note.ts';

const { format } = localisationOf();

test.each([
  ['2026-03-02T10:15:00Z', '2026-03-02 10:15 UTC'],
  ['2026-03-02T10:15:00.123Z', '2026-03-02 10:15 UTC'],
  ['2026-02-27 09:02:11', '2026-02-27 09:02:11'],
  ['2026-02-27T09:02:11', '2026-02-27T09:02:11'],
  ['yesterday\u202e', 'yesterday⟦U+202E⟧'],
  ['', ''],
])('the time %j is shown as %j', (text, shown) => {
  expect(timeText(text, format, 60)).toBe(shown);
});
