import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answerAll,
  apiError,
  completion,
  type FaultServer,
  model,
  type ReplyScript,
  readRequest,
} from '@tqrs/fault-server';
import { beforeEach, describe, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { readRunFolder, scorecardsIn } from './read-run.ts';
import { type RunOptions, runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForTest, serverForTest } from './test-folder.ts';

const TICKETS = 6;
let folder: string;
let server: FaultServer;
beforeEach(async () => {
  folder = folderForTest();
  server = await serverForTest(model());
  write();
});

function write(changes: (index: number) => object = () => ({})): void {
  const records = Array.from({ length: TICKETS }, (_, index) =>
    record(index, {
      description: `Contact number: +47 22 00 11 22\nWorking location: Oslo, office\nOutlook shows error E${1000 + index} when she opens it.`,
      ...changes(index),
    }),
  );
  writeFileSync(join(folder, 'incident.json'), exportOf(records));
}

/** A model that answers so many requests, and then fails like that. */
function answersThen(fails: () => ReturnType<typeof apiError>, after: number): ReplyScript {
  let requests = 0;
  return (request) => (requests++ < after ? model()(request) : fails());
}

const withModel = <Options extends RunOptions>({ env, ...options }: Options) => ({
  cwd: folder,
  ...options,
  env: { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: `${server.url}/v1`, BATCH_SIZE: '2', ...env },
});
const tqrs = (args: readonly string[], options: Pick<RunOptions, 'cwd' | 'env'> = {}) =>
  callTqrs(args, withModel(options));
/** The same in a process of its own. */
const tqrsApart = (args: readonly string[], options: RunOptions = {}) => runTqrs(args, withModel(options));
const REVIEW = ['review', 'incident.json', '--no-spelling', '--concurrency', '1', '--format', 'json,csv'];
const review = (out: string, ...more: string[]) => tqrs([...REVIEW, '--out', out, ...more]);
const at = (path: string) => join(folder, path);
const cards = (run: string) => scorecardsIn(at(run));
const reasonsIn = (run: string) =>
  cards(run).flatMap(({ criteria }) => criteria.flatMap(({ verdict }) => verdict.reason ?? []));
const manifestOf = (run: string) => JSON.parse(readFileSync(at(`${run}/manifest.json`), 'utf8'));

describe('a run that ended early', () => {
  test.each([
    ['an empty account', () => apiError(429, { code: 'insufficient_quota' })],
    ['a key that was revoked', () => apiError(401, { code: 'invalid_api_key' })],
  ])('is gone on with after %s, as if nothing had happened', async (_what, fails) => {
    expect((await review('undisturbed')).code).toBe(0);
    const needed = server.requests.length;
    server.follow(answersThen(fails, 3));
    const stopped = await review('stopped');
    expect(stopped.code).toBe(4);
    expect(stopped.stdout).toContain('tqrs review --resume stopped');
    server.follow(model());
    const before = server.requests.length;
    const resumed = await tqrs(['review', '--resume', 'stopped']);
    expect(resumed.code).toBe(0);
    expect(resumed.stdout).not.toContain('--resume stopped');
    expect(server.requests.length - before).toBe(needed - 3);
    const { 'manifest.json': manifest, ...files } = readRunFolder(at('stopped'));
    const { 'manifest.json': whole, ...wanted } = readRunFolder(at('undisturbed'));
    expect(files).toEqual(wanted);
    // The request that failed was sent, too.
    expect(JSON.parse(manifest ?? '')).toMatchObject({
      answers: JSON.parse(whole ?? '').answers,
      failures: { 'not-asked': 1 },
    });
  });

  test('by Ctrl-C is gone on with, in another folder of the system too', async () => {
    await review('undisturbed');
    let child: { kill(signal: 'SIGINT'): boolean } | undefined;
    let requests = 0;
    server.follow((request) => {
      const isLast = ++requests === 4;
      if (isLast) child?.kill('SIGINT');
      return { ...model()(request), delayMs: isLast ? 300 : 0 };
    });
    const stopped = await tqrsApart([...REVIEW, '--out', 'stopped'], {
      onStart: (started) => {
        child = started;
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stdout).toContain('tqrs review --resume stopped');
    server.follow(model());
    expect((await tqrs(['review', '--resume', at('stopped')], { cwd: tmpdir() })).code).toBe(0);
    expect(readRunFolder(at('stopped'))).toEqual(readRunFolder(at('undisturbed')));
  });

  test('is not thrown away by a new one, unless that is asked for', async () => {
    server.follow(answersThen(() => apiError(401, {}), 3));
    await review('report');
    server.follow(model());
    const refused = await review('report');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('tqrs review --resume report') });
    expect((await review('report', '--force')).code).toBe(0);
    expect(cards('report')).toHaveLength(TICKETS);
  });
});

describe('a finished run', () => {
  test('that is gone on with asks nothing, and writes the report again, in other formats too', async () => {
    await review('report');
    const before = server.requests.length;
    const { code } = await tqrs(['review', '--resume', 'report', '--format', 'ndjson']);
    expect(code).toBe(0);
    expect(server.requests.length).toBe(before);
    expect(readFileSync(at('report/scorecards.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(TICKETS);
    expect(existsSync(at('report/report.json'))).toBe(false);
  });

  test('asks again only what failed, with --retry-unscored', async () => {
    let failing = true;
    server.follow(({ body }) => {
      const asked = readRequest(body);
      if (asked.ticket.includes('E1002') && failing) return apiError(400, { code: 'odd' });
      return completion(answerAll(asked));
    });
    expect((await review('report')).code).toBe(0);
    expect(reasonsIn('report')).toContain('judge-failed');
    failing = false;
    const before = server.requests.length;
    expect((await tqrs(['review', '--resume', 'report'])).code).toBe(0);
    expect(reasonsIn('report')).toContain('judge-failed');
    expect(server.requests.length).toBe(before);
    expect((await tqrs(['review', '--resume', 'report', '--retry-unscored'])).code).toBe(0);
    expect(server.requests.length).toBe(before + 1);
    expect(reasonsIn('report')).not.toContain('judge-failed');
    // It stays so.
    await tqrs(['review', '--resume', 'report']);
    expect(reasonsIn('report')).not.toContain('judge-failed');
    expect(server.requests.length).toBe(before + 1);
    expect(manifestOf('report')).toMatchObject({ answers: { asked: TICKETS }, failures: { 'judge-failed': 1 } });
  });

  test.skipIf(process.platform === 'win32')('is kept in one file, for its owner alone', async () => {
    await review('report');
    expect(statSync(at('report/run.sqlite')).mode & 0o777).toBe(0o600);
    for (const suffix of ['-wal', '-shm', '-journal']) expect(existsSync(at(`report/run.sqlite${suffix}`))).toBe(false);
    const text = readFileSync(at('report/run.sqlite'), 'latin1');
    expect(text).not.toContain('sk-test');
  });
});

describe('what changed since a run began', () => {
  const RUBRIC =
    'schemaVersion: 1\nextends: incident-logging\nid: ours\ntitle: Ours\ndescription: Ours.\nversion: 1.0.0\n';
  const PROFILE = 'schemaVersion: 1\nid: us\nlocations: [Oslo]\n';

  test.each<[string, () => void, string[], Record<string, string>, string]>([
    ['a rubric', () => writeFileSync(at('ours.yaml'), `${RUBRIC}passMark: 50\n`), [], {}, 'the rubric "ours"'],
    [
      'the profile',
      () => writeFileSync(at('us.yaml'), 'schemaVersion: 1\nid: us\nlocations: [Bergen]\n'),
      [],
      {},
      'the profile "us"',
    ],
    ['the export', () => write((index) => (index === 4 ? { close_notes: 'Edited.' } : {})), [], {}, '"incident.json"'],
    ['the model', () => {}, [], { OPENAI_MODEL: 'gpt-4.1' }, 'openai:gpt-4o, now openai:gpt-4.1'],
    ['the judge', () => {}, ['--judge', 'offline'], {}, 'now offline'],
    ['votes', () => {}, ['--votes', '3'], {}, 'votes (1, now 3)'],
    ['which rubrics', () => {}, ['--rubric', 'incident-handling'], {}, 'the rubrics (ours, now incident-handling)'],
  ])('is noticed and refused, and nothing is lost: %s', async (_what, change, more, env, named) => {
    writeFileSync(at('ours.yaml'), RUBRIC);
    writeFileSync(at('us.yaml'), PROFILE);
    await review('report', '--rubric', 'ours.yaml', '--profile', './us.yaml');
    const [before, asked] = [readRunFolder(at('report')), server.requests.length];
    change();
    const { code, stderr } = await tqrs(['review', '--resume', 'report', ...more], { env });
    expect(code).toBe(2);
    expect(stderr).toContain(named);
    expect(stderr).toContain('--branch');
    expect(readRunFolder(at('report'))).toEqual(before);
    expect(server.requests.length).toBe(asked);
  });

  test('can begin a run of its own, which asks only what does not hold any more', async () => {
    await review('report');
    const before = server.requests.length;
    write((index) =>
      index === 4 ? { description: 'Contact number: 555 1234\nThe screen is black since Monday.' } : {},
    );
    const { code } = await tqrs(['review', '--resume', 'report', '--branch', 'next']);
    expect(code).toBe(0);
    expect(server.requests.length).toBe(before + 1);
    expect(manifestOf('next')).toMatchObject({ answers: { asked: 1, kept: TICKETS - 1 } });
    expect(cards('next')).toHaveLength(TICKETS);
    const same = await tqrs(['review', '--resume', 'report', '--branch', './report']);
    expect(same).toMatchObject({ code: 2, stderr: expect.stringContaining('the folder of the run itself') });
  });
});

describe('a run in use', () => {
  test('is refused to everybody else, with the reason', async () => {
    let child: { kill(signal: 'SIGKILL'): boolean } | undefined;
    const running = new Promise<void>((resolve) => {
      server.follow((request) => {
        if (request.index === 2) resolve();
        return { ...model()(request), delayMs: request.index < 2 ? 0 : 60_000 };
      });
    });
    const first = tqrsApart([...REVIEW, '--out', 'report'], {
      onStart: (started) => {
        child = started;
      },
    });
    await running;
    for (const args of [
      ['review', '--resume', 'report'],
      [...REVIEW, '--out', 'report', '--force'],
      ['rescore', 'report', '--out', 'other'],
      ['compare', 'report', 'report'],
    ]) {
      const { code, stderr } = await tqrs(args);
      expect(stderr).toContain('another process is at work on it');
      expect(code).toBe(2);
    }
    child?.kill('SIGKILL');
    await first;
    server.follow(model());
    expect((await tqrs(['review', '--resume', 'report'])).code).toBe(0);
    expect(cards('report')).toHaveLength(TICKETS);
  });
});

describe('answers of all runs', () => {
  test('are kept where --cache or TQRS_CACHE says, and nowhere else', async () => {
    await review('first', '--cache', 'answers');
    const needed = server.requests.length;
    await review('second', '--cache', 'answers');
    expect(server.requests.length).toBe(needed);
    expect(manifestOf('second')).toMatchObject({ answers: { asked: 0, kept: TICKETS }, usage: { requests: 0 } });
    const { 'manifest.json': _first, ...one } = readRunFolder(at('first'));
    const { 'manifest.json': _second, ...two } = readRunFolder(at('second'));
    expect(two).toEqual(one);
    await review('third');
    expect(server.requests.length).toBe(2 * needed);
    await tqrs([...REVIEW, '--out', 'fourth', '--no-cache'], { env: { TQRS_CACHE: at('answers') } });
    expect(server.requests.length).toBe(3 * needed);
    await tqrs([...REVIEW, '--out', 'fifth'], {
      env: { TQRS_CACHE: '1', XDG_CACHE_HOME: at('cache'), LOCALAPPDATA: at('cache') },
    });
    await tqrs([...REVIEW, '--format', 'ndjson', '--cache'], {
      env: { XDG_CACHE_HOME: at('cache'), LOCALAPPDATA: at('cache') },
    });
    expect(server.requests.length).toBe(4 * needed);
    if (process.platform === 'linux') expect(existsSync(at('cache/tqrs/answers.sqlite'))).toBe(true);
  });

  test('that are damaged are told of and left alone', async () => {
    mkdirSync(at('answers'));
    writeFileSync(at('answers/answers.sqlite'), 'nothing of the kind '.repeat(1_000));
    const { code, stderr } = await review('report', '--cache', 'answers');
    expect(code).toBe(0);
    expect(stderr).toContain('the cache of answers is left alone');
    expect(cards('report')).toHaveLength(TICKETS);
  });

  test('need a limit that is a number', async () => {
    const { code, stderr } = await tqrs([...REVIEW, '--out', 'report', '--cache'], {
      env: { TQRS_CACHE_DAYS: 'many' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('TQRS_CACHE_DAYS');
  });
});
