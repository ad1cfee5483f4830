import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scorecard } from '@tqrs/core';
import { verdictKey } from '@tqrs/core';
import { appendDecision, DECISIONS_FILE } from '@tqrs/core/runs';
import { runEventSchema } from '@tqrs/web/api';
import { beforeAll, describe, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { readRunFolder } from './read-run.ts';
import { runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

const folder = folderForAll();
const at = (...path: readonly string[]) => join(folder, ...path);
const tqrs = (...args: readonly string[]) => callTqrs(args, { cwd: folder });

const reportOf = (run: string) =>
  JSON.parse(readFileSync(at(run, 'report.json'), 'utf8')) as {
    scorecards: Scorecard[];
    failures: unknown[];
    summary: { human: unknown; meanPercent: number };
  };
const cardOf = (run: string, number: string) => {
  const card = reportOf(run).scorecards.find(({ ticket }) => ticket.number === number);
  if (card === undefined) throw new Error(`No scorecard of ${number}`);
  return card;
};

/** What a report shows of the decision on a ticket's category. */
const decisionIn = (run: string, number: string) =>
  cardOf(run, number).criteria.find(({ id }) => id === 'category')?.human;
const OVERRULED = { outcome: 'overruled', by: 'A lead', reason: 'Agreed in the talk', machine: { points: 0 } };

/** A lead overrules the category of a ticket. */
function overrule(run: string, number: string): void {
  const line = cardOf(run, number).criteria.find(({ id }) => id === 'category');
  if (line === undefined) throw new Error('No category');
  appendDecision(at(run, DECISIONS_FILE), {
    at: '2026-03-02T10:00:00Z',
    by: 'A lead',
    ticket: number,
    rubric: 'incident-logging',
    criterion: 'category',
    on: verdictKey(line.verdict),
    outcome: { kind: 'overrule', levelId: 'right' },
    reason: 'Agreed in the talk',
  });
}

beforeAll(async () => {
  const records = [
    record(0),
    record(1, { category: '' }),
    { description: 'a record without a number' },
    record(2, { category: '', assigned_to: 'Quentin Vandersteen' }),
  ];
  writeFileSync(at('incident.json'), exportOf(records));
  const args = ['review', 'incident.json', '--out', 'run', '--no-spelling', '--where', 'state=7'];
  expect((await tqrs(...args)).code).toBe(3);
  rmSync(at('incident.json'));
});

describe('tqrs report', () => {
  test('writes the same report from the record alone, without the export', async () => {
    const before = readRunFolder(at('run'));
    const { code, stdout } = await tqrs('report', 'run');
    expect(code).toBe(0);
    expect(stdout).toContain('run/index.html');
    expect(readRunFolder(at('run'))).toEqual(before);
    expect(reportOf('run').failures).toHaveLength(1);
    expect(readFileSync(at('run', 'index.html'), 'utf8')).toContain('What was left out');
  });

  test('writes other formats into another folder, without the record', async () => {
    const { code } = await tqrs('report', 'run', '--out', 'other', '--format', 'csv,md', '--anonymize');
    expect(code).toBe(0);
    expect(existsSync(at('other', 'run.sqlite'))).toBe(false);
    expect(Object.keys(readRunFolder(at('other'))).length).toBe(3);
    expect(JSON.stringify(readRunFolder(at('other')))).not.toContain('Vandersteen');
  });

  test('tells programs of every ticket, as it is shown now, and what they come to', async () => {
    const args = ['report', 'run', '--out', 'told', '--format', 'json', '--quiet', '--events', '3'];
    const { code, events } = await runTqrs(args, { cwd: folder, listen: true });
    expect(code).toBe(0);
    const told = events
      .trimEnd()
      .split('\n')
      .map((line) => runEventSchema.parse(JSON.parse(line)));
    expect(told.map(({ type }) => type)).toEqual(['problem', 'start', 'tickets', 'progress', 'end']);
    expect(told[2]).toMatchObject({
      tickets: [{ number: 'INC10000' }, { number: 'INC10001' }, { number: 'INC10002' }],
    });
    const { meanPercent } = reportOf('told').summary;
    expect(told[4]).toMatchObject({ reason: 'finished', summaries: [{ tickets: 3, meanPercent }] });
  });

  test('tells of a folder without a run what to do', async () => {
    const { code, stderr } = await tqrs('report', 'nowhere');
    expect(code).toBe(2);
    expect(stderr).toMatch(/nowhere/);
  });
});

describe('decisions of people', () => {
  test('are in the report that is written next, beside what the machine said', async () => {
    const before = cardOf('run', 'INC10001');
    overrule('run', 'INC10001');
    await tqrs('report', 'run');
    const after = cardOf('run', 'INC10001');
    expect(after.score?.earned).toBe((before.score?.earned ?? 0) + 10);
    expect(after.human?.machine.score).toEqual(before.score);
    expect(reportOf('run').summary.human).toMatchObject({ tickets: 1, accepted: 0, overruled: 1 });
  });

  test('hold when the run is scored anew, as long as the verdict is the same', async () => {
    await tqrs('rescore', 'run', '--out', 'again');
    expect(decisionIn('again', 'INC10001')).toMatchObject(OVERRULED);
    expect(existsSync(at('again', DECISIONS_FILE))).toBe(true);
    expect(readFileSync(at('again', 'index.html'), 'utf8')).toContain('What was left out');
  });

  test('are not thrown away by a new run in the same folder, unless that is what is asked for', async () => {
    writeFileSync(at('new.json'), exportOf([record(5)]));
    const refused = await tqrs('review', 'new.json', '--out', 'again', '--no-spelling');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('holds a run with decisions of people');
    expect((await tqrs('review', 'new.json', '--out', 'again', '--no-spelling', '--force')).code).toBe(0);
    expect(existsSync(at('again', DECISIONS_FILE))).toBe(false);
  });

  test('stay where a run is gone on with', async () => {
    writeFileSync(at('new.json'), exportOf([record(5, { category: '' })]));
    await tqrs('review', 'new.json', '--out', 'resumed', '--no-spelling');
    overrule('resumed', 'INC10005');
    expect((await tqrs('review', '--resume', 'resumed')).code).toBe(0);
    expect(decisionIn('resumed', 'INC10005')).toMatchObject(OVERRULED);
  });

  test('that cannot be read are told of, with the line', async () => {
    await tqrs('review', 'new.json', '--out', 'broken', '--no-spelling');
    copyFileSync(at('run', DECISIONS_FILE), at('broken', DECISIONS_FILE));
    writeFileSync(at('broken', DECISIONS_FILE), 'not a decision\n', { flag: 'a' });
    const { code, stderr } = await tqrs('report', 'broken');
    expect(code).toBe(2);
    expect(stderr).toContain('line 2, is no decision');
  });
});
