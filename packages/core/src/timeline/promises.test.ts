import { describe, expect, test } from 'vitest';
import { buildProfile } from '../testing/build.ts';
import { raw, timelineText } from '../testing/timeline.ts';
import { timelineFactsOf } from './timeline.ts';

const PROFILE = buildProfile();
const CLOSED = { state: 'Closed', resolvedAt: raw('2026-03-06 12:00:00'), closeNotes: 'Replaced the cable.' };

function outcomesOf(text: Parameters<typeof timelineFactsOf>[0]): string[] | undefined {
  return timelineFactsOf(text, PROFILE).promises?.map(({ outcome }) => outcome);
}

describe('what promises contact', () => {
  test.each([
    'I will call you back at 3.',
    "I'll get back to you tomorrow.",
    'We will phone you on Wednesday.',
    'Will call back tomorrow.',
    'Will call the user back after lunch',
    'Going to ring him back in an hour.',
    'Ordered the part and will update the user on Thursday',
    'Informed the user will call him tomorrow',
    'Told the user that we will follow up with him tomorrow.',
    'User not at desk, will call back later today',
    'Will keep you posted.',
    'I will let you know.',
    'Callback scheduled for 14:00.',
    'Promised to call her back.',
    'Noted. I will revert by EOD.',
    'Call user back tomorrow at 10',
    'Please note that I will call you on Tuesday.',
  ])('%s', (text) => {
    expect(outcomesOf(timelineText({ workNotes: [`2026-03-02 10:00:00 | Ada Agent | ${text}`] }, CLOSED))).toEqual([
      'broken',
    ]);
  });

  test.each([
    'User will call back tomorrow.',
    'The caller will call us back at 3.',
    'He will get back to us.',
    'User said I will call back later.',
    'Vendor will contact you tomorrow.',
    'Dell will call the user tomorrow.',
    'User agreed to call back tomorrow.',
    'Will you call me back?',
    'Shall we call you tomorrow?',
    'Please call me back at 3.',
    'User asked us to call back at 3.',
    'No callback scheduled.',
    'No need to call back tomorrow.',
    'Will revert the change tomorrow if it fails',
    'Call back on 021 555 0136',
    'Callback number: 021 555 0136',
    'Called the user back at 3.',
    'Will call the vendor tomorrow.',
    'I would call you back at 3 but your line is busy.',
  ])('not: %s', (text) => {
    expect(
      outcomesOf(timelineText({ workNotes: [`2026-03-02 10:00:00 | Ada Agent | ${text}`] }, CLOSED))?.filter(
        (outcome) => outcome !== 'open',
      ),
    ).toEqual([]);
  });

  test("what the caller promises is not the desk's promise", () => {
    expect(
      outcomesOf(timelineText({ comments: ['2026-03-02 10:00:00 | Una User | I will call you back at 3.'] }, CLOSED)),
    ).toEqual([]);
  });
});

describe('what becomes of a promise', () => {
  const AT_3 = '2026-03-02 10:00:00 | Ada Agent | I will call you back at 3.';
  const ANY_TIME = '2026-03-02 10:00:00 | Ada Agent | I will get back to you.';

  test.each([
    [
      'kept by a note that tells of the call',
      AT_3,
      '2026-03-02 15:10:00 | Ada Agent | Called user, works now.',
      'kept',
    ],
    ['kept by an attempt', AT_3, '2026-03-02 15:10:00 | Ada Agent | Tried to call, no answer.', 'kept'],
    ['kept by a failed attempt', AT_3, '2026-03-02 15:10:00 | Ada Agent | Could not reach the user.', 'kept'],
    ['kept, and the caller is named', AT_3, '2026-03-02 15:10:00 | Ada Agent | Called Una, works now.', 'kept'],
    ['kept, written up within the hour', AT_3, '2026-03-02 15:55:00 | Ada Agent | Spoke to the user.', 'kept'],
    ['late', AT_3, '2026-03-02 17:30:00 | Ada Agent | Called user, works now.', 'late'],
    ['late by days', AT_3, '2026-03-04 15:00:00 | Ada Agent | Called user, works now.', 'late'],
    [
      'kept within two days where no time is named',
      ANY_TIME,
      '2026-03-04 09:00:00 | Ada Agent | Emailed the user.',
      'kept',
    ],
    [
      'late after two days where no time is named',
      ANY_TIME,
      '2026-03-05 15:00:00 | Ada Agent | Emailed the user.',
      'late',
    ],
    ['broken: a note on something else', AT_3, '2026-03-02 15:10:00 | Ada Agent | Called the vendor.', 'broken'],
    ['broken: contact is denied', AT_3, '2026-03-02 15:10:00 | Ada Agent | Have not called the user yet.', 'broken'],
    [
      'broken: contact is wished for',
      AT_3,
      '2026-03-02 15:10:00 | Ada Agent | Please ask Bo whether he called the user.',
      'broken',
    ],
    ['kept within minutes', ANY_TIME, '2026-03-02 10:08:00 | Ada Agent | Called user, works now.', 'kept'],
    [
      'broken: what says it again at once is the same conversation',
      AT_3,
      '2026-03-02 10:05:00 | Ada Agent | Informed the user that I will call him at 3.',
      'broken',
    ],
  ])('%s', (_, promise, later, expected) => {
    expect(outcomesOf(timelineText({ workNotes: [promise, later] }, CLOSED))?.[0]).toBe(expected);
  });

  test.each([
    ['a comment that the user reads', 'Hello Una, the cable has come in.', 'kept'],
    ['a comment that merely closes', 'As there was no response, this ticket is closed. Thank you.', 'broken'],
  ])('%s: %s', (_, comment, expected) => {
    const comments = [AT_3, `2026-03-02 14:50:00 | Ada Agent | ${comment}`];
    expect(outcomesOf(timelineText({ comments }, CLOSED))).toEqual([expected]);
  });

  test.each([
    ['the caller asks again', ['2026-03-03 10:00:00 | Una User | Is there news?'], 'broken'],
    ['an automatic message', ['2026-03-02 15:10:00 | System | Called user.'], 'broken'],
  ])('%s keeps no promise', (_, comments, expected) => {
    expect(outcomesOf(timelineText({ workNotes: [AT_3], comments }, CLOSED))).toEqual([expected]);
  });

  test.each([
    ['while the ticket is open', { resolvedAt: undefined }],
    ['where comments were not exported', { comments: undefined }],
    ['where close notes were not exported', { closeNotes: undefined }],
    ['where the ticket ended before the promised time', { resolvedAt: raw('2026-03-02 14:00:00') }],
  ])('no promise is broken %s', (_, fields) => {
    expect(outcomesOf(timelineText({ workNotes: [AT_3] }, { ...CLOSED, ...fields }))).toEqual(['open']);
  });

  test.each([
    'Once the part is here I will call you.',
    'I will call you as soon as the vendor replies.',
    'If it fails again we will call you tomorrow.',
  ])('no promise is broken that hangs on something else: %s', (promise) => {
    expect(outcomesOf(timelineText({ comments: [`2026-03-02 10:00:00 | Ada Agent | ${promise}`] }, CLOSED))).toEqual([
      'open',
    ]);
  });

  test('close notes tell of contact, and when that was they do not tell', () => {
    const fields = { ...CLOSED, closeNotes: 'Replaced the cable. User confirmed that it works.' };
    expect(outcomesOf(timelineText({ workNotes: [AT_3] }, fields))).toEqual(['kept']);
  });

  test('one entry can hold the promise and the call', () => {
    const note = '2026-03-02 16:00:00 | Ada Agent | Will call back at 3. Update: called the user back, all good.';
    expect(outcomesOf(timelineText({ workNotes: [note] }, CLOSED))).toEqual(['kept']);
  });

  test('without times, the order of a journal tells what came later', () => {
    expect(outcomesOf(timelineText({ workNotes: [' |  | Will call back.', ' |  | Called user.'] }, CLOSED))).toEqual([
      'kept',
    ]);
    expect(outcomesOf(timelineText({ workNotes: [' |  | Called user.', ' |  | Will call back.'] }, CLOSED))).toEqual([
      'broken',
    ]);
    expect(outcomesOf(timelineText({ workNotes: [' |  | Will call back at 3.'] }, CLOSED))).toEqual(['open']);
  });

  test('times and evidence of a late call', () => {
    const workNotes = [AT_3, '2026-03-02 17:30:00 | Ada Agent | Called user, works now.'];
    const text = timelineText({ workNotes }, CLOSED);
    expect(timelineFactsOf(text, PROFILE).promises).toEqual([
      {
        outcome: 'late',
        madeAt: Date.parse('2026-03-02T10:00:00Z'),
        dueBy: Date.parse('2026-03-02T15:00:00Z'),
        contactAt: Date.parse('2026-03-02T17:30:00Z'),
        minutesLate: 150,
        evidence: [
          { field: 'workNotes', entry: 1, start: 0, end: 28, quote: 'I will call you back at 3' },
          { field: 'workNotes', entry: 0, start: 0, end: 11, quote: 'Called user' },
        ].map((evidence) => ({ ...evidence, end: evidence.quote.length })),
      },
    ]);
  });
});

describe('a promise in the description', () => {
  const description = 'Caller has no sound. Will call him back at 3.';

  test('counts where an agent wrote it', () => {
    const called = ['2026-03-02 15:10:00 | Ada Agent | Called user.'];
    expect(outcomesOf(timelineText({ workNotes: called }, { ...CLOSED, contactType: 'phone', description }))).toEqual([
      'kept',
    ]);
    expect(outcomesOf(timelineText({ workNotes: called }, { ...CLOSED, contactType: 'email', description }))).toEqual(
      [],
    );
  });

  test('never is called broken: the description may go on to tell of the call', () => {
    const workNotes = ['2026-03-02 15:10:00 | Ada Agent | Restarted the service.'];
    expect(outcomesOf(timelineText({ workNotes }, { ...CLOSED, contactType: 'phone', description }))).toEqual(['open']);
  });

  test('is not followed where there are no entries', () => {
    expect(outcomesOf(timelineText({}, { ...CLOSED, contactType: 'phone', description }))).toEqual([]);
  });
});
