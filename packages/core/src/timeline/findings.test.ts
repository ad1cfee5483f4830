import { readField } from '@tqrs/parser';
import { expect, test } from 'vitest';
import { buildProfile } from '../testing/build.ts';
import { raw, timelineText } from '../testing/timeline.ts';
import { findingsOf } from './findings.ts';

const PROFILE = buildProfile();
const PROMISE = '2026-03-02 10:00:00 | Ada Agent | I will call you back at 3.';
const ENDED = { resolvedAt: raw('2026-03-03 09:00:00') };

function found(...args: Parameters<typeof timelineText>): string[] {
  return findingsOf(timelineText(...args), PROFILE).map(({ id }) => id);
}

test.each([
  ['a ticket in good order', { workNotes: ['2026-03-02 09:30:00 | Ada Agent | Called user.'] }, ENDED, []],
  ['no journals, no counts', {}, { workNotes: undefined, comments: undefined, ...ENDED }, []],
  [
    'a first response after a day',
    { comments: ['2026-03-04 09:00:00 | Ada Agent | Hi.'] },
    {},
    ['slow-first-response'],
  ],
  ['the same on the phone', { comments: ['2026-03-04 09:00:00 | Ada Agent | Hi.'] }, { contactType: 'phone' }, []],
  ['a silence of a week', {}, { resolvedAt: raw('2026-03-09 09:00:00') }, ['silent-gap']],
  [
    'a hold of a week is told of once',
    { workNotes: ['2026-03-02 09:30:00 | Ada Agent | On hold.'] },
    { resolvedAt: raw('2026-03-09 09:30:00') },
    ['hold-without-contact'],
  ],
  ['a promise that was broken', { workNotes: [PROMISE] }, ENDED, ['promise-broken']],
  [
    'a promise that was kept late',
    { workNotes: [PROMISE, '2026-03-02 17:30:00 | Ada Agent | Called user.'] },
    ENDED,
    ['promise-late'],
  ],
  ['a promise that was kept', { workNotes: [PROMISE, '2026-03-02 15:05:00 | Ada Agent | Called user.'] }, ENDED, []],
  ['one reassignment', {}, { reassignmentCount: '1' }, []],
  ['two reassignments', {}, { reassignmentCount: '2' }, ['reassigned']],
  [
    'a bounce',
    { workNotes: ['2026-03-02 09:30:00 | Bo | Wrong queue.'] },
    { reassignmentCount: '2' },
    ['reassignment-bounce'],
  ],
  ['a reopening', {}, { reopenCount: '1' }, ['reopened']],
  ['times that cannot be read', { workNotes: ['the other day | Ada Agent | Hi.'] }, {}, ['times-not-read']],
])('%s', (_, journals, fields, ids) => {
  expect(found(journals, { closeNotes: 'Done.', ...fields })).toEqual(ids);
});

test('every quote stands where its evidence says', () => {
  const text = timelineText(
    {
      workNotes: [
        PROMISE,
        '2026-03-12 09:30:00 | Bo | Wrong queue.\nSee above.',
        '2026-03-13 09:30:00 | Bo | On hold.',
      ],
      comments: [`2026-03-12 09:00:00 | Ada Agent | Dear Una,\n${'we are looking into it and '.repeat(20)}more.`],
    },
    { ...ENDED, resolvedAt: raw('2026-04-03 09:00:00'), reopenCount: '1', reassignmentCount: '2' },
  );
  const findings = findingsOf(text, PROFILE);
  const evidence = findings.flatMap((finding) => finding.evidence ?? []);
  expect(findings.length).toBeGreaterThan(4);
  expect(evidence.length).toBeGreaterThan(6);
  for (const { field, entry, start, end, quote } of evidence) {
    expect(readField(text.ticket, field, entry)?.slice(start, end)).toBe(quote);
    expect(quote.length).toBeLessThanOrEqual(160);
  }
});

test('what is said is plain, and tells how long in working time', () => {
  const text = timelineText({}, { resolvedAt: raw('2026-03-09 09:00:00'), closeNotes: 'Done.' });
  expect(findingsOf(text, PROFILE)[0]?.message).toBe(
    'Nothing was written for 5 working days while the ticket was open. A short note, even "still waiting for the part", tells everybody where it stands.',
  );
});

test('a journal of thousands of entries is gone through in one pass', () => {
  const at = (index: number) =>
    new Date(Date.UTC(2026, 2, 2, 10) + index * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  const workNotes = Array.from(
    { length: 4000 },
    (_, index) => `${at(index)} | Ada Agent | Will call back at 3. On hold.`,
  );
  const text = timelineText({ workNotes }, { closeNotes: 'Done.', resolvedAt: raw('2026-03-12 09:00:00') });
  expect(findingsOf(text, PROFILE).length).toBeGreaterThan(0);
});
