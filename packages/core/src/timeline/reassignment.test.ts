import { expect, test } from 'vitest';
import { buildProfile } from '../testing/build.ts';
import { timelineText } from '../testing/timeline.ts';
import { timelineFactsOf } from './timeline.ts';

function reassignment(...args: Parameters<typeof timelineText>) {
  return timelineFactsOf(timelineText(...args), buildProfile()).reassignment;
}

test.each([
  'Wrong queue.',
  'This was assigned to us in error',
  'Incorrectly routed, please reassign.',
  'Reassigning back to the service desk.',
  'Sending it back.',
  'Not our area.',
  'This does not belong to our team',
  'Returned to the service desk for more details.',
  'Ticket came back from the network team',
])('came back: %s', (text) => {
  expect(reassignment({ workNotes: [`2026-03-02 10:00:00 | Bo | ${text}`] })?.bounced).toHaveLength(1);
});

test.each([
  'Assigned to the network team.',
  'Is this the wrong queue?',
  'If this is the wrong queue, tell us.',
  'User came back from leave.',
  'Called back, sent the form.',
  'Wrong password entered.',
  'Service is back.',
])('did not: %s', (text) => {
  expect(reassignment({ workNotes: [`2026-03-02 10:00:00 | Bo | ${text}`] })?.bounced).toEqual([]);
});

test.each([
  ['3', 3],
  ['0', 0],
  ['', undefined],
  ['many', undefined],
])('a reassignment count of "%s" is %s', (reassignmentCount, count) => {
  expect(reassignment({}, { reassignmentCount })?.count).toBe(count);
});

test('the count is evidence of its own', () => {
  expect(reassignment({}, { reassignmentCount: '3' })?.evidence).toEqual([
    { field: 'reassignmentCount', start: 0, end: 1, quote: '3' },
  ]);
});

test('nothing exported, nothing claimed', () => {
  expect(reassignment({}, { workNotes: undefined, comments: undefined })).toBeUndefined();
});
