import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { readFormat } from '../test/formats.ts';
import { readPdf } from './formats/pdf/read-pdf.ts';
test('x', async () => {
  const { records, problems } = await readFormat(readPdf, readFileSync('/work/shared/exports/incident.pdf'));
  console.log(JSON.stringify(records, null, 1), problems);
});
