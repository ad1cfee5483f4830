import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { model, startFaultServer } from '@tqrs/fault-server';
import { type RunEvent, type RunEventOf, runEventSchema } from '@tqrs/web/api';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Outcome, type RunOptions, runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForTest } from './test-folder.ts';

let folder: string;
beforeEach(() => {
  folder = folderForTest();
});

const write = (records: Parameters<typeof exportOf>[0]) =>
  writeFileSync(join(folder, 'incident.json'), exportOf(records));
const listen = (args: readonly string[], options: RunOptions = {}) =>
  runTqrs([...args, '--events', '3', '--quiet'], { cwd: folder, listen: true, ...options });
const eventsOf = ({ events }: Outcome): RunEvent[] =>
  events
    .trimEnd()
    .split('\n')
    .map((line) => runEventSchema.parse(JSON.parse(line)));
const ofType = <Type extends RunEvent['type']>(events: readonly RunEvent[], type: Type) =>
  events.filter((event): event is RunEventOf<Type> => event.type === type);
const rowsOf = (events: readonly RunEvent[]) => ofType(events, 'tickets').flatMap(({ tickets }) => tickets);

describe('--events', () => {
  test('tells the start, every ticket in order, the progress, and the end', async () => {
    write([record(0, { assigned_to: 'Ada Olsen', short_description: `${'long '.repeat(60)}` }), record(1)]);
    const outcome = await listen(['review', 'incident.json', '--out', 'report']);
    expect(outcome.code).toBe(0);
    const events = eventsOf(outcome);
    expect(events[0]).toMatchObject({
      type: 'start',
      sources: ['incident.json'],
      total: 2,
      judge: 'offline',
      profile: 'default',
      rubrics: [{ id: 'incident-logging', passMark: 90 }],
    });
    expect(rowsOf(events)).toMatchObject([
      { number: 'INC10000', page: 'INC10000.html', assignedTo: 'Ada Olsen' },
      { number: 'INC10001', page: 'INC10001.html', shortDescription: 'Retail - Oslo - Outlook - cannot sign in' },
    ]);
    expect(rowsOf(events)[0]?.shortDescription).toHaveLength(161);
    expect(ofType(events, 'progress').at(-1)).toMatchObject({ done: 2, total: 2, requests: 0 });
    const [end] = ofType(events, 'end');
    expect(events.at(-1)).toBe(end);
    const { summary } = JSON.parse(readFileSync(join(folder, 'report/report.json'), 'utf8'));
    expect(end).toMatchObject({ reason: 'finished', exitCode: 0, problems: 0 });
    expect(end?.summaries[0]).toMatchObject({
      tickets: 2,
      passRate: summary.passRate,
      meanPercent: summary.meanPercent,
    });
  });

  test('tells the same rows with one thread and with several, and the pages that are there', async () => {
    write(Array.from({ length: 201 }, (_, index) => record(index, { number: `INC${index % 200}` })));
    const rows = [];
    for (const threads of ['1', '3']) {
      const args = ['review', 'incident.json', '--no-spelling', '--out', threads, '--threads', threads];
      const outcome = await listen(args);
      rows.push(rowsOf(eventsOf(outcome)));
    }
    expect(rows[0]).toHaveLength(201);
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[0]?.at(-1)?.page).toBe('INC0~201.html');
    for (const { page } of rows[0]?.slice(-3) ?? []) expect(existsSync(join(folder, '3/tickets', page))).toBe(true);
  });

  test('tells what could not be read, by record', async () => {
    write([record(0), record(1, { number: '' })]);
    const outcome = await listen(['review', 'incident.json', 'missing.json', '--out', 'report']);
    expect(outcome.code).toBe(3);
    const events = eventsOf(outcome);
    expect(ofType(events, 'problem')).toMatchObject([
      { severity: 'error', code: 'file-unreadable', source: 'missing.json' },
      { severity: 'error', source: 'incident.json', record: 2 },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'end', reason: 'finished', exitCode: 3, problems: 2 });
  });

  test.each([
    ['an export that is not there', ['review', 'missing.json', '--out', 'report'], 3, 'file-unreadable'],
    ['a rubric that is not there', ['review', 'incident.json', '--rubric', 'nonsense'], 2, 'rubric-unknown'],
    ['a run that is not there', ['review', '--resume', 'report'], 2, 'run-missing'],
  ])('where the run cannot start, the end says why: %s', async (_, args, code, problem) => {
    const outcome = await listen(args);
    expect(outcome.code).toBe(code);
    expect(eventsOf(outcome).at(-1)).toMatchObject({
      type: 'end',
      reason: 'failed',
      exitCode: code,
      error: { code: problem },
      summaries: [],
    });
  });

  test('a run that is gone on with tells everything anew, and counts what was paid before', async () => {
    write(
      Array.from({ length: 30 }, (_, index) => record(index, { short_description: `Outlook shows E${1_000 + index}` })),
    );
    await using server = await startFaultServer(model());
    const env = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: `${server.url}/v1`, BATCH_SIZE: '1' };
    const stopped = await listen(
      ['review', 'incident.json', '--out', 'report', '--concurrency', '1', '--no-spelling'],
      {
        env,
        onStart: (child) => {
          let text = '';
          (child.stdio[3] as Readable).on('data', (data: string) => {
            text += data;
            if (!child.killed && text.includes('"tickets"')) child.kill('SIGINT');
          });
        },
      },
    );
    expect(stopped.code).toBe(130);
    expect(eventsOf(stopped).at(-1)).toMatchObject({ reason: 'interrupted' });
    const resumed = eventsOf(await listen(['review', '--resume', 'report'], { env }));
    expect(rowsOf(resumed)).toHaveLength(30);
    expect(resumed.at(-1)).toMatchObject({ reason: 'finished', requests: server.requests.length });
  });

  test('ends the run politely where the reader has gone away', async () => {
    write(6_000);
    const outcome = await listen(['review', 'incident.json', '--out', 'report'], {
      onStart: (child) => {
        const pipe = child.stdio[3] as Readable;
        pipe.once('data', () => pipe.destroy());
      },
    });
    expect(outcome.code).toBe(130);
    const { scorecards, interrupted } = JSON.parse(readFileSync(join(folder, 'report/report.json'), 'utf8'));
    expect(interrupted).toBe(true);
    expect(scorecards.length).toBeLessThan(6_000);
  });

  test('needs an open descriptor', async () => {
    write(1);
    const { code, stderr } = await runTqrs(['review', 'incident.json', '--events', '77'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('descriptor 77, which is not open');
  });
});

test('--name calls a source by another name than its path, also when the run is gone on with', async () => {
  write(1);
  const outcome = await listen(['review', 'incident.json', '--name', 'März.json', '--out', 'report']);
  expect(eventsOf(outcome)[0]).toMatchObject({ sources: ['März.json'] });
  const resumed = eventsOf(await listen(['review', '--resume', 'report']));
  expect(resumed[0]).toMatchObject({ sources: ['März.json'] });
  expect(resumed.at(-1)).toMatchObject({ reason: 'finished' });
});
