import { expect, test } from 'vitest';
import { readFormat } from '../../../test/formats.ts';
import { mutate } from '../../../test/mutate.ts';
import { type PdfLayout, type PrintedIncident, writePdf } from '../../../test/pdf.ts';
import { readPdf } from './read-pdf.ts';

const incidentOf = (number: number): PrintedIncident => ({
  left: [
    ['Number', `INC${number}`],
    ['Caller', `Mia Field ${number}`],
    ['Category', ''],
  ],
  right: [
    ['State', 'Closed'],
    ['Channel', 'Phone'],
    ['Location', `Hall ${number}`],
  ],
  parts: [
    {
      texts: [
        ['Short description', `Printer ${number} prints twice`],
        [
          'Description',
          `It prints each label twice, the second one shifted to the left and without its frame (${number}).\nSeen twice today.`,
        ],
      ],
    },
    { title: 'Resolution Information', texts: [['Resolution notes', `New roller for ${number}.`]] },
  ],
});

test.each<PdfLayout>([
  { form: 'two-columns', newPage: true, furniture: true, packed: false },
  { form: 'inline', newPage: true, packed: false },
])('damage to a document invents no value, and costs no incident elsewhere: $form', async (layout) => {
  const pdf = await writePdf([4_001, 4_002, 4_003].map(incidentOf), layout);
  const originals = new Map((await readFormat(readPdf, pdf)).records.map((record) => [record.Number, record]));
  expect(originals.size).toBe(3);
  for (let seed = 0; seed < 200; seed++) {
    const { name, bytes, from } = mutate(pdf, seed);
    const where = `seed ${seed}: ${name} at ${from}`;
    const { records, problems } = await readFormat(readPdf, bytes);
    // A record without a number is reported by whoever makes tickets of records.
    for (const record of records.filter(({ Number: number }) => number !== undefined && number !== '')) {
      const original = originals.get(record.Number);
      expect(original, where).toBeDefined();
      for (const [field, value] of Object.entries(record))
        expect(words(value), `${where}, ${field}`).toBe(words(original?.[field]));
    }
    if (records.length < originals.size) expect(problems.length, where).toBeGreaterThan(0);
  }
});

/** A damaged page size moves the place where lines are taken to end, but no word. */
function words(value: unknown): string {
  return String(value).replace(/\s+/g, ' ');
}
