import { expect, test } from 'vitest';
import { readFormat } from '../../../test/formats.ts';
import { seeded } from '../../../test/mutate.ts';
import { type PdfLayout, type PrintedIncident, writePdf } from '../../../test/pdf.ts';
import { readPdf } from './read-pdf.ts';

const WORDS =
  'the printer label twice after restart outlook again password cable docking INC0012345 (again) "quoted" and/or v2.1';
const SHORT_VALUES = [
  '',
  'Mia Field',
  '3 - Low',
  'Closed',
  'A / B',
  '12:30',
  'Labels in the packing halls and on the ramps behind',
];
/** Lines that people write, and that look like labels of the form. */
const LABEL_LIKE = [
  'User: Mia',
  'Location: Leeds',
  'Impact: no work',
  'Error:',
  'Steps:',
  'Priority: high',
  'Caller: Max',
  'Cause: roller',
];
const LAYOUTS: readonly PdfLayout[] = [
  { form: 'two-columns', width: 792, height: 612, size: 8, furniture: true },
  { form: 'two-columns', colon: false, boldLabels: true },
  { form: 'one-column', furniture: true, boldLabels: true },
  { form: 'one-column', evenly: true },
  { form: 'inline' },
  { form: 'inline', evenly: true, newPage: true },
  { form: 'below', size: 11 },
  { form: 'below', colon: false, boldLabels: true },
];

/** An incident with values that look random and are the same for a seed. */
function incidentOf(number: number, random: (below: number) => number): PrintedIncident {
  const one = <Item>(items: readonly Item[]) => items[random(items.length)] as Item;
  const sentence = () => `${Array.from({ length: 1 + random(30) }, () => one(WORDS.split(' '))).join(' ')}.`;
  const line = () => one([sentence, sentence, () => one(LABEL_LIKE), () => `- ${one(WORDS.split(' '))}`])();
  const text = () => Array.from({ length: random(6) }, line).join('\n');
  const value = (label: string) => [label, one(SHORT_VALUES)] as const;
  const notes = Array.from(
    { length: random(4) },
    () => `2026-02-03 10:30:00 - Sam Reed (Work notes)\n${sentence()}\n${text()}`,
  );
  return {
    left: [['Number', `INC${number}`], ...['Caller', 'Category', 'Service', 'Packing desk'].map(value)],
    right: ['State', 'Channel', 'Impact', 'Assignment group'].map(value),
    parts: [
      {
        texts: [
          ['Short description', 'Label printer'],
          ['Description', text()],
        ],
      },
      {
        title: 'Notes',
        texts: [
          ['Comments', ''],
          ['Work notes', notes.join('\n\n')],
        ],
      },
      { title: 'Resolution Information', rows: [value('Resolution code')], texts: [['Resolution notes', text()]] },
    ],
  };
}

/** Labels and values, whatever the space between words. */
function wordsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, String(value).replace(/\s+/g, ' ').trim()]),
  );
}

test.each(LAYOUTS)('no word is lost or in the wrong field: %j', async (layout) => {
  for (let seed = 0; seed < 12; seed++) {
    const random = seeded(seed);
    const incidents = Array.from({ length: 1 + random(3) }, (_, at) => incidentOf(5_000 + at, random));
    const { records, problems } = await readFormat(readPdf, await writePdf(incidents, layout));
    const printed = incidents.map(({ left, right, parts }) =>
      Object.fromEntries([...left, ...right, ...parts.flatMap(({ rows = [], texts = [] }) => [...rows, ...texts])]),
    );
    expect(problems, `seed ${seed}`).toEqual([]);
    expect(records.map(wordsOf), `seed ${seed}`).toEqual(printed.map(wordsOf));
  }
});
