import { PDFDocument, PDFHexString } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { readFormat } from '../../../test/formats.ts';
import { type PdfLayout, type PrintedIncident, writePdf } from '../../../test/pdf.ts';
import { readPdf } from './read-pdf.ts';

const DESCRIPTION = [
  'Hello team, since this morning the label printer in the packing hall prints every address label twice, and the second one is always cut off at the lower edge.',
  'User: Mia Field',
  'Phone: 5550',
  'Impact: nobody can pack parcels',
  '',
  'Steps:',
  '1. Switch it on',
  '2. Print any label from the shipping tool, with or without a preview, from any of the computers there',
  '',
  'Thanks, Mia',
].join('\n');
const WORK_NOTES = [
  '2026-02-03 10:30:00 - Sam Reed (Work notes)',
  'Replaced the roller and printed forty labels without a fault, then watched two colleagues print theirs for a while.',
  '',
  'Left the old roller on the bench.',
  '',
  '2026-02-03 09:05:00 - Ada Clerk (Work notes)',
  'Checked the driver. State: as it should be.',
].join('\n');
const CLOSE_NOTES = 'Issue: labels printed twice\nResolution: new roller\nConfirmed with: Mia Field by phone';

function incident(number: string, more: Partial<Record<string, string>> = {}): PrintedIncident {
  const value = (label: string, text: string): [string, string] => [label, more[label] ?? text];
  return {
    left: [
      value('Number', number),
      value('Caller', 'Mia Field'),
      value('Category', 'Hardware'),
      value('Subcategory', ''),
      value('Service', 'Label printing in packing halls and at loading ramps'),
      value('Configuration item', 'PRN-0042'),
      value('Transfer reason', ''),
    ],
    right: [
      value('Channel', 'Phone'),
      value('State', 'Closed'),
      value('Impact', '3 - Low'),
      value('Urgency', '2 - Medium'),
      value('Priority', '4 - Low'),
      value('Assignment group', ''),
      value('Assigned to', 'Sam Reed'),
    ],
    parts: [
      { texts: [value('Short description', 'Label printer prints twice'), value('Description', DESCRIPTION)] },
      {
        title: 'Notes',
        rows: [value('Watch list', ''), value('Work notes list', '')],
        texts: [value('Comments', ''), value('Work notes', WORK_NOTES)],
      },
      { title: 'Related Records', rows: [value('Parent Incident', ''), value('Problem', '')] },
      {
        title: 'Resolution Information',
        rows: [
          value('Knowledge', 'false'),
          value('Resolution code', 'Solved (Permanently)'),
          value('Resolved by', 'Sam Reed'),
          value('Resolved', '2026-02-03 11:00:00'),
        ],
        texts: [value('Resolution notes', CLOSE_NOTES)],
      },
    ],
  };
}

const read = (bytes: Uint8Array, options = {}) => readFormat(readPdf, bytes, options);
const codesOf = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const FIRST = incident('INC0010001');

/** What the first incident is, however it is printed. */
const TICKET = {
  number: 'INC0010001',
  contactType: 'Phone',
  caller: 'Mia Field',
  category: 'Hardware',
  subcategory: '',
  service: 'Label printing in packing halls and at loading ramps',
  configurationItem: 'PRN-0042',
  state: 'Closed',
  impact: '3 - Low',
  urgency: '2 - Medium',
  priority: '4 - Low',
  assignmentGroup: '',
  assignedTo: 'Sam Reed',
  shortDescription: 'Label printer prints twice',
  description: DESCRIPTION,
  comments: [],
  workNotes: [
    {
      text: 'Replaced the roller and printed forty labels without a fault, then watched two colleagues print theirs for a while.\n\nLeft the old roller on the bench.',
      author: 'Sam Reed',
      at: { text: '2026-02-03 10:30:00' },
    },
    { text: 'Checked the driver. State: as it should be.', author: 'Ada Clerk', at: { text: '2026-02-03 09:05:00' } },
  ],
  closeCode: 'Solved (Permanently)',
  closeNotes: CLOSE_NOTES,
  resolvedBy: 'Sam Reed',
  resolvedAt: { text: '2026-02-03 11:00:00' },
  closedBy: undefined,
  openedAt: undefined,
  location: undefined,
};

/** A blank line between two pages cannot be seen. */
function withoutBlankLines<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replaceAll('\\n\\n', '\\n')) as Value;
}

const LAYOUTS: [string, PdfLayout][] = [
  ['two columns, as ServiceNow prints', { form: 'two-columns', width: 792, height: 612, size: 8, furniture: true }],
  ['two columns on A4, bold labels', { form: 'two-columns', width: 595, height: 842, boldLabels: true }],
  ['two columns, another order of texts', { form: 'two-columns', shuffled: true, furniture: true }],
  ['two columns, word by word', { form: 'two-columns', words: true }],
  ['two columns without colons', { form: 'two-columns', colon: false, boldLabels: true }],
  ['one column', { form: 'one-column', furniture: true }],
  ['one column, labels broken into lines', { form: 'one-column', labelWidth: 60 }],
  ['two columns, labels broken into lines', { form: 'two-columns', labelWidth: 60, colon: false, boldLabels: true }],
  ['one column on a small page', { form: 'one-column', width: 420, height: 595, size: 8, furniture: true }],
  ['one column, every line as far from the next', { form: 'one-column', evenly: true }],
  ['values right behind their labels', { form: 'inline' }],
  ['values right behind their labels, with page headers', { form: 'inline', furniture: true, size: 12 }],
  ['values under their labels', { form: 'below' }],
  ['values under their labels, without colons', { form: 'below', colon: false, boldLabels: true }],
  ['a page that is turned', { form: 'two-columns', rotated: 'page' }],
  ['text that is turned', { form: 'one-column', rotated: 'text', furniture: true }],
];

describe('an incident is the same ticket', () => {
  test.each(LAYOUTS)('with %s', async (_, layout) => {
    const { tickets, problems } = await read(await writePdf([FIRST], layout));
    expect(problems).toEqual([]);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]).toMatchObject(TICKET);
  });

  test.each(LAYOUTS)('among others with %s', async (_, layout) => {
    const second = incident('INC0010002', { Caller: 'Lea Stone', Description: '', Comments: '', 'Work notes': '' });
    const third = incident('INC0010003', { Category: '' });
    for (const newPage of [true, false]) {
      const { tickets, problems } = await read(await writePdf([FIRST, second, third], { ...layout, newPage }));
      expect(problems).toEqual([]);
      expect(withoutBlankLines(tickets)).toMatchObject(
        withoutBlankLines([
          TICKET,
          { ...TICKET, number: 'INC0010002', caller: 'Lea Stone', description: '', workNotes: [] },
          { ...TICKET, number: 'INC0010003', category: '' },
        ]),
      );
    }
  });
});

describe('labels', () => {
  const AS_PRINTED: PdfLayout = { form: 'two-columns', width: 792, height: 612, size: 8, furniture: true };
  const withRow = (form: PrintedIncident, row: [string, string]) => ({ ...form, left: [...form.left, row] });
  const withTexts = (form: PrintedIncident, texts: [string, string][]): PrintedIncident => ({
    ...form,
    parts: [...form.parts, { texts }],
  });

  test.each<PdfLayout>([AS_PRINTED, { form: 'one-column' }, { form: 'inline' }, { form: 'below' }])(
    'that nobody knows end the value before them: $form',
    async (layout) => {
      const form = withTexts(withRow(withRow(FIRST, ['Packing desk', 'North']), ['Loading ramp', '']), [
        ['Parts used', 'One roller'],
      ]);
      const { records, tickets } = await read(await writePdf([form], layout));
      expect(records[0]).toMatchObject({ 'Packing desk': 'North', 'Loading ramp': '' });
      const { transferReason: _, ...known } = { ...TICKET, transferReason: undefined };
      expect(tickets[0]).toMatchObject({ ...known, closeNotes: expect.stringContaining(CLOSE_NOTES) });
      if (layout.form === 'two-columns')
        expect(records[0]).toMatchObject({ 'Parts used': 'One roller', 'Resolution notes': CLOSE_NOTES });
    },
  );

  test.each<PdfLayout>([AS_PRINTED, { form: 'one-column' }, { form: 'inline' }, { form: 'below' }])(
    'that a text holds are text: $form',
    async (layout) => {
      const description =
        'Number: INC0099999\nState: New\nPriority: 1 - Critical\nCaller: Max Rivers\n\nAssigned to: nobody\nthat is all';
      const { tickets } = await read(await writePdf([incident('INC0010001', { Description: description })], layout));
      expect(tickets).toMatchObject([{ ...TICKET, description }]);
    },
  );

  test('beside others end the value before them, though nobody knows one of their column', async () => {
    const form = {
      left: [
        ['Number', 'INC0010001'],
        ['Caller', 'Mia Field'],
      ],
      right: [
        ['Packing desk', 'North'],
        ['Ramp', ''],
      ],
      parts: [],
    } as const;
    const { records } = await read(await writePdf([form], AS_PRINTED));
    expect(records).toEqual([{ Number: 'INC0010001', 'Packing desk': 'North', Caller: 'Mia Field', Ramp: '' }]);
  });

  test('without a colon that nobody knows cost the value before them, and never the number', async () => {
    const form = {
      left: [
        ['Number', 'INC0010001'],
        ['Caller', 'Mia Field'],
        ['State', 'Closed'],
      ],
      right: [
        ['Packing desk', 'North'],
        ['Ramp', 'East'],
      ],
      parts: [],
    } as const;
    const { records, problems } = await read(await writePdf([form], { ...AS_PRINTED, colon: false }));
    expect(records).toEqual([{ Number: 'INC0010001', State: 'Closed' }]);
    expect(problems).toMatchObject([{ code: 'field-unreadable', field: 'Caller', record: 1 }]);
  });

  test('in another language are known by their aliases', async () => {
    const german = {
      left: [
        ['Nummer', 'INC0010001'],
        ['Anrufer', 'Mia Field'],
        ['Kanal', ''],
      ],
      right: [['Status', 'Geschlossen']],
      parts: [
        {
          texts: [
            ['Kurzbeschreibung', 'Etikettendrucker druckt für jedes Paket zwei'],
            ['Beschreibung', 'Grüße\naus Halle 3'],
          ],
        },
      ],
    } as const;
    const aliases = {
      number: ['Nummer'],
      caller: ['Anrufer'],
      contactType: ['Kanal'],
      state: ['Status'],
      shortDescription: ['Kurzbeschreibung'],
      description: ['Beschreibung'],
    };
    const { records } = await read(await writePdf([german], AS_PRINTED), { aliases });
    expect(records).toEqual([
      {
        Nummer: 'INC0010001',
        Anrufer: 'Mia Field',
        Kanal: '',
        Status: 'Geschlossen',
        Kurzbeschreibung: 'Etikettendrucker druckt für jedes Paket zwei',
        Beschreibung: 'Grüße\naus Halle 3',
      },
    ]);
  });

  test('that are not printed are not exported, and none has a default', async () => {
    const { tickets } = await read(
      await writePdf(
        [
          {
            left: [
              ['Number', 'INC0010001'],
              ['Caller', ''],
            ],
            right: [],
            parts: [],
          },
        ],
        AS_PRINTED,
      ),
    );
    const { source: _, number, caller, codes, flags, ...others } = tickets[0] ?? {};
    expect({ number, caller, codes, flags }).toEqual({ number: 'INC0010001', caller: '', codes: {}, flags: {} });
    expect(Object.values(others).filter((value) => value !== undefined)).toEqual([]);
  });

  test('behind long journals are found, whatever page headers stand between the lines', async () => {
    const entries = Array.from({ length: 90 }, (_, at) => {
      const text = `Entry ${at}: ${'called the site, waited for the carrier and wrote down what the driver said about it. '.repeat(1 + (at % 4)).trim()}`;
      return { author: 'Sam Reed', text, at: { text: `2026-02-03 10:${String(at % 60).padStart(2, '0')}:00` } };
    });
    const notes = entries.map(({ text, at }) => `${at.text} - Sam Reed (Work notes)\n${text}`).join('\n\n');
    const { tickets } = await read(await writePdf([incident('INC0010001', { 'Work notes': notes })], AS_PRINTED));
    expect(tickets).toMatchObject([{ ...TICKET, workNotes: entries }]);
  });
});

test('a document whose end is missing gives the incidents before the cut, without what may run on behind it', async () => {
  const incidents = [1, 2, 3, 4].map((at) => incident(`INC000000${at}`));
  const layout = { form: 'one-column', width: 842, height: 1_190, newPage: true, packed: false } as const;
  const whole = await writePdf(incidents, layout);
  const { records: all } = await read(whole);
  for (const part of [0.99, 0.9, 0.7]) {
    const { records, problems } = await read(whole.slice(0, whole.length * part));
    expect(codesOf(problems)).toContain('pdf-truncated');
    expect(records.length).toBeGreaterThan(part < 0.9 ? 1 : 2);
    for (const [at, record] of records.entries()) {
      const { 'Resolution notes': _, ...others } = all[at] ?? {};
      expect(record).toEqual(others);
    }
  }
});

test('an incident without a number does not give its fields to the next one', async () => {
  const { left, ...rest } = FIRST;
  const nameless = { ...rest, left: left.slice(1) };
  const form = incident('INC0010002', { Caller: 'Lea Stone' });
  for (const layout of [{ form: 'two-columns' }, { form: 'inline', newPage: true }] as const) {
    const { records } = await read(await writePdf([nameless, form, FIRST], layout));
    expect(records.map((record) => [record.Number, record.Caller])).toEqual([
      [undefined, 'Mia Field'],
      ['INC0010002', 'Lea Stone'],
      ['INC0010001', 'Mia Field'],
    ]);
  }
});

test('fields that stand before the number belong to it, in every incident', async () => {
  const first = {
    left: [
      ['Caller', 'Mia Field'],
      ['State', 'Closed'],
      ['Number', 'INC0010001'],
      ['Channel', 'Phone'],
    ],
    right: [],
    parts: [],
  } as const;
  const second = {
    left: [
      ['Caller', 'Lea Stone'],
      ['State', 'New'],
      ['Number', 'INC0010002'],
      ['Channel', ''],
    ],
    right: [],
    parts: [],
  } as const;
  const { records } = await read(await writePdf([first, second], { form: 'one-column' }));
  expect(records).toEqual([Object.fromEntries(first.left), Object.fromEntries(second.left)]);
});

test('a value that may belong to either of two labels counts as not exported', async () => {
  const long =
    'Label printing in packing halls and at loading ramps, and in the small hall behind them that nobody uses any more';
  const form = {
    left: [
      ['Number', 'INC0010001'],
      ['Caller', 'Mia Field'],
      ['Service', `${long}. ${long}.`],
      ['Configuration item', `${long}. ${long}.`],
      ['State', 'Closed'],
      ['Location', 'North'],
    ],
    right: [],
    parts: [],
  } as const;
  const { records, problems } = await read(await writePdf([form], { form: 'one-column', centred: true }));
  expect(records).toMatchObject([{ Number: 'INC0010001', Location: 'North' }]);
  expect(records[0]).not.toHaveProperty('Service');
  expect(records[0]).not.toHaveProperty('Configuration item');
  expect(new Set(codesOf(problems))).toEqual(new Set(['field-unreadable']));
});

describe('a document that is no form', () => {
  const letter = () =>
    writePdf(
      [{ left: [], right: [], parts: [{ title: 'Dear Mia', texts: [['My house', 'It stands in the north.']] }] }],
      { form: 'one-column' },
    );
  const picture = async () => {
    const document = await PDFDocument.create();
    document.addPage().drawRectangle({ x: 10, y: 10, width: 200, height: 300 });
    return document.save();
  };
  const locked = async () => {
    const document = await PDFDocument.load(await writePdf([FIRST], { form: 'one-column' }));
    const { context } = document;
    const keys = { O: PDFHexString.of('ab'.repeat(32)), U: PDFHexString.of('cd'.repeat(32)) };
    context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4, ...keys }));
    context.trailerInfo.ID = context.obj([PDFHexString.of('00'.repeat(16)), PDFHexString.of('00'.repeat(16))]);
    return document.save({ useObjectStreams: false });
  };
  const list = async () => {
    const document = await PDFDocument.create();
    const page = document.addPage();
    const rows = [
      ['Number', 'Short description', 'Caller', 'State'],
      ['INC0010001', 'Printer', 'Mia Field', 'Closed'],
      ['INC0010002', 'Scanner', 'Lea Stone', 'Closed'],
    ];
    for (const [row, cells] of rows.entries()) {
      for (const [column, text] of cells.entries())
        page.drawText(text, { x: 40 + 130 * column, y: 700 - 20 * row, size: 9 });
    }
    return document.save();
  };
  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['nothing', async () => new Uint8Array(0), 'empty'],
    ['something else', async () => Buffer.from('<html>Sign in</html>'), 'not-pdf'],
    ['a header only', async () => Buffer.from('%PDF-1.7\n'), 'pdf-damaged'],
    ['a scanned page', picture, 'pdf-no-text'],
    ['a document with a password', locked, 'pdf-password'],
    ['a letter', letter, 'pdf-no-incident'],
    ['a list of incidents', list, 'pdf-list'],
    ['half a document', async () => (await writePdf([FIRST], { form: 'one-column' })).slice(0, 2_000), 'pdf-damaged'],
  ])('%s is told as what it is', async (_, make, code) => {
    const { records, problems } = await read(await make());
    expect(records).toEqual([]);
    expect(codesOf(problems)).toEqual([code]);
    expect(problems[0]?.hint).not.toBe('');
  });

  test('that is too large is not gathered', async () => {
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken++;
        yield new Uint8Array(8 * 1024 * 1024);
      }
    }
    const items = [];
    for await (const item of readPdf(endless(), { maxRecordBytes: 1 })) items.push(item);
    expect(items).toMatchObject([{ details: { code: 'pdf-too-large' } }]);
    expect(taken).toBeLessThan(12);
  });
});
