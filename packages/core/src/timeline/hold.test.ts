import { describe, expect, test } from 'vitest';
import { buildProfile } from '../testing/build.ts';
import { raw, timelineText } from '../testing/timeline.ts';
import { timelineFactsOf } from './timeline.ts';

const END = { resolvedAt: raw('2026-03-12 12:00:00') };

function holds(...args: Parameters<typeof timelineText>) {
  return timelineFactsOf(timelineText(...args), buildProfile()).holds;
}
const note = (text: string, at = '2026-03-02 12:00:00') => `${at} | Ada Agent | ${text}`;

describe('what puts a ticket on hold', () => {
  test.each([
    'On hold.',
    'Placed the ticket on hold.',
    'Ticket on hold, waiting for the vendor',
    'Pending user.',
    'Awaiting user response',
    'Waiting for the caller to test',
    'Awaiting her reply.',
    'User response pending',
  ])('%s', (text) => {
    expect(holds({ workNotes: [note(text)] }, END)).toHaveLength(1);
  });

  test.each([
    'Not on hold any more.',
    'Put the caller on hold to ask a colleague.',
    'User was on hold for 20 minutes.',
    'Took the ticket off hold.',
    'Removed from on hold',
    'Is it on hold?',
    'Set it on hold if the user does not answer',
    'Checked the queue.',
  ])('not: %s', (text) => {
    expect(holds({ workNotes: [note(text)] }, END)).toEqual([]);
  });
});

describe('a hold ends with the next contact', () => {
  test.each([
    ['a comment to the user', { comments: [note('Still waiting for the part.', '2026-03-04 12:00:00')] }],
    ['what the user writes', { comments: ['2026-03-04 12:00:00 | Una User | I am back.'] }],
    [
      'a note that tells of contact',
      { workNotes: [note('On hold.'), note('Reached out to the user.', '2026-03-04 12:00:00')] },
    ],
    [
      'a note that tells of an attempt',
      { workNotes: [note('On hold.'), note('2nd attempt, no answer.', '2026-03-04 12:00:00')] },
    ],
  ])('%s', (_, journals) => {
    const found = holds({ workNotes: [note('On hold.')], ...journals }, { resolvedAt: raw('2026-03-06 12:00:00') });
    expect(found).toEqual([]);
  });

  test.each([
    ['a note on something else', note('Still on hold.', '2026-03-04 12:00:00')],
    ['an automatic entry', '2026-03-04 12:00:00 | System | Called the user.'],
  ])('not with %s', (_, later) => {
    const found = holds(
      {
        workNotes: [note('On hold.'), later].filter((line) => !line.includes('System')),
        comments: later.includes('System') ? [later] : [],
      },
      END,
    );
    expect(found).toMatchObject([{ from: Date.parse('2026-03-02T12:00:00Z'), to: Date.parse('2026-03-12T12:00:00Z') }]);
  });
});

test('minutes, end and evidence of a hold', () => {
  expect(holds({ workNotes: [note('Part ordered. Ticket on hold.')] }, END)).toEqual([
    {
      from: Date.parse('2026-03-02T12:00:00Z'),
      to: Date.parse('2026-03-12T12:00:00Z'),
      minutes: 8 * 600,
      ongoing: false,
      evidence: [{ field: 'workNotes', entry: 0, start: 21, end: 28, quote: 'on hold' }],
    },
  ]);
});

test.each([
  ['On Hold', 1],
  ['Awaiting User Info', 1],
  ['In Progress', 0],
])('an open ticket whose state is %s: %d holds', (state, count) => {
  const fields = { state, updatedAt: raw('2026-03-12 12:00:00') };
  expect(holds({ workNotes: [note('Asked the vendor.')] }, fields)).toHaveLength(count);
});

test('of a ticket that still is on hold, only the last update is known', () => {
  const fields = { state: 'On Hold', updatedAt: raw('2026-03-12 12:00:00') };
  expect(holds({ workNotes: [note('On hold.')] }, fields)?.[0]?.ongoing).toBe(true);
  expect(holds({ workNotes: [note('On hold.')] }, { state: 'On Hold' })).toEqual([]);
});

test.each([
  ['a journal that was not exported', [note('On hold.')], { comments: undefined }],
  ['an entry without a time', [note('On hold.'), ' |  | Checked.'], {}],
])('no claim: %s', (_, workNotes, fields) => {
  expect(holds({ workNotes }, { ...END, ...fields })).toBeUndefined();
});
