import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inChunks, readAll } from '../test/support.ts';
import { exportFactsSchema } from './export-facts.ts';
import { factsOf } from './facts-of.ts';
import { surveyExport } from './survey-export.ts';

const NOTE = '2026-01-02 03:04:05 - Ann Lee (Work notes)\nChecked "it"\n\n';

describe('facts', () => {
  test('a journal that no record fills is exported and not filled', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => ({ number: `INC${index}`, work_notes: '', comments: null }));
    expect(await surveyExport(JSON.stringify({ records: rows }))).toEqual({
      records: 5,
      complete: true,
      exported: ['number', 'workNotes', 'comments'],
      filled: ['number'],
    });
  });

  test('the one record that fills a field is found, wherever it stands', async () => {
    for (let filled = 0; filled < 6; filled++) {
      const rows = Array.from({ length: 6 }, (_, index) => ({
        number: `INC${index}`,
        short_description: 'x',
        comments_and_work_notes: index === filled ? NOTE : '',
        origin_table: { display_value: index === filled ? 'Interaction' : '', value: '' },
      }));
      const facts = await surveyExport(JSON.stringify(rows));
      expect(facts.filled).toEqual(['number', 'shortDescription', 'originTable', 'workNotes']);
      expect(facts.exported).toContain('comments');
    }
  });

  test('a column that only a later record has is found', async () => {
    const rows = [{ number: '1' }, { number: '2' }, { number: '3', origin_id: 'abc' }];
    expect((await surveyExport(JSON.stringify(rows))).filled).toEqual(['number', 'originId']);
  });

  test('records that cannot be read are counted, and tell nothing', async () => {
    const json =
      '[{"number":"1"},5,{"number":"2" "state":"1"},{"number":"3","state":"1,"impact":"1"},{"number":"4","sta';
    expect(await surveyExport(json)).toMatchObject({ records: 5, filled: ['number'] });
  });

  test('an export without records has facts', async () => {
    expect(await surveyExport('{"records":[]}')).toEqual({ records: 0, complete: true, exported: [], filled: [] });
  });

  test('aliases count', async () => {
    const facts = await surveyExport('[{"number":"1","Kanal":"Telefon"}]', { aliases: { contactType: ['kanal'] } });
    expect(facts.filled).toEqual(['number', 'contactType']);
  });
});

test.each([
  ['', 'empty'],
  ['<html>', 'not-an-export-html'],
  ['GIF89a......', 'not-an-export-image'],
  ['{"error":{"message":"No access"},"status":"failure"}', 'service-error'],
])('%j throws', async (input, code) => {
  await expect(surveyExport(input, { source: 'export.json' })).rejects.toMatchObject({ code, source: 'export.json' });
});

test('says what the tickets say, for any export in any chunks', async () => {
  const value = fc.oneof(
    fc.constantFrom('', null, ' ', NOTE, 'a "quoted\\" text', 5, true),
    fc.string({ unit: 'binary' }),
    fc.record({ display_value: fc.constantFrom('', null, 'x'), value: fc.constantFrom('', 'y') }),
    fc.record({ display_value: fc.constantFrom('', 'x'), link: fc.constantFrom('', 'z') }),
    fc.constant([{ a: '}' }]),
  );
  const columns = [
    'state',
    'work_notes',
    'comments',
    'comments_and_work_notes',
    'origin_id',
    'dv_origin_id',
    '7',
    'u_x',
    'u_state',
  ];
  const row = fc
    .dictionary(fc.constantFrom(...columns), value, { maxKeys: 6 })
    .map((fields) => ({ number: 'INC1', ...fields }));
  const alike = fc.tuple(row, fc.array(value, { maxLength: 30 })).map(([first, values]) => {
    const keys = Object.keys(first).filter((key) => key !== 'number');
    return Array.from({ length: 6 }, (_, index) => ({
      number: `INC${index}`,
      ...Object.fromEntries(keys.map((key, at) => [key, values[index * keys.length + at] ?? ''])),
    }));
  });
  const size = fc.integer({ min: 1, max: 300 });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.array(row, { minLength: 1, maxLength: 8 }), alike), size, async (rows, chunk) => {
      const bytes = Buffer.from(JSON.stringify({ records: rows }));
      const { tickets } = await readAll(bytes);
      const facts = await surveyExport(inChunks(bytes, [chunk]));
      expect(facts).toEqual(factsOf(tickets));
      expect(exportFactsSchema.safeParse(facts).error).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('facts of some tickets are not those of the whole export', async () => {
  const { tickets } = await readAll('[{"number":"1"}]');
  expect(factsOf(tickets, false)).toMatchObject({ records: 1, complete: false });
});
