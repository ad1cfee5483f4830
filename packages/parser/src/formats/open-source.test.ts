import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inChunks, readAll } from '../../test/support.ts';
import { writeXlsx } from '../../test/xlsx.ts';
import { readSlices } from '../slices.ts';
import { surveyExport } from '../survey-export.ts';
import { openSource } from './open-source.ts';

const record = (index: number) => ({
  number: `INC${10_000 + index}`,
  short_description: `Printer ${index}`,
  state: '7',
});
const RECORDS = Array.from({ length: 50 }, (_, index) => record(index));
const NAMES = ['number', 'short_description', 'state'] as const;
const ROWS = RECORDS.map((row) => NAMES.map((name) => row[name]));
const JSON_EXPORT = Buffer.from(JSON.stringify({ records: RECORDS }));
const CSV_EXPORT = Buffer.from([NAMES, ...ROWS].map((cells) => `${cells.join(',')}\n`).join(''));
const XLSX_EXPORT = writeXlsx([[[...NAMES], ...ROWS]]);
const NUMBERS = RECORDS.map(({ number }) => number);

const codes = (problems: Awaited<ReturnType<typeof readAll>>['problems']) => problems.map(({ error }) => error.code);

describe.each<[string, string, Uint8Array]>([
  ['JSON', 'json', JSON_EXPORT],
  ['CSV', 'csv', CSV_EXPORT],
  ['Excel', 'xlsx', XLSX_EXPORT],
  ['compressed JSON', 'json', gzipSync(JSON_EXPORT)],
  ['compressed CSV', 'csv', gzipSync(CSV_EXPORT)],
  ['compressed Excel', 'xlsx', gzipSync(XLSX_EXPORT)],
  ['JSON compressed twice', 'json', gzipSync(gzipSync(JSON_EXPORT))],
])('%s', (_, format, bytes) => {
  test('is found by its content and read to the end', async () => {
    for (const size of [1, 1_000_000]) {
      expect((await openSource(inChunks(bytes, [size]))).format).toBe(format);
      const { tickets, problems } = await readAll(inChunks(bytes, [size]));
      expect(problems).toEqual([]);
      expect(tickets.map(({ number }) => number)).toEqual(NUMBERS);
    }
  });

  test('is surveyed', async () => {
    const facts = await surveyExport(inChunks(bytes, [300]));
    expect(facts).toEqual({
      records: 50,
      complete: true,
      exported: ['number', 'shortDescription', 'state'],
      filled: ['number', 'shortDescription', 'state'],
    });
  });

  test('is cut into slices', async () => {
    const sizes: number[] = [];
    for await (const slice of readSlices(inChunks(bytes, [300]), { records: 20 })) {
      if (slice.kind === 'records') sizes.push(slice.ends.length);
    }
    expect(sizes).toEqual([20, 20, 10]);
  });

  test('closes its source, read or not', async () => {
    let closed = 0;
    async function* source() {
      try {
        for (const chunk of inChunks(bytes, [100])) yield chunk;
      } finally {
        closed++;
      }
    }
    await readAll(source());
    expect(closed).toBe(1);
    await (await openSource(source())).close();
    expect(closed).toBe(2);
  });
});

describe('compressed files', () => {
  test('one that is cut off gives the records before the cut', async () => {
    const bytes = gzipSync(CSV_EXPORT);
    const { tickets, problems } = await readAll(bytes.subarray(0, bytes.length - 60));
    expect(tickets.length).toBeGreaterThan(10);
    expect(tickets.map(({ number }) => number)).toEqual(NUMBERS.slice(0, tickets.length));
    expect(codes(problems)).toEqual(['csv-truncated', 'gzip-truncated']);
  });

  test('one with a wrong checksum is not believed', async () => {
    const bytes = Buffer.from(gzipSync(CSV_EXPORT));
    bytes.writeUInt32LE(0, bytes.length - 8);
    const { tickets, problems } = await readAll(bytes);
    expect(tickets).toEqual([]);
    expect(codes(problems)).toEqual(['gzip-damaged']);
    await expect(surveyExport(bytes)).rejects.toMatchObject({ code: 'gzip-damaged' });
  });

  test('one that unpacks to a thousand times its size is not unpacked', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('number,state\n'), Buffer.alloc(70_000_000, '\n')]));
    const { problems } = await readAll(bomb);
    expect(codes(problems)).toEqual(['gzip-too-large']);
  });

  test('compression around compression has an end', async () => {
    const { problems } = await readAll(gzipSync(gzipSync(gzipSync(CSV_EXPORT))));
    expect(codes(problems)).toEqual(['not-an-export-gzip']);
  });

  test('one with nothing inside is empty', async () => {
    expect(codes((await readAll(gzipSync(''))).problems)).toEqual(['empty']);
  });
});

describe('a text', () => {
  test.each([
    ['prose', 'Dear colleagues, the printer is on fire.\n', 'not-an-export'],
    ['a list of words', 'one\ntwo\nthree\n', 'not-an-export'],
    ['a table of something else', 'name,age\nAnn,42\n', 'table-no-number'],
    ['a web page behind a comment', '<!-- saved -->\n<!DOCTYPE html>\n<html>', 'not-an-export-html'],
    [
      'a table of a web page with the name of a workbook',
      '<table><tr><td>Number</td></tr></table>',
      'not-an-export-html',
    ],
    [
      'a workbook in the XML of 2003',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="x">',
      'not-an-export-excel-xml',
    ],
  ])('%s', async (_, text, code) => {
    const { tickets, problems } = await readAll(text);
    expect(tickets).toEqual([]);
    expect(codes(problems)).toEqual([code]);
  });

  test('an error of the source passes through', async () => {
    async function* broken() {
      yield CSV_EXPORT.subarray(0, 100);
      throw new Error('the disk is gone');
    }
    await expect(readAll(broken())).rejects.toThrow('the disk is gone');
  });
});
