import { expect, test } from 'vitest';
import { ticketOf } from '../../test/support.ts';

const NOTE = { value: 'Called the user.', sys_created_on: '2026-02-03 09:00:00', sys_created_by: 'mia.field' };

test('a journal of rows has entries with an exact time, newest first', async () => {
  const later = { ...NOTE, value: 'Closed.', sys_created_on: '2026-02-03 10:00:00' };
  const { workNotes } = await ticketOf({ work_notes: [NOTE, later, NOTE] });
  expect(workNotes).toEqual([
    { text: 'Closed.', author: 'mia.field', at: { text: '2026-02-03 10:00:00', instant: '2026-02-03T10:00:00.000Z' } },
    { text: NOTE.value, author: 'mia.field', at: { text: NOTE.sys_created_on, instant: '2026-02-03T09:00:00.000Z' } },
  ]);
});

test.each([
  ['no rows', [], []],
  ['a row without a time and an author', [{ value: 'Called.' }], [{ text: 'Called.' }]],
  ['a blank row', [{ value: ' \n' }], []],
  ['markup', [{ value: '[code]<p>Called &amp; closed</p>[/code]' }], [{ text: 'Called & closed' }]],
  [
    'a time that is none',
    [{ ...NOTE, sys_created_on: 'soon' }],
    [{ text: NOTE.value, author: 'mia.field', at: { text: 'soon' } }],
  ],
])('a journal of rows may hold %s', async (_, rows, entries) => {
  expect((await ticketOf({ comments: rows })).comments).toEqual(entries);
});

test.each([[[{ text: 'no value' }]], [[{ value: 1 }]], [['text']], [[{ value: 'x', sys_created_on: 5 }]]])(
  'a list of something else is no journal: %j',
  async (rows) => {
    expect((await ticketOf({ comments: rows })).comments).toBeUndefined();
  },
);

test('rows go before a text only where they are filled', async () => {
  const text = '2026-02-03 09:00:00 - Mia Field (Work notes)\nFrom a text.';
  const filled = await ticketOf({ u_work_notes: text, work_notes: [NOTE] });
  const blank = await ticketOf({ u_work_notes: text, work_notes: [] });
  expect([filled.workNotes?.[0]?.text, blank.workNotes?.[0]?.text]).toEqual([NOTE.value, 'From a text.']);
});
