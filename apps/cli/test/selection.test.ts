import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { model, startFaultServer } from '@tqrs/fault-server';
import { beforeAll, describe, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { type RunOptions, runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

const folder = folderForAll();

/** Forty tickets: four analysts, priorities 1 to 5, closed on the days of March. Every tenth has work notes. */
const FORTY = Array.from({ length: 40 }, (_, index) =>
  record(index, {
    assigned_to: ['Ada Olsen', 'Berg, Jan', 'Ada Olsen', 'Ola Vik'][index % 4],
    assignment_group: index < 30 ? 'Service Desk' : 'Network',
    priority: String((index % 5) + 1),
    closed_at: `2026-03-${String((index % 28) + 1).padStart(2, '0')} 12:00:00`,
    work_notes: index % 10 === 0 ? '2026-03-02 09:00:00 - Ada Olsen (Work notes)\nChecked.' : '',
  }),
);

beforeAll(() => {
  writeFileSync(join(folder, 'all.json'), exportOf(FORTY));
  writeFileSync(join(folder, 'first.json'), exportOf(FORTY.slice(0, 15)));
  writeFileSync(join(folder, 'rest.json'), exportOf(FORTY.slice(15)));
});

const review = (args: readonly string[], options: Pick<RunOptions, 'env'> = {}) =>
  callTqrs(['review', '--no-spelling', ...args], { cwd: folder, ...options });
/** The same in a process of its own. */
const reviewApart = (args: readonly string[], options: RunOptions = {}) =>
  runTqrs(['review', '--no-spelling', ...args], { cwd: folder, ...options });

/** The scorecards by their tickets' numbers, without what differs from run to run. */
function cardsOf(ndjson: string): Map<string, string> {
  const lines = ndjson.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => [JSON.parse(line).ticket.number, line.replaceAll(/"reviewedAt":"[^"]*"/g, '')] as const),
  );
}
const numbersOf = (ndjson: string) => [...cardsOf(ndjson).keys()];
const ordinalsOf = (ndjson: string) => numbersOf(ndjson).map((number) => Number(number.slice(3)) - 10_000);

describe('what is reviewed', () => {
  test.each([
    [['--where', 'priority<=2'], (index: number) => index % 5 < 2],
    [['-w', 'priority<=2', '-w', 'Assigned to~olsen'], (index: number) => index % 5 < 2 && index % 2 === 0],
    [['--assigned-to', 'ada olsen,Ola Vik'], (index: number) => index % 4 !== 1],
    [['--assigned-to', '"Berg, Jan"', '--group', 'network'], (index: number) => index % 4 === 1 && index >= 30],
    [['--since', '2026-03-05', '--until', '2026-03-06'], (index: number) => [4, 5].includes(index % 28)],
    [['--where', 'work notes is not blank', '--limit', '2'], (index: number) => index === 0 || index === 10],
  ])('%j', async (args, isSelected) => {
    const { stdout, code } = await review(['all.json', '--format', 'ndjson', ...args]);
    expect(code).toBe(0);
    expect(ordinalsOf(stdout)).toEqual(FORTY.map((_, index) => index).filter(isSelected));
  });

  test('scorecards are those of a run over everything: a journal that few tickets fill counts as exported', async () => {
    const all = cardsOf((await review(['all.json', '--format', 'ndjson'])).stdout);
    const some = cardsOf((await review(['all.json', '--format', 'ndjson', '--where', 'work_notes is blank'])).stdout);
    expect(some.size).toBe(36);
    for (const [number, card] of some) expect(card).toBe(all.get(number));
  });
});

describe('a sample', () => {
  const SAMPLE = ['--format', 'ndjson', '--sample', '12', '--seed', 'march', '--stratify', 'analyst'];

  test('is the same for the same seed, from one file, several, a pipe, and in whatever order the options stand', async () => {
    const one = numbersOf((await review(['all.json', ...SAMPLE])).stdout);
    expect(one).toHaveLength(12);
    expect(one.toSorted()).toEqual(one);
    expect(numbersOf((await review([...SAMPLE, 'first.json', 'rest.json'])).stdout)).toEqual(one);
    expect(
      numbersOf((await reviewApart(['-', ...SAMPLE.toReversed().flatMap(pairs)], { input: exportOf(FORTY) })).stdout),
    ).toEqual(one);
    expect(numbersOf((await review(['all.json', ...SAMPLE, '--seed', 'april'])).stdout)).not.toEqual(one);
  });

  /** Options in reverse, each before its value again. */
  function pairs(_: string, index: number, reversed: readonly string[]): string[] {
    return index % 2 === 1 ? [reversed[index] ?? '', reversed[index - 1] ?? ''] : [];
  }

  test('takes from every stratum in proportion', async () => {
    const { stdout } = await review(['all.json', ...SAMPLE]);
    const ofAnalyst = (rest: number) => ordinalsOf(stdout).filter((index) => index % 4 === rest).length;
    expect([ofAnalyst(0) + ofAnalyst(2), ofAnalyst(1), ofAnalyst(3)]).toEqual([6, 3, 3]);
  });

  test('leaves nothing behind of what came through a pipe', async () => {
    const temporary = mkdtempSync(join(folder, 'tmp-'));
    await reviewApart(['-', ...SAMPLE], { input: exportOf(FORTY), env: { TMPDIR: temporary } });
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('ends with the exit code of the gate also where the export came through a pipe', async () => {
    const gate = ['-', '--where', 'work_notes is exported', '--fail-under', '100', '--rubric', 'incident-handling'];
    const { code, stderr } = await reviewApart(gate, { input: exportOf(FORTY) });
    expect(stderr).toContain('--fail-under asks for 100%');
    expect(code).toBe(1);
  });

  test('says so where there is no room for what comes through a pipe', async () => {
    const { code, stderr } = await reviewApart(['-', ...SAMPLE], {
      input: exportOf(FORTY),
      env: { TMPDIR: join(folder, 'nowhere') },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('standard input cannot be copied into');
  });
});

test('several threads review the same tickets, also where records before them are none, and tell the same', async () => {
  const records = Array.from({ length: 500 }, (_, index) =>
    index % 61 === 10 ? { description: 'no number' } : record(index, { priority: String((index % 5) + 1) }),
  );
  writeFileSync(join(folder, 'large.json'), exportOf(records));
  const run = async (threads: string) => {
    const out = `large-${threads}`;
    const args = ['--threads', threads, '--where', 'priority>=3', '--sample', '250', '--stratify', 'priority'];
    const { stdout, stderr, code } = await reviewApart(['large.json', '--out', out, '--format', 'json,csv', ...args]);
    const text = ['report.json', 'scorecards.csv']
      .map((name) => readFileSync(join(folder, out, name), 'utf8'))
      .join('');
    const told = text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g, '<time>');
    return { code, stderr, stdout: stdout.replaceAll(out, 'report'), told };
  };
  const one = await run('1');
  const two = await run('2');
  expect(one.code).toBe(3);
  expect(one.told.match(/"schemaVersion":1,"ticket"/g)).toHaveLength(250);
  expect(two.told === one.told).toBe(true);
  expect(two).toEqual({ ...one, told: expect.anything() });
});

describe('what was left out', () => {
  test('stands in the summary, in the JSON report and on the page', async () => {
    const { stdout, code } = await review(['all.json', '--out', 'told', '--where', 'priority<=2', '--sample', '4']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Left out  4 of 40 tickets were selected.\n  24 tickets: not priority<=2\n  12 tickets: not in the sample of 4 (seed 1)\n',
    );
    const { run, scorecards } = JSON.parse(readFileSync(join(folder, 'told/report.json'), 'utf8'));
    expect(scorecards).toHaveLength(4);
    expect(run.facts.records).toBe(40);
    expect(run.selection).toEqual({
      options: { where: ['priority<=2'], sample: { size: 4, seed: '1' } },
      tickets: 40,
      selected: 4,
      leftOut: [
        { option: 'where', value: 'priority<=2', reason: 'not-met', tickets: 24 },
        { option: 'sample', value: '4', reason: 'not-sampled', tickets: 12 },
      ],
    });
    expect(readFileSync(join(folder, 'told/index.html'), 'utf8')).toContain('What was left out');
  });

  test('is told where it is everything', async () => {
    const { code, stderr } = await review(['all.json', '--quiet', '--where', 'company=Retail']);
    expect(code).toBe(3);
    expect(stderr).toContain('no ticket is selected. 40 tickets: --where company=Retail: the export does not carry');
  });

  test('costs nothing: a model is asked about the sample alone, and so is the estimate made', async () => {
    const server = await startFaultServer(model());
    try {
      const env = { OPENAI_API_KEY: 'sk-test-1', OPENAI_BASE_URL: `${server.url}/v1` };
      const estimate = await review(['all.json', '--estimate', '--sample', '3'], { env });
      expect(estimate.stdout).toContain('Estimate for 3 tickets');
      expect(estimate.stdout).toContain('37 tickets: not in the sample of 3');
      expect(server.requests).toHaveLength(0);
      const { stdout } = await review(['all.json', '--format', 'ndjson', '--sample', '3'], { env });
      const asked = server.requests.map(({ body }) => JSON.stringify(body));
      expect(numbersOf(stdout)).toHaveLength(3);
      expect(asked.length).toBeLessThanOrEqual(3);
    } finally {
      await server.close();
    }
  });
});

test.each([
  [['--where', 'priorty<=2'], '    priorty<=2\n    ^^^^^^^\n  Did you mean "priority"?'],
  [['--where', 'priority<=high up'], '    priority<=high up\n              ^^^^^^^'],
  [['--since', 'monday'], '    monday\n    ^^^^^^\n  Write 2026-03-01'],
  [['--assigned-to', '"Berg, Jan'], '    "Berg, Jan\n    ^^^^^^^^^^'],
  [['--limit', '0'], '--limit'],
  [['--sample', 'few'], '--sample'],
  [['--sample', '5', '--stratify', 'caller'], "'caller'"],
  [['--seed', 'x'], '--seed is for a sample'],
  [['--limit', '5', '--sample', '5'], 'A limit and a sample exclude each other.'],
  [['--where', 'cat\u001b[31m=1'], 'There is no field'],
])('%j is refused before anything is read', async (args, told) => {
  const { code, stderr, stdout } = await review(['all.json', '--out', 'refused', ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
  expect(stderr).not.toContain('\u001b');
  expect(stdout).toBe('');
  expect(readdirSync(folder)).not.toContain('refused');
});
