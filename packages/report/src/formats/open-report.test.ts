import { expect, test } from 'vitest';
import { middling, outcome, run } from '../../test/fixtures.ts';
import { FORMAT_IDS, FORMATS, memorySink, openReport } from '../index.ts';

test('writes all formats side by side, each once', async () => {
  const files = memorySink();
  const report = await openReport(run, { formats: [...FORMAT_IDS, 'json'], files });
  const { ticket, scorecard } = middling();
  await report.add(ticket, scorecard);
  await report.fail({ number: 'INC2', code: 'broken', message: 'Broken.' });
  await report.close(outcome);
  expect([...files.files.keys(), ...files.binaryFiles.keys()].toSorted()).toEqual(
    [
      ...FORMAT_IDS.map((id) => FORMATS[id].entry),
      'tickets/INC0010001.html',
      'coaching/Sample_Analyst_A.html',
    ].toSorted(),
  );
});
