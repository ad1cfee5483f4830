import { expect, test } from 'vitest';
import { buildContext } from '../testing/build.ts';
import { dueTimeIn } from './due-time.ts';
import { WorkingCalendar } from './working-time.ts';

const OSLO = new WorkingCalendar({ timeZone: 'Europe/Oslo', days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' });
/** Thursday, 10:00 in Oslo. */
const SAID = Date.parse('2026-03-26T09:00:00Z');

function due(text: string, said: number | undefined = SAID): string | undefined {
  const [sentence] = buildContext({ description: text }).text.passages(['description'])[0]?.sentences ?? [];
  const found = sentence && dueTimeIn(sentence, 0, said, OSLO);
  if (found === undefined) return undefined;
  if (found.at === undefined) return 'unclear';
  return new Date(OSLO.zone.toWall(found.at)).toISOString().slice(0, 16).replace('T', ' ');
}

test.each([
  ['will call back at 3', '2026-03-26 15:00'],
  ['will call back at three', '2026-03-26 15:00'],
  ['will call back at 3pm', '2026-03-26 15:00'],
  ['will call back at 3 p.m.', '2026-03-26 15:00'],
  ['will call back @ 3 pm', '2026-03-26 15:00'],
  ['will call back at 15:00', '2026-03-26 15:00'],
  ['will call back at 15.30', '2026-03-26 15:30'],
  ['will call back at 1530 hrs', '2026-03-26 15:30'],
  ['will call back by 11', '2026-03-26 11:00'],
  ['will call back at 9', '2026-03-27 09:00'],
  ['will call back at 8 pm', '2026-03-26 20:00'],
  ['will call back between 2 and 4', '2026-03-26 16:00'],
  ['will call back between 13:00 and 14:00', '2026-03-26 14:00'],
  ['will call back after 2pm', '2026-03-26 16:00'],
  ['will call back before noon', '2026-03-26 12:00'],
  ['will call back in 10 minutes', '2026-03-26 10:10'],
  ['will call back in half an hour', '2026-03-26 10:30'],
  ['will call back in an hour', '2026-03-26 11:00'],
  ['will call back within 30min', '2026-03-26 10:30'],
  ['will call back within the next two hours', '2026-03-26 12:00'],
  ['will call back within 24 hours', '2026-03-27 10:00'],
  ['will call back in a couple of days', '2026-03-28 16:00'],
  ['will call back within 2 business days', '2026-03-30 16:00'],
  ['will call back today', '2026-03-26 16:00'],
  ['will call back by EOD', '2026-03-26 16:00'],
  ['will call back by end of day', '2026-03-26 16:00'],
  ['will call back by close of business tomorrow', '2026-03-27 16:00'],
  ['will call back this afternoon', '2026-03-26 16:00'],
  ['will call back tomorrow', '2026-03-27 16:00'],
  ['will call back tomorrow morning', '2026-03-27 12:00'],
  ['will call back tomorrow at 9', '2026-03-27 09:00'],
  ['will call back tomorrow at nine', '2026-03-27 09:00'],
  ['will call back the next working day', '2026-03-27 16:00'],
  ['will call back on Monday', '2026-03-30 16:00'],
  ['will call back on Monday at 10', '2026-03-30 10:00'],
  ['will call back on Thursday', '2026-04-02 16:00'],
  ['will call back next week', '2026-04-03 16:00'],
])('%s: until %s', (text, expected) => {
  expect(due(text)).toBe(expected);
});

test.each(['on 14 April', 'on April 14', 'on the 14th'])('a date is not read: will call back %s', (text) => {
  expect(due(`will call back ${text}`)).toBe('unclear');
});

test.each([
  'will call back',
  'will call back soon',
  'will call back on 0221 555 0136',
  'will call back about the 2 screens',
  'will call back on extension 3120',
])('%s: no time is named', (text) => {
  expect(due(text)).toBeUndefined();
});

test('without the time when it was said, a time that is named is not clear', () => {
  const [sentence] =
    buildContext({ description: 'will call back at 3' }).text.passages(['description'])[0]?.sentences ?? [];
  expect(sentence && dueTimeIn(sentence, 0, undefined, OSLO)).toEqual({ at: undefined });
});
