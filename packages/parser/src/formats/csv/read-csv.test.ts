import { describe, expect, test } from 'vitest';
import { inChunks, readAll } from '../../../test/support.ts';

const HEADER = 'number,short_description,state,opened_at';
const ROWS = [
  'INC0010001,Printer jams,7,2026-03-02 08:15:00',
  'INC0010002,"Screen ""flickers"", often",6,2026-03-02 09:30:00',
  'INC0010003,"Two\nlines",7,2026-03-03 10:00:00',
];
const table = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const WHOLE = table(HEADER, ...ROWS);

async function read(input: Parameters<typeof readAll>[0], options: Parameters<typeof readAll>[1] = {}) {
  const { tickets, problems } = await readAll(input, { source: 'export.csv', ...options });
  return {
    tickets,
    numbers: tickets.map(({ number }) => number),
    titles: tickets.map(({ shortDescription }) => shortDescription),
    problems: problems.map(({ severity, error }) => [severity, error.code, error.record, error.number]),
    messages: problems.map(({ error }) => `${error.message} ${error.hint}`).join('\n'),
  };
}

const TITLES = ['Printer jams', 'Screen "flickers", often', 'Two\nlines'];

describe('dialects', () => {
  const semicolons = table(
    'number;short_description;state;opened_at',
    'INC0010001;Printer jams;7;2026-03-02 08:15:00',
    'INC0010002;"Screen ""flickers"", often";6;2026-03-02 09:30:00',
    'INC0010003;"Two\nlines";7;2026-03-03 10:00:00',
  );
  const withBom = (text: string) => Buffer.from(`\ufeff${text}`, 'utf8');
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
  test.each<[string, string | Buffer]>([
    ['commas', WHOLE],
    ['semicolons', semicolons],
    ['tabs', semicolons.replaceAll(';', '\t')],
    ['bars', semicolons.replaceAll(';', '|')],
    ['everything quoted', table(HEADER, ...ROWS).replaceAll(/(?<=^|,)([^,"\n]+)(?=,|\n)/gm, '"$1"')],
    ['CRLF', WHOLE.replaceAll('\n', '\r\n').replace('Two\r\nlines', 'Two\nlines')],
    ['CR', WHOLE.replaceAll('\n', '\r').replace('Two\rlines', 'Two\nlines')],
    ['no line end at the end', WHOLE.trimEnd()],
    ['blank lines', WHOLE.replaceAll(/\n(?=INC)/g, '\n\n')],
    ['a byte order mark', withBom(WHOLE)],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${WHOLE}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(WHOLE, 'utf16le')],
    ['UTF-16, big endian', utf16be(`\ufeff${WHOLE}`)],
    ['the line that tells Excel the delimiter', `sep=;\r\n${semicolons}`],
    ['titles above the header', `Incidents\n"Filter: Active = false, opened this month"\n\n${WHOLE}`],
    ['blank columns at the end', WHOLE.replaceAll(/(?<!Two)\n/g, ',,\n')],
    ['blank columns at the end of the rows alone', WHOLE.replaceAll(/(?<=:\d\d)\n/g, ',,\n')],
  ])('%s', async (_, input) => {
    for (const size of [1_000_000, 7, 1]) {
      const { titles, problems } = await read(inChunks(Buffer.from(input), [size]));
      expect(problems).toEqual([]);
      expect(titles).toEqual(TITLES);
    }
  });
});

describe('encodings', () => {
  const text = 'Drucker “klemmt” – Müller, 5 €';
  const bytes = Buffer.from(text, 'utf8');
  const windows = Buffer.from([
    ...Buffer.from('Drucker '),
    0x93,
    ...Buffer.from('klemmt'),
    0x94,
    ...Buffer.from(' '),
    0x96,
    ...Buffer.from(' M'),
    0xfc,
    ...Buffer.from('ller, 5 '),
    0x80,
  ]);
  const around = (value: Buffer) =>
    Buffer.concat([Buffer.from('number,short_description\nINC1,plain\nINC2,"'), value, Buffer.from('"\nINC3,plain\n')]);

  test.each([
    ['UTF-8', bytes],
    ['Windows-1252', windows],
  ])('%s is told from the first character beyond ASCII', async (_, value) => {
    const { titles, problems } = await read(around(value));
    expect({ titles, problems }).toEqual({ titles: ['plain', text, 'plain'], problems: [] });
  });

  test('labels may be in Windows-1252 too', async () => {
    const input = Buffer.from('Nummer;Priorit\u00e4t\nINC1;3 - Mittel\n', 'latin1');
    const { tickets } = await read(input, { aliases: { number: ['Nummer'], priority: ['Priorität'] } });
    expect(tickets[0]?.priority).toBe('3 - Mittel');
  });

  test('a row that is damaged does not decide for the rest', async () => {
    // What stands in it happens to be a character of UTF-8.
    const first = Buffer.concat([
      Buffer.from('number,short_description\nINC0,'),
      Buffer.from([0xd3, 0xad, 0xfc, 0x0a]),
    ]);
    const rest = around(windows);
    const { numbers, titles } = await read(Buffer.concat([first, rest.subarray(rest.indexOf('INC1'))]));
    expect(numbers).toEqual(['INC1', 'INC2', 'INC3']);
    expect(titles[1]).toBe(text);
  });

  test('a record that is not UTF-8 among records that are is not guessed at', async () => {
    const damaged = Buffer.concat([
      around(bytes),
      Buffer.from('INC4,M'),
      Buffer.from([0xfc]),
      Buffer.from('ller\nINC5,x\n'),
    ]);
    const { numbers, problems } = await read(damaged);
    expect(numbers).toEqual(['INC1', 'INC2', 'INC3', 'INC5']);
    expect(problems).toEqual([['error', 'bad-utf8', 4, 'INC4']]);
  });
});

describe('values', () => {
  test('references as a script prints them give their display value and their value', async () => {
    const id = '5137153cc611227c000bbd1bd8cd2007';
    const link = `https://example.service-now.com/api/now/table/sys_user/${id}`;
    const cells = [
      `"{'link': '${link}', 'value': '${id}'}"`,
      `"{'display_value': 'Ann O\\'Hara', 'link': '${link}'}"`,
      `"{""display_value"": ""Ann Lee"", ""value"": ""${id}""}"`,
      `"{'display_value': ""Ann O'Hara"", 'value': None}"`.replaceAll(/(?<!")""(?=Ann|,)/g, '""'),
      `"{'name': 'x'}"`,
      `"{'value': '1'} and more"`,
    ];
    const { tickets } = await read(
      table('number,caller_id,state', ...cells.map((cell, at) => `INC000${at}1,${cell},7`)),
    );
    expect(tickets.map(({ caller, codes }) => [caller, codes.caller])).toEqual([
      [id, undefined],
      ["Ann O'Hara", id],
      ['Ann Lee', id],
      ["Ann O'Hara", ''],
      ["{'name': 'x'}", undefined],
      ["{'value': '1'} and more", undefined],
    ]);
  });

  test.each([
    ['number,opened_at,state', 'INC1,2026-03-02 08:15:00,7', '2026-03-02T08:15:00.000Z'],
    ['number,opened_at,state', 'INC1,2026-03-02 08:15:00,Closed', undefined],
    ['number,opened_at', 'INC1,2026-03-02 08:15:00', undefined],
    ['Number,Opened,State', 'INC1,2026-03-02 08:15:00,7', undefined],
    ['number,opened_at,state', 'INC1,02.03.2026 08:15:00,7', undefined],
  ])('times of %s: %s', async (header, row, instant) => {
    const { tickets } = await read(table(header, row));
    expect(tickets[0]?.openedAt).toEqual({ text: row.split(',')[1], ...(instant && { instant }) });
  });

  test('a blank is a blank, and a column that is not there is not exported', async () => {
    const { tickets } = await read(table('number,category,close_notes', 'INC1,,'));
    expect(tickets[0]).toMatchObject({ category: '', closeNotes: '' });
    expect(tickets[0]?.subcategory).toBeUndefined();
  });

  test('a column called __proto__ or without a name does no harm', async () => {
    const { tickets, problems } = await read(table('number,__proto__,,state', 'INC1,x,y,7'));
    expect(problems).toEqual([]);
    expect(tickets[0]?.state).toBe('7');
  });

  test('of two columns with one name the first counts, and that is told where a ticket has the field', async () => {
    const { tickets, problems } = await read(table('number,category,category,x,x', 'INC1,Hardware,Software,1,2'));
    expect(tickets[0]?.category).toBe('Hardware');
    expect(problems).toEqual([['warning', 'duplicate-column', undefined, undefined]]);
  });

  test.each([32_000, 32_767])('a value of %i characters may be cropped', async (length) => {
    const { numbers, problems, messages } = await read(table('number,description', `INC0010001,${'x'.repeat(length)}`));
    expect(numbers).toEqual(['INC0010001']);
    expect(problems).toEqual([['warning', 'field-cropped', 1, 'INC0010001']]);
    expect(messages).toContain(length.toLocaleString('en'));
  });

  test('labels with accents, case, colons and spaces of any kind are one', async () => {
    const aliases = { number: ['Numéro'], closeNotes: ['Notes de résolution'], urgency: ['Dringlichkeit (Größe)'] };
    const input = table('NUMERO:;Notes de\u00a0resolution;Dringlichkeit (Grosse)', 'INC1;Réparé;2');
    expect((await read(input, { aliases })).tickets[0]).toMatchObject({ closeNotes: 'Réparé', urgency: '2' });
  });
});

describe('messages in the place of records', () => {
  test.each([
    ['Export truncated at 10000 rows', ''],
    ['', 'Export truncated'],
  ])('a message at the end is told (%j, %j)', async (first, second) => {
    const { numbers, problems } = await read(`${WHOLE}${first},${second},,\n`);
    expect(numbers).toHaveLength(3);
    expect(problems).toEqual([['warning', 'export-note', undefined, undefined]]);
  });

  test('a row with one value amid the records is a record without a number', async () => {
    const { numbers, problems } = await read(table(HEADER, ',words,,', ...ROWS));
    expect(numbers).toHaveLength(3);
    expect(problems).toEqual([['error', 'record-without-number', 1, undefined]]);
  });
});

describe('damage', () => {
  const [one = '', two = '', three = ''] = ROWS;
  const four = 'INC0010004,"Mail, lost",7,2026-03-03 11:00:00';

  test.each<[string, string, readonly string[], readonly unknown[]]>([
    [
      'a quote that is never closed',
      table(HEADER, one, 'INC0010009,"never closed,7,x', two, three, four),
      ['1', '2', '3', '4'],
      [['error', 'csv-damaged', 2, 'INC0010009']],
    ],
    [
      'a quote that is never closed, and nothing quoted behind it',
      table(HEADER, one, 'INC0010009,"never closed,7,x', one.replace('1,', '2,'), one.replace('1,', '3,')),
      ['1', '2', '3'],
      [['error', 'csv-damaged', 2, 'INC0010009']],
    ],
    [
      'a quote too many',
      table(HEADER, one, 'INC0010009,"too "many, quotes",7,x', two, three),
      ['1', '2', '3'],
      [['error', 'csv-damaged', 2, 'INC0010009']],
    ],
    [
      'quotes in an unquoted value, which it may hold',
      table(HEADER, one, 'INC0010002,24" screen,7,x', three),
      ['1', '2', '3'],
      [],
    ],
    [
      'a line break without quotes',
      table(HEADER, one, 'INC0010002,cut\nin two,7,x', three),
      ['1', '2', '3'],
      [['warning', 'row-short', 2, 'INC0010002']],
    ],
    [
      'a line of something else',
      table(HEADER, one, 'Dear all,the list is below', three),
      ['1', '3'],
      [['error', 'csv-damaged', 2, undefined]],
    ],
    [
      'a separator without quotes',
      table(HEADER, one, 'INC0010009,cut, in two,7,x', three),
      ['1', '3'],
      [['error', 'row-long', 2, 'INC0010009']],
    ],
    [
      'cut in a quoted value',
      table(HEADER, one, two).slice(0, -40),
      ['1'],
      [['error', 'csv-truncated', 2, 'INC0010002']],
    ],
    [
      'cut in an unquoted value',
      table(HEADER, one, 'INC0010002,Scr').trimEnd(),
      ['1'],
      [['error', 'csv-truncated', 2, 'INC0010002']],
    ],
    [
      'zero bytes in a value',
      table(HEADER, one, 'INC0010002,a\u0000b,7,x', three),
      ['1', '2', '3'],
      [['warning', 'field-damaged', 2, 'INC0010002']],
    ],
    [
      'zero bytes at the end',
      `${table(HEADER, one)}${'\u0000'.repeat(5_000)}`,
      ['1'],
      [['error', 'csv-truncated', 2, undefined]],
    ],
    ['only a header', table(HEADER), [], [['error', 'no-records', undefined, undefined]]],
    ['no header', table(one, two), [], [['error', 'table-no-header', undefined, undefined]]],
    [
      'no number',
      table('short_description,state', 'secret words,7'),
      [],
      [['error', 'table-no-number', undefined, undefined]],
    ],
  ])('%s', async (_, input, numbers, problems) => {
    for (const size of [1_000_000, 3]) {
      const found = await read(inChunks(Buffer.from(input), [size]));
      expect(found.numbers).toEqual(numbers.map((digit) => `INC001000${digit}`));
      expect(found.problems).toEqual(problems);
      expect(found.messages).not.toContain('secret');
    }
  });

  test.each([
    ['Closed', 'Closed', 0],
    ['Clos', undefined, 1],
    ['2026-03-02 08:15:00', '2026-03-02 08:15:00', 0],
    ['2026-03-02 08:1', undefined, 1],
    ['"Clos"', 'Clos', 0],
    ['', '', 0],
  ])('a source that ends in %s without a line end', async (last, expected, told) => {
    const others = ['Closed', '2026-01-09 10:00:00', ''].flatMap((value) =>
      Array.from({ length: 5 }, (_, at) => `INC2${at}${value.length},${value}`),
    );
    const { tickets, problems } = await read(`${table('number,close_notes', ...others)}INC0010001,${last}`);
    expect(tickets.at(-1)).toMatchObject({ number: 'INC0010001', closeNotes: expected });
    expect(problems).toHaveLength(told);
  });

  test('a value that a line break cut in two is not taken for whole', async () => {
    const { tickets } = await read(table(HEADER, 'INC0010002,cut\nin two,7,x', three));
    expect(tickets[0]?.shortDescription).toBeUndefined();
    expect(tickets[0]?.state).toBeUndefined();
  });

  test('a quote that is never closed keeps no more than the limit in memory, and the next record is found', async () => {
    const filler = `${'no quotes and no numbers here,'.repeat(30)}\n`.repeat(30);
    const input = `${table(HEADER, one)}INC0010009,"open ${filler}${table(four.replaceAll('"', '').replace(', lost', ''), one)}`;
    const { numbers, problems } = await read(inChunks(Buffer.from(input), [512]), { maxRecordBytes: 10_000 });
    expect(numbers).toEqual(['INC0010001', 'INC0010004', 'INC0010001']);
    expect(problems.slice(0, 1)).toEqual([['error', 'record-too-large', 2, 'INC0010009']]);
  });

  test('a row that is too long is passed over', async () => {
    const long = `INC0010009,"${'x'.repeat(20_000)}",7,x`;
    const { numbers, problems } = await read(table(HEADER, one, long, two), { maxRecordBytes: 10_000 });
    expect(numbers).toEqual(['INC0010001', 'INC0010002']);
    expect(problems).toEqual([['error', 'record-too-large', 2, 'INC0010009']]);
  });
});
