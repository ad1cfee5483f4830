import { expect, test } from 'vitest';
import { buildProfile } from '../testing/build.ts';
import { raw, timelineText } from '../testing/timeline.ts';
import { timelineFactsOf } from './timeline.ts';

const NOTE = '2026-03-02 09:20:00 | Ada Agent | Checked the queue.';
const COMMENT = '2026-03-03 09:30:00 | Ada Agent | Hello, I am on it.';

function firstResponse(...args: Parameters<typeof timelineText>) {
  return timelineFactsOf(timelineText(...args), buildProfile()).firstResponse;
}

test('the first entry by an agent, in working time from the opening', () => {
  expect(firstResponse({ workNotes: [NOTE], comments: [COMMENT] })).toEqual({
    minutes: 20,
    at: Date.parse('2026-03-02T09:20:00Z'),
    reachesUser: false,
    contactAtOpening: false,
    evidence: [
      { field: 'openedAt', start: 0, end: 19, quote: '2026-03-02 09:00:00' },
      { field: 'workNotes', entry: 0, start: 0, end: 18, quote: 'Checked the queue.' },
    ],
  });
});

test.each([
  ['nights do not count', { comments: [COMMENT] }, {}, 10 * 60 + 30],
  ['weekends do not count', { comments: ['2026-03-09 09:00:00 | Ada Agent | Hi.'] }, {}, 5 * 600],
  ['what the caller adds is no response', { comments: ['2026-03-02 09:10:00 | Una User | Hurry.', COMMENT] }, {}, 630],
  ['an automatic entry is no response', { comments: ['2026-03-02 09:01:00 | System | Received.', COMMENT] }, {}, 630],
  ['an entry with the opening', { workNotes: ['2026-03-02 08:59:00 | Ada Agent | Hi.'] }, {}, 0],
])('%s', (_, journals, fields, minutes) => {
  expect(firstResponse(journals, fields)?.minutes).toBe(minutes);
});

test.each([
  ['nobody wrote', {}, {}],
  ['only the caller wrote', { comments: ['2026-03-02 09:10:00 | Una User | Hurry.'] }, {}],
  ['a time is missing', { workNotes: [' |  | Checked.', NOTE] }, {}],
  ['the opening was not exported', { workNotes: [NOTE] }, { openedAt: undefined }],
  ['comments were not exported', { workNotes: [NOTE] }, { comments: undefined }],
  ['work notes were not exported', { comments: [COMMENT] }, { workNotes: undefined }],
  ['an entry is older than the ticket', { workNotes: ['2026-03-02 07:00:00 | Ada Agent | Hi.', NOTE] }, {}],
  [
    'the first to write may have been the caller',
    { comments: ['2026-03-02 09:10:00 | Somebody Else | Hi.', COMMENT] },
    { caller: undefined },
  ],
])('no claim: %s', (_, journals, fields) => {
  expect(firstResponse(journals, fields)).toBeUndefined();
});

test.each([
  ['phone', true],
  ['chat', true],
  ['email', false],
  ['self-service', false],
])('by %s the user is in contact at the opening: %s', (contactType, expected) => {
  const openedAt = raw('2026-03-02 09:00:00');
  expect(firstResponse({ workNotes: [NOTE] }, { contactType, openedAt })?.contactAtOpening).toBe(expected);
});
