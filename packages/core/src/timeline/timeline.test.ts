import { expect, test } from 'vitest';
import { buildProfile } from '../testing/build.ts';
import { raw, timelineText } from '../testing/timeline.ts';
import { timelineFactsOf, timelineOf } from './timeline.ts';

const PROFILE = buildProfile();
const JOURNALS = {
  workNotes: [
    '2026-03-02 09:20:00 | Ada Agent | Checked the queue.',
    '2026-03-02 11:00:00 | Ada Agent | Restarted it.',
  ],
  comments: ['2026-03-02 10:00:00 | Ada Agent | Hello, I am on it.', '2026-03-02 10:30:00 | Una User | Thank you.'],
};

test('events of both journals and the record stand in the order of time, each with its place', () => {
  const text = timelineText(JOURNALS, { resolvedAt: raw('2026-03-02 11:00:00'), closedAt: raw('2026-03-05 11:00:00') });
  const { events, complete, endedAt } = timelineOf(text, PROFILE);
  expect(events.map(({ kind, field, entry, role, reachesUser }) => [kind, field, entry, role, reachesUser])).toEqual([
    ['opened', 'openedAt', undefined, undefined, false],
    ['work-note', 'workNotes', 1, 'agent', false],
    ['comment', 'comments', 1, 'agent', true],
    ['comment', 'comments', 0, 'caller', true],
    ['work-note', 'workNotes', 0, 'agent', false],
    ['resolved', 'resolvedAt', undefined, undefined, false],
    ['closed', 'closedAt', undefined, undefined, false],
  ]);
  expect(complete).toBe(true);
  expect(endedAt).toBe(Date.parse('2026-03-02T11:00:00Z'));
});

test('a ticket that is open again has not ended, although it was resolved once', () => {
  const resolvedAt = raw('2026-03-02 11:00:00');
  expect(timelineOf(timelineText(JOURNALS, { resolvedAt, state: 'In Progress' }), PROFILE).endedAt).toBeUndefined();
  expect(timelineOf(timelineText(JOURNALS, { resolvedAt, state: undefined }), PROFILE).endedAt).toBe(
    Date.parse('2026-03-02T11:00:00Z'),
  );
});

test('times without a zone are read in the zone of the profile', () => {
  const workingTime = { timeZone: 'Europe/Oslo', days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' };
  const { events } = timelineOf(
    timelineText({ workNotes: ['2026-03-02 10:20:00 | Ada Agent | Checked.'] }),
    buildProfile({ workingTime }),
  );
  expect(events[1]?.at).toBe(Date.parse('2026-03-02T09:20:00Z'));
});

test('what cannot be read is left out, and named', () => {
  const text = timelineText({ workNotes: ['the other day | Ada Agent | Checked.', ' |  | No header.'] });
  const { events, entries, unread, complete } = timelineOf(text, PROFILE);
  expect(events.map(({ kind }) => kind)).toEqual(['opened']);
  expect(entries.map(({ at }) => at)).toEqual([undefined, undefined]);
  expect(unread).toEqual([{ field: 'workNotes', entry: 1, text: 'the other day' }]);
  expect(complete).toBe(false);
});

test.each([
  ['no work notes exported', { workNotes: undefined }, false],
  ['no comments exported', { comments: undefined }, false],
  ['blank journals', { workNotes: [], comments: [] }, true],
  ['an entry from before the opening', { openedAt: raw('2026-03-02 12:00:00') }, false],
  ['all entries from behind the end', { resolvedAt: raw('2026-03-02 09:10:00') }, false],
  ['an entry from behind the end', { resolvedAt: raw('2026-03-02 09:30:00') }, true],
  ['an end before the opening', { resolvedAt: raw('2026-03-01 12:00:00') }, false],
])('whether a timeline is complete: %s', (_, fields, expected) => {
  expect(timelineOf(timelineText(JOURNALS, fields), PROFILE).complete).toBe(expected);
});

test('nothing is claimed where journals were not exported', () => {
  const text = timelineText({}, { workNotes: undefined, comments: undefined, resolvedAt: raw('2026-03-20 12:00:00') });
  expect(timelineFactsOf(text, PROFILE)).toEqual({
    firstResponse: undefined,
    silence: undefined,
    holds: undefined,
    promises: undefined,
    reassignment: undefined,
    reopening: undefined,
  });
});

test('a ticket is looked through once', () => {
  const text = timelineText(JOURNALS);
  expect(timelineFactsOf(text, PROFILE)).toBe(timelineFactsOf(text, PROFILE));
  expect(timelineOf(text, PROFILE)).toBe(timelineOf(text, PROFILE));
});
