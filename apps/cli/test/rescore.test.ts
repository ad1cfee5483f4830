import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunComparison } from '@tqrs/core/runs';
import { apiError, type FaultServer, model, readRequest } from '@tqrs/fault-server';
import { beforeEach, describe, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { readRunFolder, scorecardsIn } from './read-run.ts';
import type { RunOptions } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForTest, serverForTest } from './test-folder.ts';

const TICKETS = 5;
const REWEIGHTED = 'levels: { complete: { points: 33 } }';
const REWORDED = 'checks: { office-or-remote: { question: Does it say where the caller sits? } }';
let folder: string;
let server: FaultServer;
beforeEach(async () => {
  folder = folderForTest();
  server = await serverForTest(model());
  const records = Array.from({ length: TICKETS }, (_, index) =>
    record(index, {
      description: `Contact number: +47 22 00 11 22\nWorking location: Oslo, office\nOutlook shows error E${1000 + index} when she opens it.${index === 2 ? ' Password: Winter2026!' : ''}`,
    }),
  );
  writeFileSync(join(folder, 'incident.json'), exportOf([...records, { ...record(9), number: '' }]));
  writeFileSync(join(folder, 'reweighted.yaml'), rubric(REWEIGHTED));
  writeFileSync(join(folder, 'reworded.yaml'), rubric(REWORDED));
});

/** The built-in rubric with a change to its criterion `description`. */
function rubric(change: string, more = ''): string {
  return `schemaVersion: 1\nextends: incident-logging\nid: ours\nversion: 2.0.0\ntitle: Ours\ndescription: Ours.\n${more}change:\n  description:\n    ${change}\n`;
}

const openai = () => ({ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: `${server.url}/v1` });
const tqrs = (args: readonly string[], { env }: Pick<RunOptions, 'env'> = {}) =>
  callTqrs(args, { cwd: folder, env: { ...openai(), ...env } });
const review = (...more: string[]) =>
  tqrs(['review', 'incident.json', '--no-spelling', '--format', 'json', '--out', 'report', ...more]);
const at = (path: string) => join(folder, path);
const manifestOf = (run: string) => JSON.parse(readFileSync(at(`${run}/manifest.json`), 'utf8'));
const compared = async (before: string, after: string): Promise<RunComparison> => {
  const { code, stdout } = await tqrs(['compare', before, after, '--format', 'json']);
  expect(code).toBe(0);
  return JSON.parse(stdout);
};

describe('a run that is scored anew', () => {
  test('by the same rubric is the same, without a request', async () => {
    await review();
    const before = server.requests.length;
    const { code, stderr } = await tqrs(['rescore', 'report', '--out', 'again', '--format', 'json']);
    expect(code).toBe(3);
    expect(stderr).toContain('nothing is to be asked');
    expect(server.requests.length).toBe(before);
    const { 'manifest.json': _asked, ...files } = readRunFolder(at('report'));
    const { 'manifest.json': _kept, ...again } = readRunFolder(at('again'));
    expect(again).toEqual(files);
    expect(scorecardsIn(at('again'))[2]).toMatchObject({ findings: [{ id: 'secret-in-ticket' }] });
    expect(await compared('report', 'again')).toMatchObject({ configuration: [], rubrics: [{ changed: 0 }] });
  });

  test('by a rubric that weighs otherwise has other points, without a request and without a model', async () => {
    await review();
    const before = server.requests.length;
    const { code } = await tqrs(['rescore', 'report', '--rubric', 'reweighted.yaml', '--out', 'next', '--quiet'], {
      env: { OPENAI_API_KEY: '', OPENAI_BASE_URL: '' },
    });
    expect(code).toBe(3);
    expect(server.requests.length).toBe(before);
    const { rubrics } = await compared('report', 'next');
    expect(rubrics).toMatchObject([
      {
        tickets: TICKETS,
        changed: TICKETS,
        criteria: [{ id: 'description', tickets: TICKETS, reasons: { rubric: TICKETS } }],
      },
    ]);
    const points = (run: string) =>
      scorecardsIn(at(run)).map(({ criteria }) => criteria.find(({ id }) => id === 'description')?.points);
    expect(new Set(points('next'))).toEqual(new Set([33]));
    expect(scorecardsIn(at('report'))).toHaveLength(TICKETS);
  });

  test('by a rubric with a reworded question asks that one alone, and says before what it takes', async () => {
    await review();
    const before = server.requests.length;
    const estimate = await tqrs(['rescore', 'report', '--rubric', 'reworded.yaml', '--estimate']);
    expect(estimate.stdout).toContain(`${TICKETS} requests`);
    expect(server.requests.length).toBe(before);
    const { stderr } = await tqrs(['rescore', 'report', '--rubric', 'reworded.yaml', '--out', 'next']);
    expect(stderr).toContain(`To be asked about ${TICKETS} tickets`);
    const asked = server.requests.slice(before).map(({ body }) => readRequest(body).items.map(({ id }) => id));
    expect(asked).toEqual(Array.from({ length: TICKETS }, () => ['description_office-or-remote']));
    expect(manifestOf('next')).toMatchObject({ answers: { asked: TICKETS, kept: TICKETS } });
    // The new run holds all that it rests on, and needs no other.
    rmSync(at('report'), { recursive: true });
    const again = await tqrs(['rescore', 'next', '--out', 'third', '--format', 'json', '--quiet']);
    expect(again.code).toBe(3);
    expect(server.requests.length).toBe(before + TICKETS);
    expect((await compared('next', 'third')).rubrics).toMatchObject([{ changed: 0 }]);
  });

  test('without a model leaves a reworded question unscored, and nothing else', async () => {
    await review();
    const { stderr } = await tqrs(
      ['rescore', 'report', '--rubric', 'reworded.yaml', '--out', 'next', '--format', 'json'],
      {
        env: { OPENAI_API_KEY: '', OPENAI_BASE_URL: '' },
      },
    );
    expect(stderr).toContain('no language model is set up');
    const unscored = scorecardsIn(at('next')).flatMap(({ criteria }) =>
      criteria.flatMap(({ id, verdict }) => (verdict.status === 'unscored' ? [[id, verdict.reason]] : [])),
    );
    expect(unscored).toEqual(Array.from({ length: TICKETS }, () => ['description', 'needs-model']));
  });

  test('is gone on with where it had to stop', async () => {
    await review();
    const args = ['--rubric', 'reworded.yaml', '--concurrency', '1', '--format', 'json'];
    let left = 2;
    server.follow((request) => (left-- > 0 ? model()(request) : apiError(429, { code: 'insufficient_quota' })));
    const stopped = await tqrs(['rescore', 'report', ...args, '--out', 'next']);
    expect(stopped.code).toBe(4);
    expect(stopped.stdout).toContain('tqrs review --resume next');
    server.follow(model());
    const before = server.requests.length;
    expect((await tqrs(['review', '--resume', 'next'])).code).toBe(3);
    expect(server.requests.length).toBe(before + TICKETS - 2);
    await tqrs(['rescore', 'report', ...args, '--out', 'whole']);
    const { 'manifest.json': _stopped, ...files } = readRunFolder(at('next'));
    const { 'manifest.json': _whole, ...whole } = readRunFolder(at('whole'));
    expect(files).toEqual(whole);
  });

  test('keeps to the tickets that were selected for it', async () => {
    await review('--judge', 'offline', '--limit', '2');
    await tqrs(['rescore', 'report', '--format', 'json', '--out', 'again']);
    expect((await compared('report', 'again')).configuration).toEqual([]);
    expect(scorecardsIn(at('again'))).toHaveLength(2);
  });

  test('of the offline judge stays with it, whatever is set up', async () => {
    await review('--judge', 'offline');
    const { code } = await tqrs([
      'rescore',
      'report',
      '--rubric',
      'incident-handling',
      '--out',
      'next',
      '--format',
      'json',
    ]);
    expect(code).toBe(3);
    expect(server.requests).toEqual([]);
    expect(scorecardsIn(at('next'))).toHaveLength(TICKETS);
  });

  test.each([
    ['no folder for it', ['report'], '--out'],
    ['its own folder', ['report', '--out', './report/'], 'the folder of the run itself'],
    ['no such run', ['nothing', '--out', 'next'], 'is not there'],
    ['a file instead of a run', ['incident.json', '--out', 'next'], 'is not there'],
  ])('is refused with %s', async (_what, args, said) => {
    await review('--judge', 'offline');
    const { code, stderr } = await tqrs(['rescore', ...args]);
    expect(stderr).toContain(said);
    expect(code).toBe(2);
  });
});

describe('two runs side by side', () => {
  test('are told in words: what moved, what flipped, and why', async () => {
    await review('--judge', 'offline');
    writeFileSync(at('strict.yaml'), rubric(REWEIGHTED, 'passMark: 30\n'));
    await tqrs(['rescore', 'report', '--rubric', 'strict.yaml', '--out', 'next', '--quiet']);
    const { code, stdout } = await tqrs(['compare', 'report', 'next'], { env: { NO_COLOR: '1' } });
    expect(code).toBe(0);
    expect(stdout).toContain('the rubrics (incident-logging, now ours)');
    expect(stdout).toContain(`${TICKETS} in both runs`);
    expect(stdout).toContain('the rubric');
    expect(stdout).toContain('INC10000');
    const same = await tqrs(['compare', 'report', 'report']);
    expect(same.stdout).toContain('nothing moved');
  });

  test('are refused where one of them is none', async () => {
    await review('--judge', 'offline');
    const { code, stderr } = await tqrs(['compare', 'report', 'nothing']);
    expect(code).toBe(2);
    expect(stderr).toContain('nothing/run.sqlite is not there');
    expect(stderr).toContain('--out');
  });
});
