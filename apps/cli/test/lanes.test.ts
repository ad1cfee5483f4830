import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

/** Enough for each thread to have several slices at a time. */
const TICKETS = 400;
const folder = folderForAll();

/** Every seventh ticket is another one, and here and there stands a record that something is to be said about. */
function records(): unknown[] {
  return Array.from({ length: TICKETS }, (_, index) => {
    if (index % 153 === 100) return { description: 'a record without a number' };
    if (index % 125 === 60) return record(index, { impact: [1] });
    if (index % 175 === 90) return record(index - 1);
    if (index % 7 === 0) return record(index, { description: '', contact_type: 'phone', category: '' });
    return record(index);
  });
}

/** Some of them as a table, with rows that are damaged or too short. */
function table(): string {
  const columns = ['number', 'short_description', 'description', 'state', 'contact_type', 'close_notes'];
  const lines = Array.from({ length: 300 }, (_, index) => {
    if (index % 153 === 100) return `INC9${index},"never closed,x,7,email,y`;
    if (index % 175 === 90) return `INC9${index},short,"row"`;
    const row = record(index - (index % 225 === 110 ? 1 : 0));
    return columns.map((column) => `"${row[column]}"`).join(',');
  });
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

beforeAll(() => {
  const text = exportOf(records());
  // One record is broken as well.
  writeFileSync(join(folder, 'incident.json'), text.replace('"number":"INC10234"', '"number":"INC10234'));
  writeFileSync(join(folder, 'incident.csv'), table());
});

async function review(source: string, threads: number) {
  const out = `report-${threads}`;
  const formats = 'html,json,ndjson,csv';
  const { code, stdout, stderr } = await runTqrs(
    ['review', source, '--out', out, '--format', formats, '--threads', String(threads), '--no-spelling'],
    { cwd: folder },
  );
  // The record of the run is cut into other pieces by other threads.
  const files = readdirSync(join(folder, out), { recursive: true, withFileTypes: true }).filter(
    (file) => file.isFile() && file.name !== 'run.sqlite',
  );
  const texts = files.map((file) => {
    const path = join(file.parentPath, file.name);
    // Only times may differ.
    const text = readFileSync(path, 'utf8').replace(
      /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?Z| UTC)?/g,
      '<time>',
    );
    return [path.slice(join(folder, out).length), text] as const;
  });
  return { code, stderr, stdout: stdout.replaceAll(out, 'report'), files: new Map(texts.toSorted()) };
}

describe('several threads', () => {
  test.each(['incident.json', 'incident.csv'])(
    'write the same reports of %s as one, and tell the same problems',
    async (source) => {
      const one = await review(source, 1);
      const three = await review(source, 3);
      expect(one.code).toBe(3);
      expect(three.stderr).toBe(one.stderr);
      expect(three.stdout).toBe(one.stdout);
      expect(three.code).toBe(one.code);
      expect([...three.files.keys()]).toEqual([...one.files.keys()]);
      for (const [path, text] of one.files) if (three.files.get(path) !== text) expect.fail(`${path} differs`);
    },
  );
});
