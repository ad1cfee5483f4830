import { describe, expect, test } from 'vitest';
import { readAll, ticketOf } from '../../test/support.ts';
import { ticketSchema } from '../ticket.ts';

const SYS_ID = '5137153cc611227c000bbd1bd8cd2007';
const LINK = `https://example.service-now.com/api/now/table/sys_user/${SYS_ID}`;

describe('forms of a value', () => {
  test.each<[string, Record<string, unknown>, string | undefined, string | undefined]>([
    ['text', { caller_id: 'Ann Lee' }, 'Ann Lee', undefined],
    ['text is kept to the letter', { caller_id: '  a\r\n b ' }, '  a\r\n b ', undefined],
    ['blank', { caller_id: '' }, '', undefined],
    ['null is an exported blank', { caller_id: null }, '', undefined],
    ['absent is not exported', {}, undefined, undefined],
    ['number', { caller_id: 12.5 }, '12.5', undefined],
    ['boolean', { caller_id: false }, 'false', undefined],
    ['reference by link', { caller_id: { display_value: 'Ann Lee', link: LINK } }, 'Ann Lee', SYS_ID],
    [
      'reference by a link that names nothing',
      { caller_id: { display_value: 'Ann Lee', link: 'x' } },
      'Ann Lee',
      undefined,
    ],
    ['reference by value and link', { caller_id: { link: LINK, value: SYS_ID } }, SYS_ID, undefined],
    ['pair', { caller_id: { value: SYS_ID, display_value: 'Ann Lee' } }, 'Ann Lee', SYS_ID],
    ['pair of the same', { caller_id: { value: 'Ann Lee', display_value: 'Ann Lee' } }, 'Ann Lee', undefined],
    ['pair of blanks', { caller_id: { value: '', display_value: '' } }, '', undefined],
    ['pair of null', { caller_id: { value: null, display_value: null } }, '', undefined],
    ['pair without a display', { caller_id: { value: SYS_ID, display_value: '' } }, SYS_ID, undefined],
    ['twin', { caller_id: SYS_ID, dv_caller_id: 'Ann Lee' }, 'Ann Lee', SYS_ID],
    ['twin, display first', { dv_caller_id: 'Ann Lee', caller_id: SYS_ID }, 'Ann Lee', SYS_ID],
    ['twin of blanks', { caller_id: '', dv_caller_id: '' }, '', undefined],
    ['twin without its raw half', { dv_caller_id: 'Ann Lee' }, 'Ann Lee', undefined],
    ['name through the reference', { caller_id: SYS_ID, 'caller_id.name': 'Ann Lee' }, 'Ann Lee', SYS_ID],
    ['another column through the reference', { caller_id: SYS_ID, 'caller_id.number': '4711' }, SYS_ID, undefined],
    ['array', { caller_id: ['Ann Lee'] }, undefined, undefined],
    ['object of another kind', { caller_id: { name: 'Ann Lee' } }, undefined, undefined],
    ['object in a display value', { caller_id: { display_value: {} } }, undefined, undefined],
  ])('%s', async (_, record, text, code) => {
    const ticket = await ticketOf(record);
    expect(ticket.caller).toBe(text);
    expect(ticket.codes).toEqual(code === undefined ? {} : { caller: code });
    expect(ticketSchema.safeParse(ticket).error).toBeUndefined();
  });
});

describe('names of columns', () => {
  test.each([
    ['shortDescription', ['short_description', 'Short description', 'SHORT DESCRIPTION', 'shortDescription']],
    ['configurationItem', ['cmdb_ci', 'Configuration item', 'configuration_item', 'u_cmdb_ci']],
    ['service', ['business_service', 'Service', 'Business service', 'u_service']],
    ['serviceOffering', ['service_offering', 'Service offering']],
    ['closeNotes', ['close_notes', 'Close notes', 'Resolution notes']],
    ['closeCode', ['close_code', 'Close code', 'Resolution code']],
    ['contactType', ['contact_type', 'Contact type', 'Channel', 'u_contact_type']],
    ['caller', ['caller_id', 'Caller']],
    ['openedFor', ['opened_for', 'Opened for', 'u_opened_for']],
    ['assignmentGroup', ['assignment_group', 'Assignment group']],
    ['assignedTo', ['assigned_to', 'Assigned to']],
    ['subcategory', ['subcategory', 'Subcategory', 'Sub-category']],
    ['originTable', ['origin_table', 'Origin table']],
    ['originId', ['origin_id', 'Origin']],
    ['state', ['state', 'State', 'incident_state']],
    ['reopenCount', ['reopen_count', 'Reopen count']],
  ] as const)('%s', async (field, columns) => {
    for (const column of columns) expect((await ticketOf({ [column]: 'words' }))[field], column).toBe('words');
  });

  test('the number has a label too', async () => {
    expect((await readAll('[{"Number":"INC0010001"}]')).tickets).toHaveLength(1);
  });

  test('the number is never guessed from an own column', async () => {
    expect((await readAll('[{"u_number":"INC0010001"}]')).tickets).toEqual([]);
  });

  test('names given by the caller go first', async () => {
    const options = { aliases: { contactType: ['Kanal'] } };
    expect((await ticketOf({ KANAL: 'Telefon' }, options)).contactType).toBe('Telefon');
    expect((await ticketOf({ contact_type: 'phone', kanal: 'Telefon' }, options)).contactType).toBe('Telefon');
    expect((await ticketOf({ kanal: 'Telefon' })).contactType).toBeUndefined();
  });

  test.each<[string, Record<string, unknown>, string | undefined]>([
    ['the standard column before an own one', { u_category: 'b', category: 'a' }, 'a'],
    ['a filled column before a blank one', { category: '', u_category: 'b' }, 'b'],
    ['blank only where all are blank', { category: '', u_category: '' }, ''],
  ])('%s', async (_, record, expected) => {
    expect((await ticketOf(record)).category).toBe(expected);
  });

  test('records with other columns in between do not mix up', async () => {
    const rows = [
      { number: '1', state: 'a' },
      { state: 'b', number: '2' },
      { number: '3' },
      { number: '4', state: 'c' },
    ];
    const { tickets } = await readAll(JSON.stringify(rows));
    expect(tickets.map(({ number, state }) => [number, state])).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', undefined],
      ['4', 'c'],
    ]);
  });
});

describe('flags', () => {
  test('other columns that are true or false', async () => {
    const ticket = await ticketOf({
      u_mercer: 'true',
      'caller_id.vip': 'false',
      vip: true,
      u_pair: { value: 'true', display_value: 'Yes' },
      u_twin: 'false',
      dv_u_twin: 'false',
      u_text: 'truely',
      u_blank: '',
      u_number: 1,
      __status: 'success',
      description: 'true',
    });
    expect(ticket.flags).toEqual({ u_mercer: true, 'caller_id.vip': false, vip: true, u_pair: true, u_twin: false });
    expect(ticket.description).toBe('true');
  });

  test('names of JavaScript do no harm', async () => {
    const { tickets } = await readAll('[{"number":"1","__proto__":"true","constructor":"true","toString":"false"}]');
    expect(Object.getPrototypeOf(tickets[0]?.flags)).toBe(Object.prototype);
    expect(Object.entries(tickets[0]?.flags ?? {})).toEqual([
      ['constructor', true],
      ['toString', false],
    ]);
  });
});

describe('times', () => {
  const RAW = '2026-03-27 08:48:36';
  const INSTANT = '2026-03-27T08:48:36.000Z';

  test.each<[string, Record<string, unknown>, { text: string; instant?: string } | undefined]>([
    ['raw', { opened_at: RAW }, { text: RAW, instant: INSTANT }],
    ['raw beside a raw state', { opened_at: RAW, state: '7' }, { text: RAW, instant: INSTANT }],
    ['blank', { opened_at: '' }, { text: '' }],
    ['not exported', {}, undefined],
    [
      'in a record of displayed references',
      { opened_at: RAW, caller_id: { display_value: 'A', link: LINK } },
      { text: RAW },
    ],
    ['in a record with a displayed state', { opened_at: RAW, state: 'Closed' }, { text: RAW }],
    ['under a label', { Opened: RAW }, { text: RAW }],
    [
      'pair',
      { opened_at: { value: RAW, display_value: '27-Mar-2026 09:48' } },
      { text: '27-Mar-2026 09:48', instant: INSTANT },
    ],
    [
      'twin',
      { opened_at: RAW, dv_opened_at: '2026-03-27 09:48:36' },
      { text: '2026-03-27 09:48:36', instant: INSTANT },
    ],
    ['display half only', { opened_at: { display_value: RAW } }, { text: RAW }],
    ['twin without its raw half', { dv_opened_at: RAW }, { text: RAW }],
    ['another format', { opened_at: '03/27/2026 08:48 AM' }, { text: '03/27/2026 08:48 AM' }],
    [
      'with a zone of its own',
      { opened_at: '2026-03-27T10:48:36+02:00' },
      { text: '2026-03-27T10:48:36+02:00', instant: INSTANT },
    ],
    ['no such day', { opened_at: '2026-02-29 08:48:36' }, { text: '2026-02-29 08:48:36' }],
    [
      'a leap day',
      { opened_at: '2024-02-29 00:00:00' },
      { text: '2024-02-29 00:00:00', instant: '2024-02-29T00:00:00.000Z' },
    ],
    ['no such hour', { opened_at: '2026-02-20 24:48:36' }, { text: '2026-02-20 24:48:36' }],
  ])('%s', async (_, record, expected) => {
    const ticket = await ticketOf(record);
    expect(ticket.openedAt).toEqual(expected);
    expect(ticketSchema.safeParse(ticket).error).toBeUndefined();
  });
});

describe('journals', () => {
  const NOTE = '2026-01-02 03:04:05 - Ann Lee (Work notes)\nChecked the cable\n\n';
  const COMMENT = '2026-01-02 03:04:05 - Ann Lee (Additional comments)\nHello\n\n';
  const texts = (entries: readonly { text: string }[] | undefined) => entries?.map(({ text }) => text);

  test.each<[string, Record<string, unknown>, string[] | undefined, string[] | undefined]>([
    ['their own columns', { work_notes: NOTE, comments: COMMENT }, ['Checked the cable'], ['Hello']],
    ['blank', { work_notes: '', comments: '' }, [], []],
    ['not exported', {}, undefined, undefined],
    ['null', { work_notes: null }, [], undefined],
    ['combined alone', { comments_and_work_notes: NOTE + COMMENT }, ['Checked the cable'], ['Hello']],
    [
      'combined beside blanks',
      { work_notes: '', comments: '', comments_and_work_notes: COMMENT + NOTE },
      ['Checked the cable'],
      ['Hello'],
    ],
    ['combined, one kind only', { comments_and_work_notes: NOTE }, ['Checked the cable'], []],
    ['combined does not replace', { work_notes: 'Mine', comments_and_work_notes: NOTE }, ['Mine'], []],
    ['combined and blank', { comments_and_work_notes: '' }, [], []],
    ['displayed half', { work_notes: { value: '', display_value: NOTE } }, ['Checked the cable'], undefined],
    ['twin', { work_notes: '', dv_work_notes: NOTE }, ['Checked the cable'], undefined],
    ['combined without headers', { comments_and_work_notes: 'Some text' }, ['Some text'], []],
  ])('%s', async (_, record, workNotes, comments) => {
    const ticket = await ticketOf(record);
    expect([texts(ticket.workNotes), texts(ticket.comments)]).toEqual([workNotes, comments]);
  });
});

test('the record itself is kept', async () => {
  const record = { number: 'INC0010001', u_other: { a: [1, null] }, state: '1' };
  expect((await readAll(JSON.stringify(record))).tickets[0]?.source).toEqual(record);
});
