import { describe, expect, test } from 'vitest';
import { readFormat } from '../../../test/formats.ts';
import { journalXml, rowXml, sysId, unloadXml } from '../../../test/xml.ts';
import { readXml } from './read-xml.ts';

const incident = (number: number, more: Parameters<typeof rowXml>[1] = {}) =>
  rowXml('incident', {
    caller_id: { value: sysId(900), display: 'Mia Field' },
    comments: '',
    comments_and_work_notes: '',
    description: `Text ${number}`,
    number: `INC${number}`,
    state: '7',
    sys_id: sysId(number),
    work_notes: '',
    ...more,
  });
const FIRST = incident(1001);
const SECOND = incident(1002);
const THIRD = incident(1003);

const read = (xml: string | Uint8Array, options = {}) => readFormat(readXml, xml, options);
const numbersOf = (records: readonly Record<string, unknown>[]) => records.map(({ number }) => number);
const codesOf = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('records', () => {
  test('are the incident rows, with texts as they stand and references as pairs', async () => {
    const { records, problems } = await read(unloadXml(FIRST, rowXml('problem', { number: 'PRB1' }), SECOND));
    expect(problems).toEqual([]);
    expect(records).toEqual([
      {
        caller_id: { display_value: 'Mia Field', value: sysId(900) },
        description: 'Text 1001',
        number: 'INC1001',
        state: '7',
        sys_id: sysId(1001),
      },
      expect.objectContaining({ number: 'INC1002' }),
    ]);
  });

  test.each([1, 2, 3, 7, 64, 1_000])('are the same in chunks of %i bytes', async (chunkBytes) => {
    const xml = unloadXml(FIRST, journalXml(sysId(1001), 'comments', 'Grüße <b> ]]>'), SECOND, THIRD);
    expect(await read(xml, { chunkBytes })).toEqual(await read(xml));
  });

  test.each([
    ['under <xml>', `<xml><incident><number>INC1</number></incident><incident><number>INC2</number></incident></xml>`],
    [
      'of the Table API',
      `<response><result><number>INC1</number></result><result><number>INC2</number></result></response>`,
    ],
    ['without a root', `${rowXml('incident', { number: 'INC1' })}${rowXml('incident', { number: 'INC2' })}`],
    [
      'with comments',
      `<unload><!-- <incident> --><incident><number>INC1</number></incident><!-- > --><incident><!-- <incident> --><number>INC2</number></incident></unload>`,
    ],
    [
      'beside a field of that name',
      `<unload><u_task action="x"><incident display_value="INC9">1</incident></u_task><incident action="x"><number>INC1</number><incident>INC9</incident></incident><incident action="x"><number>INC2</number><incident/></incident></unload>`,
    ],
    [
      'of two exports in one file',
      unloadXml(rowXml('incident', { number: 'INC1' })) + unloadXml(rowXml('incident', { number: 'INC2' })),
    ],
  ])('%s are found', async (_, xml) => {
    expect(numbersOf((await read(xml, { chunkBytes: 5 })).records)).toEqual(['INC1', 'INC2']);
  });

  test('of the Table API have references as objects', async () => {
    const xml = `<response><result><number>INC1</number><caller_id><link>https://x/${sysId(1)}</link><display_value>Mia</display_value></caller_id></result></response>`;
    const { tickets } = await read(xml);
    expect(tickets).toMatchObject([{ caller: 'Mia', codes: { caller: sysId(1) } }]);
  });

  test.each([
    ['&lt;b&gt; &amp; &quot;x&apos;', `<b> & "x'`],
    ['&#60;&#x3C;&#246;&#x1F600;', '<<ö😀'],
    ['&#55357;&#56832;', '😀'],
    ['a&#11;b\u0007', 'a\u000bb\u0007'],
    ['one\r\ntwo\nthree&#13;\n', 'one\ntwo\nthree\r\n'],
    ['a <![CDATA[<number>INC2</number> & ]]]]><![CDATA[>]]> b', 'a <number>INC2</number> & ]]> b'],
    ['&nbsp;&unknown;&constructor;', '&nbsp;&unknown;&constructor;'],
    ['x'.repeat(200_000), 'x'.repeat(200_000)],
  ])('hold the text behind references and sections: %.60s', async (written, text) => {
    const xml = `<unload><incident><description>${written}</description><number>INC1</number></incident></unload>`;
    expect((await read(xml)).records).toEqual([{ description: text, number: 'INC1' }]);
  });

  test('with a field named __proto__ are plain objects', async () => {
    const { records } = await read(
      '<unload><incident><__proto__>x</__proto__><number>INC1</number></incident></unload>',
    );
    expect(Object.keys(records[0] ?? {})).toEqual(['__proto__', 'number']);
  });
});

describe('journals', () => {
  const note = (number: number, text: string, more = {}) => journalXml(sysId(number), 'work_notes', text, more);
  const comment = (number: number, text: string, more = {}) => journalXml(sysId(number), 'comments', text, more);
  const notesOf = async (xml: string) =>
    (await read(xml)).tickets.map(({ number, workNotes, comments }) => [
      number,
      workNotes?.map(({ text }) => text),
      comments?.map(({ text }) => text),
    ]);

  test('are joined to their incidents wherever they stand', async () => {
    const xml = unloadXml(note(1002, 'b'), FIRST, note(1001, 'a'), SECOND, comment(1001, 'c'));
    expect(await notesOf(xml)).toEqual([
      ['INC1001', ['a'], ['c']],
      ['INC1002', ['b'], []],
    ]);
  });

  test('have entries with time and author, newest first', async () => {
    const earlier = note(1001, 'first', { sys_created_on: '2026-02-02 10:00:00', sys_created_by: 'sam.reed' });
    const { tickets } = await read(unloadXml(FIRST, earlier, note(1001, 'then'), note(1001, 'then')));
    expect(tickets[0]?.workNotes).toEqual([
      { text: 'then', author: 'mia.field', at: { text: '2026-02-03 09:00:00', instant: '2026-02-03T09:00:00.000Z' } },
      { text: 'first', author: 'sam.reed', at: { text: '2026-02-02 10:00:00', instant: '2026-02-02T10:00:00.000Z' } },
    ]);
  });

  test('that no row is of are not exported, though their columns are there', async () => {
    expect(await notesOf(unloadXml(FIRST))).toEqual([['INC1001', undefined, undefined]]);
    expect(await notesOf(unloadXml(FIRST, note(1001, 'a'), SECOND))).toEqual([
      ['INC1001', ['a'], undefined],
      ['INC1002', [], undefined],
    ]);
  });

  test('of other tables are ignored, and those of missing incidents are told', async () => {
    const { problems } = await read(unloadXml(FIRST, note(7, 'x', { name: 'problem' }), note(8, 'y'), note(8, 'z')));
    expect(problems).toMatchObject([{ code: 'journal-without-incident', severity: 'warning' }]);
    expect(problems[0]?.what).toContain('of 1 incidents');
  });

  test('count as not exported where an entry cannot be read', async () => {
    const broken = note(1002, 'x').replace('</value>', '</valu>');
    const xml = unloadXml(FIRST, note(1001, 'a'), SECOND, note(1002, 'b'), broken, THIRD, note(1003, 'c'));
    expect(await notesOf(xml)).toEqual([
      ['INC1001', ['a'], undefined],
      ['INC1002', undefined, undefined],
      ['INC1003', ['c'], undefined],
    ]);
    expect(codesOf((await read(xml)).problems)).toEqual(['journal-unreadable', 'journals-incomplete']);
  });

  test('of the last incident count as not exported where the export is cut off behind it', async () => {
    const xml = unloadXml(FIRST, note(1001, 'a'), SECOND, note(1002, 'b'), note(1002, 'c'));
    expect(await notesOf(xml.slice(0, xml.lastIndexOf('<value>')))).toEqual([
      ['INC1001', ['a'], undefined],
      ['INC1002', undefined, undefined],
    ]);
  });

  test('of all incidents count as not exported where journals stand apart and the export is cut off', async () => {
    const xml = unloadXml(FIRST, SECOND, note(1001, 'a'), note(1002, 'b'), note(1002, 'c'));
    expect(await notesOf(xml.slice(0, xml.lastIndexOf('<value>')))).toEqual([
      ['INC1001', undefined, undefined],
      ['INC1002', undefined, undefined],
    ]);
  });
});

describe('damage', () => {
  const cases: [string, string, (string | undefined)[], string[]][] = [
    [
      'a field that does not end',
      unloadXml(FIRST, SECOND.replace('</description>', ''), THIRD),
      ['INC1001', 'INC1003'],
      ['xml-invalid'],
    ],
    [
      'a record that does not end',
      unloadXml(FIRST, SECOND.replace('</incident>', ''), THIRD),
      ['INC1001', 'INC1003'],
      ['xml-damaged'],
    ],
    [
      'a record whose tag is damaged',
      unloadXml(FIRST, SECOND.replace('<inc', 'inc'), THIRD),
      ['INC1001', 'INC1003'],
      ['xml-stray'],
    ],
    [
      'an unescaped ampersand',
      unloadXml(FIRST, SECOND.replace('Text', 'R&D'), THIRD),
      ['INC1001', 'INC1003'],
      ['xml-invalid'],
    ],
    [
      'two records that ran into each other',
      unloadXml(FIRST, SECOND.replace('</incident>\n', '') + THIRD.replace(/<incident.*>\n/, ''), THIRD),
      ['INC1001', 'INC1003'],
      ['xml-invalid'],
    ],
    [
      'a section that does not end',
      unloadXml(
        FIRST,
        SECOND.replace('Text', '<![CDATA[Text'),
        THIRD,
        FIRST.replace('Text', '<![CDATA[').replace('</d', ']]></d'),
      ),
      ['INC1001', 'INC1003', 'INC1001'],
      ['xml-invalid'],
    ],
    [
      'a quote that is lost',
      unloadXml(FIRST, SECOND.replace('Field"', 'Field'), THIRD),
      ['INC1001', 'INC1003'],
      ['xml-invalid'],
    ],
    [
      'bytes between records',
      unloadXml(FIRST, 'garbage', SECOND, THIRD),
      ['INC1001', 'INC1002', 'INC1003'],
      ['xml-stray'],
    ],
    ['bytes before the root', `garbage${unloadXml(FIRST)}`, ['INC1001'], ['xml-stray']],
    [
      'an entity of its own',
      unloadXml(FIRST, SECOND.replace('Text', '<!DOCTYPE x [<!ENTITY y "z">]>&y;'), THIRD),
      ['INC1001', 'INC1003'],
      ['xml-invalid'],
    ],
    ['the end in a record', unloadXml(FIRST, SECOND).slice(0, -60), ['INC1001'], ['xml-truncated']],
    ['the end between records', `<unload>${FIRST}${SECOND}`, ['INC1001', 'INC1002'], ['xml-truncated']],
    [
      'a deleted record',
      unloadXml(rowXml('incident', { number: 'INC9' }, 'DELETE'), FIRST),
      ['INC1001'],
      ['record-deleted'],
    ],
  ];
  test.each(cases)('%s costs no other record', async (_, xml, numbers, codes) => {
    for (const chunkBytes of [3, 65_536]) {
      const { records, problems } = await read(xml, { chunkBytes });
      expect([numbersOf(records), codesOf(problems)]).toEqual([numbers, codes]);
    }
  });

  test('names the record and its number', async () => {
    const { problems } = await read(unloadXml(FIRST, SECOND.replace('</description>', '')));
    expect(problems).toMatchObject([{ severity: 'error', record: 2, number: 'INC1002' }]);
  });

  test('a record that is too large is passed over, and not kept in memory', async () => {
    const large = incident(1002, { description: 'x'.repeat(50_000) });
    for (const chunkBytes of [100, 65_536]) {
      const { records, problems } = await read(unloadXml(FIRST, large, THIRD), { maxRecordBytes: 10_000, chunkBytes });
      expect(numbersOf(records)).toEqual(['INC1001', 'INC1003']);
      expect(problems).toMatchObject([{ code: 'record-too-large', record: 2 }]);
    }
  });

  test('a row of another table may be of any size', async () => {
    const large = rowXml('sys_attachment_doc', { data: 'x'.repeat(50_000) });
    const xml = unloadXml(FIRST, large, journalXml(sysId(1001), 'comments', 'Hello'), SECOND);
    const { tickets, problems } = await read(xml, { maxRecordBytes: 10_000 });
    expect(problems).toEqual([]);
    expect(tickets.map(({ comments }) => comments?.length)).toEqual([1, 0]);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n', 'empty'],
    ['no XML', 'number,state\nINC1,7\n', 'not-xml'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'not-xml-html'],
    ['a page without a type', '<html><body><p>Sign in</p></body></html>', 'not-xml-html'],
    [
      'a document type',
      `<?xml version="1.0"?><!DOCTYPE unload [<!ENTITY a "b">]><unload>${FIRST}</unload>`,
      'xml-doctype',
    ],
    ['an unknown encoding', `<?xml version="1.0" encoding="x-invented"?><unload>${FIRST}</unload>`, 'xml-encoding'],
    ['other tables', unloadXml(rowXml('problem', { number: 'PRB1' })), 'no-records'],
    [
      'an error of the instance',
      '<response><error><message>No such table</message><detail/></error><status>failure</status></response>',
      'service-error',
    ],
  ])('%s is told as what it is', async (_, xml, code) => {
    const { records, problems } = await read(xml);
    expect(records).toEqual([]);
    expect(problems[0]).toMatchObject({ code, severity: 'error' });
    expect(problems[0]?.hint).not.toBe('');
  });
});

describe('encodings', () => {
  const declared = (encoding: string) =>
    unloadXml(incident(1001, { description: 'Grüße: 5 €' })).replace('UTF-8', encoding);
  const utf16 = Buffer.from(`\ufeff${declared('UTF-16')}`, 'utf16le');
  const windows1252 = Buffer.from(declared('windows-1252').replaceAll('€', '\u0080'), 'latin1');
  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${declared('ISO-8859-1')}`)],
    ['UTF-8 that says UTF-16', Buffer.from(declared('UTF-16'))],
    ['UTF-8 that says ISO-8859-1', Buffer.from(declared('ISO-8859-1'))],
    ['UTF-16, little endian', utf16],
    ['UTF-16, big endian', Buffer.from(utf16).swap16()],
    ['UTF-16 without a byte order mark', utf16.subarray(2)],
    ['Windows-1252', windows1252],
    [
      'Windows-1252 that says ISO-8859-1',
      Buffer.from(windows1252.toString('latin1').replace('windows-1252', 'iso-8859-1'), 'latin1'),
    ],
  ])('%s is read', async (_, bytes) => {
    for (const chunkBytes of [1, 65_536]) {
      const { records, problems } = await read(bytes, { chunkBytes });
      expect([records[0]?.description, problems]).toEqual(['Grüße: 5 €', []]);
    }
  });

  test('bytes of another encoding than declared cost their record only', async () => {
    const bytes = Buffer.from(unloadXml(FIRST, incident(1002, { description: 'Grüße' }), THIRD), 'latin1');
    const { records, problems } = await read(bytes);
    expect(numbersOf(records)).toEqual(['INC1001', 'INC1003']);
    expect(problems).toMatchObject([{ code: 'bad-encoding', record: 2, number: 'INC1002' }]);
  });
});
