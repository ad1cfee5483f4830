import { expect, test } from 'vitest';
import { buildProfile } from '../testing/build.ts';
import { raw, timelineText } from '../testing/timeline.ts';
import { timelineFactsOf } from './timeline.ts';

function silence(...args: Parameters<typeof timelineText>) {
  return timelineFactsOf(timelineText(...args), buildProfile()).silence;
}

test('the longest stretch without an entry, and those of three working days', () => {
  const found = silence(
    {
      workNotes: ['2026-03-02 09:30:00 | Ada Agent | Ordered a cable.', '2026-03-06 09:30:00 | Ada Agent | Fitted it.'],
      comments: ['2026-03-02 10:00:00 | Una User | Thank you.'],
    },
    { resolvedAt: raw('2026-03-06 10:00:00') },
  );
  expect(found?.longest.minutes).toBe(3 * 600 + 570 + 0);
  expect(found?.gaps).toEqual([found?.longest]);
  expect(found?.longest).toMatchObject({
    from: Date.parse('2026-03-02T10:00:00Z'),
    to: Date.parse('2026-03-06T09:30:00Z'),
    evidence: [
      { field: 'comments', entry: 0, quote: 'Thank you.' },
      { field: 'workNotes', entry: 0, quote: 'Fitted it.' },
    ],
  });
});

test.each([
  ['nothing was written until the end', {}, { resolvedAt: raw('2026-03-05 09:00:00') }, 1800],
  ['a weekend is no silence', {}, { openedAt: raw('2026-03-06 18:00:00'), resolvedAt: raw('2026-03-09 08:30:00') }, 30],
  [
    'from resolved to closed does not count',
    {},
    { resolvedAt: raw('2026-03-02 09:30:00'), closedAt: raw('2026-03-30 09:30:00') },
    30,
  ],
  ['closed stands in for resolved', {}, { closedAt: raw('2026-03-02 10:00:00') }, 60],
  ['while it is open, until the last entry', { workNotes: ['2026-03-02 10:30:00 | Ada Agent | Hi.'] }, {}, 90],
  [
    'an entry after the end does not count',
    { workNotes: ['2026-03-02 09:10:00 | Ada Agent | Hi.', '2026-03-20 10:30:00 | Ada Agent | Thanks.'] },
    { resolvedAt: raw('2026-03-02 09:30:00') },
    20,
  ],
])('%s', (_, journals, fields, minutes) => {
  expect(silence(journals, fields)?.longest.minutes).toBe(minutes);
});

test.each([
  ['an entry without a time', { workNotes: [' |  | Checked.'] }, {}],
  ['a journal that was not exported', {}, { comments: undefined }],
  ['a ticket without an opening', {}, { openedAt: undefined }],
  ['an open ticket without entries', {}, { resolvedAt: undefined }],
])('no claim: %s', (_, journals, fields) => {
  expect(silence(journals, { resolvedAt: raw('2026-03-20 09:00:00'), ...fields })).toBeUndefined();
});
