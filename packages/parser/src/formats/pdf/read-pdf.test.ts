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

const read = (bytes: Uint8Array) => readFormat(readPdf, bytes);
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
  ['one column on a small page', { form: 'one-column', width: 420, height: 595, size: 8, furniture: true }],
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
