import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inChunks, readAll } from '../../../test/support.ts';
import { DATE_STYLE, writeXlsx, type XlsxCell, type XlsxOptions } from '../../../test/xlsx.ts';

const HEADER = ['Number', 'Short description', 'State', 'Opened', 'Major incident'];
const at = (text: string) => new Date(`${text.replace(' ', 'T')}Z`);
const ROWS: XlsxCell[][] = [
  ['INC0010001', 'Printer jams', 'Closed', at('2026-03-02 08:15:00'), false],
  ['INC0010002', 'A & B <c> "d"', 'New', at('2026-03-03 23:59:59'), true],
  ['INC0010003', 'Two\r\nlines, _x000D_ and\ttab', 'Closed', null, false],
];

async function read(input: Uint8Array, options: Parameters<typeof readAll>[1] = {}) {
  const { tickets, problems } = await readAll(inChunks(input, [4_000]), { source: 'export.xlsx', ...options });
  return {
    tickets,
    numbers: tickets.map(({ number }) => number),
    problems: problems.map(({ severity, error }) => [severity, error.code, error.record]),
  };
}

describe('workbooks', () => {
  test.each<[string, XlsxOptions]>([
    ['shared strings', {}],
    ['strings in the cells', { strings: 'inline' }],
    ['days counted from 1904', { uses1904: true }],
    ['parts that are not compressed', { stored: true }],
  ])('with %s', async (_, options) => {
    const { tickets, problems } = await read(writeXlsx([[HEADER, ...ROWS]], options));
    expect(problems).toEqual([]);
    expect(tickets.map(({ shortDescription, state, openedAt }) => [shortDescription, state, openedAt])).toEqual([
      ['Printer jams', 'Closed', { text: '2026-03-02 08:15:00' }],
      ['A & B <c> "d"', 'New', { text: '2026-03-03 23:59:59' }],
      ['Two\r\nlines, _x000D_ and\ttab', 'Closed', { text: '' }],
    ]);
    expect(tickets.map(({ flags }) => flags)).toEqual([
      { 'Major incident': false },
      { 'Major incident': true },
      { 'Major incident': false },
    ]);
  });

  test('rows above the header and a message below the records', async () => {
    const rows: XlsxCell[][] = [
      ['Incidents'],
      [],
      ['Filter: all', '', 'x'],
      HEADER,
      ...ROWS,
      ['Export truncated at 10,000 rows.'],
    ];
    const { numbers, problems } = await read(writeXlsx([rows]));
    expect(numbers).toEqual(['INC0010001', 'INC0010002', 'INC0010003']);
    expect(problems).toEqual([['warning', 'export-note', undefined]]);
  });

  test('the first sheet with a column for the number', async () => {
    const { numbers, problems } = await read(
      writeXlsx([[['About'], ['words']], [], [HEADER, ...ROWS], [HEADER, ['INC9']]]),
    );
    expect({ numbers, problems }).toEqual({ numbers: ['INC0010001', 'INC0010002', 'INC0010003'], problems: [] });
  });

  test('raw values under column names, written by a script', async () => {
    const rows: XlsxCell[][] = [
      ['number', 'state', 'reassignment_count', 'opened_at', 'caller_id'],
      ['INC0010001', 7, 2, at('2026-03-02 08:15:00'), "{'display_value': 'Ann Lee', 'value': 'abc'}"],
    ];
    const { tickets } = await read(writeXlsx([rows]));
    expect(tickets[0]).toMatchObject({
      state: '7',
      reassignmentCount: '2',
      openedAt: { text: '2026-03-02 08:15:00', instant: '2026-03-02T08:15:00.000Z' },
      caller: 'Ann Lee',
      codes: { caller: 'abc' },
    });
  });

  test.each<[string, XlsxCell, string | undefined]>([
    [
      'rich text',
      { type: 'inlineStr', xml: '<is><r><t>Two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh><t>no</t></rPh></is>' },
      'Two runs',
    ],
    ['the result of a formula', { type: 'str', xml: '<f>A1&amp;B1</f><v>joined</v>' }, 'joined'],
    ['an error', { type: 'e', xml: '<v>#REF!</v>' }, undefined],
    ['a number', { xml: '<v>12.5</v>' }, '12.5'],
    ['a number with an exponent', { xml: '<v>1.2E3</v>' }, '1200'],
    ['no number', { xml: '<v>twelve</v>' }, undefined],
    ['a shared string that is not there', { type: 's', xml: '<v>99</v>' }, undefined],
    ['a date as text', { type: 'd', xml: '<v>2026-03-02T08:15:00</v>' }, '2026-03-02 08:15:00'],
    ['the last day of February 1900', { style: DATE_STYLE, xml: '<v>59</v>' }, '1900-02-28'],
    ['the first of March 1900', { style: DATE_STYLE, xml: '<v>61</v>' }, '1900-03-01'],
    [
      'a moment that floating point misses',
      { style: DATE_STYLE, xml: '<v>46083.343749999996</v>' },
      '2026-03-02 08:15:00',
    ],
    ['a time of day', { style: DATE_STYLE, xml: '<v>0.25</v>' }, '06:00:00'],
    ['a number that is no date', { style: DATE_STYLE, xml: '<v>-3</v>' }, '-3'],
    ['a blank', '', ''],
    [
      'text with an element of another kind',
      { type: 'inlineStr', xml: '<is><t>a<!-- x -->b<![CDATA[<c>]]></t></is>' },
      'ab<c>',
    ],
  ])('%s', async (_, cell, expected) => {
    const { tickets, problems } = await read(
      writeXlsx([
        [
          ['Number', 'Category', 'State'],
          ['INC1', cell, 'New'],
        ],
      ]),
    );
    expect(problems).toEqual([]);
    expect(tickets[0]?.category).toBe(expected);
  });

  test('prefixed names, cells without references, and absolute targets', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>number</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>state</x:t></x:is></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t>INC1</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { tickets, problems } = await read(writeXlsx([[]], { parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(problems).toEqual([]);
    expect(tickets.map(({ number, state }) => [number, state])).toEqual([['INC1', '7']]);
  });
});

describe('what is no readable workbook', () => {
  const whole = writeXlsx([[HEADER, ...ROWS]]);
  const zip = (names: readonly string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
  const BINARY = `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>`;
  const ole = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_016), Buffer.from(name, 'utf16le')]);

  test.each<[string, Uint8Array, string]>([
    ['a zip archive with something else', zip(['incident.json']), 'not-an-export-zip'],
    ['a Word document', zip(['[Content_Types].xml', 'word/document.xml']), 'not-an-export-word'],
    [
      'a binary workbook',
      writeXlsx([[HEADER]], { parts: { '_rels/.rels': BINARY, 'xl/workbook.bin': 'x' } }),
      'not-an-export-excel',
    ],
    ['an OpenDocument file', zip(['mimetype', 'content.xml']), 'not-an-export-opendocument'],
    ['an old workbook', ole('Workbook'), 'not-an-export-excel'],
    ['a workbook with a password', ole('EncryptedPackage'), 'not-an-export-protected'],
    ['an old Word document', ole('WordDocument'), 'not-an-export-word'],
    ['a zip archive that is no archive', Buffer.from('PK\u0003\u0004 and nothing of the kind'), 'not-an-export-zip'],
    ['a workbook without a number', writeXlsx([[['Category'], ['Hardware']]]), 'table-no-number'],
    ['a workbook without a header', writeXlsx([ROWS]), 'table-no-header'],
    ['an empty workbook', writeXlsx([[]]), 'table-no-number'],
    ['a header alone', writeXlsx([[HEADER]]), 'no-records'],
    ['half a workbook', whole.subarray(0, 1_200), 'xlsx-truncated'],
  ])('%s', async (_, input, code) => {
    const { numbers, problems } = await read(input);
    expect({ numbers, problems }).toEqual({ numbers: [], problems: [['error', code, undefined]] });
  });

  test('a value that was changed afterwards is noticed, and nothing is believed', async () => {
    const changed = Buffer.from(writeXlsx([[HEADER, ...ROWS]], { stored: true }));
    changed.write('Winter', changed.indexOf('Printer'));
    const { numbers, problems } = await read(changed);
    expect({ numbers, problems }).toEqual({ numbers: [], problems: [['error', 'xlsx-damaged', undefined]] });
  });

  test('a sheet that stops being XML is read up to there', async () => {
    const parts = {
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row><c t="str"><v>number</v></c></row><row><c t="str"><v>INC1</v></c></row><row><c></row>',
    };
    const { numbers, problems } = await read(writeXlsx([[]], { parts }));
    expect({ numbers, problems }).toEqual({ numbers: ['INC1'], problems: [['error', 'xlsx-malformed', undefined]] });
  });

  test('what a workbook that was cut off still tells is read', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index): XlsxCell[] => [
      `INC${10_000 + index}`,
      `Printer ${(index * 7_919) % 1_000}`,
      7,
    ]);
    const { parts: _, ...options }: XlsxOptions = { strings: 'inline' };
    const bytes = writeXlsx([[['number', 'short_description', 'state'], ...rows]], options);
    const { tickets, problems } = await read(bytes.subarray(0, bytes.length * 0.7));
    expect(tickets.length).toBeGreaterThan(500);
    expect(tickets.map(({ number, shortDescription, state }) => [number, shortDescription, Number(state)])).toEqual(
      rows.slice(0, tickets.length),
    );
    expect(problems).toEqual([['error', 'xlsx-truncated', undefined]]);
  });

  test('a row that is too long is passed over', async () => {
    for (const strings of ['inline', 'shared'] as const) {
      const [one = [], two = []] = ROWS;
      const { numbers, problems } = await read(
        writeXlsx([[HEADER, one, ['INC9', 'x'.repeat(20_000)], two]], { strings }),
        { maxRecordBytes: 10_000 },
      );
      expect({ numbers, problems }).toEqual({
        numbers: ['INC0010001', 'INC0010002'],
        problems: [['error', 'record-too-large', 2]],
      });
    }
  });
});
