import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { type RunOptions, runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForTest } from './test-folder.ts';

let folder: string;
beforeEach(() => {
  folder = folderForTest();
  writeFileSync(join(folder, 'incident.json'), exportOf(3));
});

const review = (args: readonly string[], options: Pick<RunOptions, 'env'> = {}) =>
  callTqrs(['review', ...args], { cwd: folder, ...options });
/** The same in a process of its own. */
const reviewApart = (args: readonly string[], options: RunOptions = {}) =>
  runTqrs(['review', ...args], { cwd: folder, ...options });
const lines = (text: string) => text.split('\n').filter((line) => line !== '');
const ndjson = (text: string) => lines(text).map((line) => JSON.parse(line));

describe('results', () => {
  test('go to standard output as json in a pipe, and the summary to standard error', async () => {
    const { code, stdout, stderr } = await reviewApart(['incident.json']);
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.scorecards.map((card: { ticket: { number: string } }) => card.ticket.number)).toEqual([
      'INC10000',
      'INC10001',
      'INC10002',
    ]);
    expect(report.run).toMatchObject({
      judge: 'offline',
      sources: ['incident.json'],
      rubric: { id: 'incident-logging' },
    });
    expect(stderr).toContain('Pass rate');
  });

  test.each([
    ['ndjson', (text: string) => expect(ndjson(text)).toHaveLength(3)],
    ['csv', (text: string) => expect(lines(text)).toHaveLength(4)],
    ['json', (text: string) => expect(JSON.parse(text).summary.tickets).toBe(3)],
  ])('can be %s', async (format, holds) => {
    const { code, stdout } = await review(['incident.json', '--format', format]);
    expect(code).toBe(0);
    holds(stdout);
  });

  test('go into a folder in every format asked for, and the end says where', async () => {
    const { code, stdout } = await review(['incident.json', '--out', 'report', '--format', 'html,json,ndjson,csv']);
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'report'))).toEqual(
      expect.arrayContaining(['index.html', 'report.json', 'scorecards.csv', 'scorecards.ndjson']),
    );
    expect(stdout).toContain('report/index.html');
    expect(JSON.parse(readFileSync(join(folder, 'report/tqrs-run.json'), 'utf8')).complete).toBe(true);
  });

  test('are html and json in a folder by default', async () => {
    await review(['incident.json', '--out', 'report']);
    expect(existsSync(join(folder, 'report/index.html'))).toBe(true);
    expect(existsSync(join(folder, 'report/report.json'))).toBe(true);
    expect(existsSync(join(folder, 'report/scorecards.csv'))).toBe(false);
  });

  test('are the same twice, time stamps aside', async () => {
    const withoutTimes = (text: string) => text.replace(/"(reviewedAt|startedAt|finishedAt)":"[^"]*"/g, '');
    const [first, second] = await Promise.all([
      reviewApart(['incident.json']),
      reviewApart(['incident.json', '--concurrency', '7']),
    ]);
    expect(withoutTimes(first.stdout)).toBe(withoutTimes(second.stdout));
  });
});

describe('several rubrics', () => {
  beforeEach(() => {
    const ours = [
      'schemaVersion: 1',
      'extends: incident-logging',
      'id: ours',
      'version: 1.0.0',
      'title: Ours',
      'description: Stricter.',
    ];
    writeFileSync(join(folder, 'ours.yaml'), [...ours, 'passMark: 100', ''].join('\n'));
  });
  const both = ['--rubric', 'incident-logging,ours.yaml'];

  test('give each ticket a scorecard for each of them', async () => {
    const { code, stdout } = await review(['incident.json', ...both, '--format', 'ndjson']);
    expect(code).toBe(0);
    expect(ndjson(stdout).map(({ ticket, rubric }) => `${ticket.number} ${rubric.id}`)).toEqual(
      ['INC10000', 'INC10001', 'INC10002'].flatMap((number) => [`${number} incident-logging`, `${number} ours`]),
    );
  });

  test('have a report each in the folder, and a summary each', async () => {
    const { stdout } = await review(['incident.json', '-r', 'incident-logging', '-r', 'ours.yaml', '--out', 'report']);
    expect(readdirSync(join(folder, 'report')).toSorted()).toEqual([
      'incident-logging',
      'ours',
      'run.sqlite',
      'tqrs-run.json',
    ]);
    for (const id of ['incident-logging', 'ours']) {
      const { run, scorecards } = JSON.parse(readFileSync(join(folder, `report/${id}/report.json`), 'utf8'));
      expect(run.rubric.id).toBe(id);
      expect(scorecards).toHaveLength(3);
      expect(stdout).toContain(`report/${id}/index.html`);
    }
    expect(stdout.match(/Pass rate/g)).toHaveLength(2);
  });

  test('must all reach the gate', async () => {
    const { code, stderr } = await review(['incident.json', ...both, '--quiet', '--fail-under', '100']);
    expect(code).toBe(1);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain('Ours: ');
  });

  test.each([
    [['--format', 'csv'], 'the csv of one rubric'],
    [['--rubric', 'ours.yaml,./ours.yaml', '--format', 'ndjson'], 'has the id "ours"'],
    [['--rubric', 'incident-logging,', '--format', 'ndjson'], 'A name is empty'],
  ])('%s ends with 2 and the reason', async (args, said) => {
    const { code, stderr } = await review(['incident.json', ...(args[0] === '--rubric' ? [] : both), ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('sources', () => {
  test('can be standard input', async () => {
    const { code, stdout } = await reviewApart(['-', '--format', 'ndjson'], { input: exportOf(2) });
    expect(code).toBe(0);
    expect(ndjson(stdout)).toHaveLength(2);
  });

  test('can be several, and folders of exports in the order of their names', async () => {
    mkdirSync(join(folder, 'exports'));
    writeFileSync(join(folder, 'exports/b.json'), exportOf([record(20)]));
    writeFileSync(join(folder, 'exports/a.json'), exportOf([record(10)]));
    writeFileSync(join(folder, 'exports/notes.txt'), 'not an export');
    const { code, stdout } = await review(['incident.json', 'exports', 'incident.json', '--format', 'ndjson']);
    expect(code).toBe(0);
    expect(ndjson(stdout).map((card) => card.ticket.number)).toEqual([
      'INC10000',
      'INC10001',
      'INC10002',
      'INC10010',
      'INC10020',
    ]);
  });

  test('can have any format, whatever their names are', async () => {
    const rows = [record(40), record(41)].map((row) => [row.number, row.short_description, row.description, row.state]);
    const table = [['Number', 'Short description', 'Description', 'State'], ...rows]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(';'))
      .join('\r\n');
    const xml = `<unload><incident><number>INC10042</number><short_description>Printer jams</short_description></incident></unload>`;
    mkdirSync(join(folder, 'mixed/inner'), { recursive: true });
    writeFileSync(join(folder, 'mixed/a.data'), gzipSync(exportOf([record(39)])));
    writeFileSync(join(folder, 'mixed/b.txt'), Buffer.from(`\ufeff${table}`, 'utf16le'));
    writeFileSync(join(folder, 'mixed/c.json'), xml);
    writeFileSync(join(folder, 'mixed/photo.json'), Buffer.from('89504e470d0a1a0a0000', 'hex'));
    writeFileSync(join(folder, 'mixed/.hidden'), 'x');
    const { code, stdout, stderr } = await review(['mixed', '--format', 'ndjson']);
    expect(ndjson(stdout).map((card) => card.ticket.number)).toEqual(['INC10039', 'INC10040', 'INC10041', 'INC10042']);
    expect(stderr).toMatch(/skipped mixed\/photo\.json: this is an image\.\n/);
    expect(stderr).not.toContain('hidden');
    expect(code).toBe(0);
    const piped = await reviewApart(['-', '--format', 'ndjson'], { input: table });
    expect(ndjson(piped.stdout).map((card) => card.ticket.number)).toEqual(['INC10040', 'INC10041']);
  });

  test('are judged by what each of them carries', async () => {
    writeFileSync(join(folder, 'bare.json'), exportOf([record(30, { work_notes: '' })]));
    const both = await review(['bare.json', 'incident.json', '--format', 'ndjson']);
    const alone = await review(['bare.json', '--format', 'ndjson']);
    const [card] = ndjson(both.stdout);
    const [expected] = ndjson(alone.stdout);
    expect(card.criteria).toEqual(expected.criteria);
    expect(card.score).toEqual(expected.score);
  });
});

describe('broken input', () => {
  test('costs nothing but itself: the rest is reviewed, and the exit code is 3', async () => {
    writeFileSync(join(folder, 'broken.json'), exportOf([record(1), { short_description: 'no number' }, record(2)]));
    const { code, stdout, stderr } = await review(['broken.json', '--format', 'json']);
    expect(code).toBe(3);
    const report = JSON.parse(stdout);
    expect(report.scorecards).toHaveLength(2);
    expect(report.failures).toMatchObject([{ record: 2, source: 'broken.json' }]);
    expect(stderr).toMatch(/error: broken\.json, record 2/);
  });

  test('of one kind is told once', async () => {
    writeFileSync(
      join(folder, 'broken.json'),
      exportOf([record(1), ...Array.from({ length: 500 }, () => ({ u_x: '1' }))]),
    );
    const { code, stderr } = await review(['broken.json', '--format', 'ndjson', '--quiet']);
    expect(code).toBe(3);
    expect(stderr).toContain('500 records like this');
    expect(lines(stderr).length).toBeLessThan(6);
  });

  test.each([
    ['a file that is not there', ['nowhere.json'], 'nowhere.json'],
    ['a folder without exports', ['.git'], 'holds no export'],
    ['a file that is not JSON', ['text.json'], 'text.json'],
    ['an empty file', ['empty.json'], 'empty.json'],
    ['an export without records', ['none.json'], 'none.json'],
  ])('can be %s', async (_what, sources, said) => {
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, 'text.json'), 'hello');
    writeFileSync(join(folder, 'empty.json'), '');
    writeFileSync(join(folder, 'none.json'), '{"records":[]}');
    const { code, stderr } = await review([...sources, '--format', 'ndjson']);
    expect(code).toBe(3);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
  });

  test('does not keep the other files from being reviewed', async () => {
    const { code, stdout } = await review(['nowhere.json', 'incident.json', '--format', 'ndjson']);
    expect(code).toBe(3);
    expect(ndjson(stdout)).toHaveLength(3);
  });

  test('cannot steer the terminal', async () => {
    writeFileSync(
      join(folder, 'evil.json'),
      exportOf([record(1, { number: 'INC\u001b[2J\u0007' }), { 'number\u001b[31m': '1' }]),
    );
    const { stderr } = await review(['evil.json', '--format', 'ndjson']);
    expect(stderr).not.toContain('\u001b');
  });
});

describe('the gate', () => {
  test.each([
    ['0', 0],
    ['100', 1],
  ])('--fail-under %s ends with %i', async (least, expected) => {
    writeFileSync(
      join(folder, 'poor.json'),
      exportOf([record(1, { description: '', short_description: 'help', category: '' })]),
    );
    const { code } = await review(['poor.json', '--format', 'ndjson', '--fail-under', least]);
    expect(code).toBe(expected);
  });
});

describe('what is printed', () => {
  test('is nothing but the result with --quiet', async () => {
    const { stdout, stderr } = await review(['incident.json', '--format', 'ndjson', '--quiet']);
    expect(stderr).toBe('');
    expect(ndjson(stdout)).toHaveLength(3);
    expect((await review(['incident.json', '--out', 'report', '--quiet'])).stdout).toBe('');
  });

  test('is nothing at all with --quiet alone, which leaves the exit code', async () => {
    const { code, stdout, stderr } = await review(['incident.json', '--quiet', '--fail-under', '0']);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
    expect([0, 1]).toContain(code);
  });

  test('is no empty summary where nothing could be read', async () => {
    writeFileSync(join(folder, 'text.json'), 'hello');
    const { code, stderr } = await review(['text.json', '--format', 'ndjson']);
    expect(code).toBe(3);
    expect(stderr).not.toContain('Pass rate');
  });

  test('is no wider than a terminal of unknown width', async () => {
    const { stderr } = await review(['incident.json', '--format', 'ndjson']);
    expect(lines(stderr).filter((line) => line.length > 80)).toEqual([]);
  });

  test.each([
    ['in a pipe', {}, [], false],
    ['with FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['with NO_COLOR', { NO_COLOR: '1' }, [], false],
    ['with --no-color over FORCE_COLOR', { FORCE_COLOR: '1' }, ['--no-color'], false],
  ])('has colours %s: as it should', async (_what, env, flags, coloured) => {
    const { stderr } = await review(['incident.json', '--format', 'ndjson', ...flags], { env });
    expect(stderr.includes('\u001b[')).toBe(coloured);
  });

  test.each([
    ['DEBUG', true, true],
    ['INFO', false, true],
    ['WARNING', false, false],
  ])('follows LOG_LEVEL=%s', async (level, debug, summary) => {
    const { stderr } = await review(['incident.json', '--format', 'ndjson'], { env: { LOG_LEVEL: level } });
    expect(stderr.includes('debug:')).toBe(debug);
    expect(stderr.includes('Pass rate')).toBe(summary);
  });

  test('warns of doubtful input unless only errors are wanted', async () => {
    writeFileSync(join(folder, 'twice.json'), exportOf([record(1), record(1)]));
    const warned = (level: string) => review(['twice.json', '--format', 'ndjson'], { env: { LOG_LEVEL: level } });
    expect((await warned('WARNING')).stderr).toContain('warning:');
    expect((await warned('ERROR')).stderr).toBe('');
    expect((await warned('WARNING')).code).toBe(0);
  });
});

describe('settings', () => {
  test('come from a .env file', async () => {
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=DEBUG\n');
    expect((await review(['incident.json', '--format', 'ndjson'])).stderr).toContain('debug:');
  });

  test('that cannot be used end with 2 and their name', async () => {
    const { code, stderr } = await review(['incident.json'], { env: { BATCH_SIZE: 'lots' } });
    expect(code).toBe(2);
    expect(stderr).toContain('BATCH_SIZE is "lots"');
  });
});

describe('usage errors end with 2 and say what to do', () => {
  test.each([
    ['an unknown format', ['incident.json', '--format', 'pdf'], 'html, json, ndjson, csv'],
    ['html without a folder', ['incident.json', '--format', 'html'], '--out'],
    ['two formats without a folder', ['incident.json', '--format', 'json,csv'], '--out'],
    ['an unknown judge', ['incident.json', '--judge', 'oracle'], 'offline'],
    ['an unknown rubric', ['incident.json', '--rubric', 'incident-loging'], 'incident-logging'],
    ['a rubric file that is not there', ['incident.json', '--rubric', './mine.yaml'], 'no such file'],
    ['an unknown profile', ['incident.json', '--profile', 'defualt'], 'default, mmc'],
    ['a source without a name', [''], 'A source is empty'],
    ['a folder without a name', ['incident.json', '--out', ''], '--out names no folder'],
    ['a wrong percentage', ['incident.json', '--fail-under', '101'], 'percentage'],
    ['a wrong concurrency', ['incident.json', '--concurrency', '0'], '--concurrency'],
    ['no source', [], 'source'],
    ['an unknown option', ['incident.json', '--fast'], '--fast'],
  ])('%s', async (_what, args, said) => {
    const { code, stderr } = await review(args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
  });
});

describe('the output folder', () => {
  test('with other files is refused before anything is read, and left as it is', async () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/thesis.doc'), 'years of work');
    const { code, stderr } = await review(['incident.json', '--out', 'mine']);
    expect(code).toBe(2);
    expect(stderr).toContain('--force');
    expect(readdirSync(join(folder, 'mine'))).toEqual(['thesis.doc']);
  });

  test('with other files is used with --force, and they stay when the report is replaced', async () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/thesis.doc'), 'years of work');
    expect((await review(['incident.json', '--out', 'mine', '--force', '--format', 'csv,json'])).code).toBe(0);
    expect((await review(['incident.json', '--out', 'mine', '--format', 'json'])).code).toBe(0);
    expect(readdirSync(join(folder, 'mine')).sort()).toEqual([
      'report.json',
      'run.sqlite',
      'thesis.doc',
      'tqrs-run.json',
    ]);
  });

  test('cannot lead a removal out of itself', async () => {
    mkdirSync(join(folder, 'report'));
    writeFileSync(join(folder, 'keep.txt'), 'keep');
    writeFileSync(join(folder, 'report/tqrs-run.json'), JSON.stringify({ entries: ['../keep.txt', '..', '.', ''] }));
    await review(['incident.json', '--out', 'report', '--format', 'json']);
    expect(existsSync(join(folder, 'keep.txt'))).toBe(true);
  });

  test('that is a file ends with 2 and the reason', async () => {
    const { code, stderr } = await review(['incident.json', '--out', 'incident.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is a file of that name');
  });

  test('below a file ends with 2 and the reason', async () => {
    const { code, stderr } = await review(['incident.json', '--out', 'incident.json/a/b']);
    expect(code).toBe(2);
    expect(stderr).toContain('a part of the path is a file');
  });

  test.skipIf(!existsSync('/proc/self'))('that no system would make ends with 2', async () => {
    const { code, stderr } = await review(['incident.json', '--out', '/proc/x/y']);
    expect(code).toBe(2);
    expect(stderr).toContain('The report cannot be written into /proc/x/y: ');
  });

  test('is made with every folder above it', async () => {
    expect((await review(['incident.json', '--out', 'a/b/c', '--format', 'csv'])).code).toBe(0);
    expect(existsSync(join(folder, 'a/b/c/scorecards.csv'))).toBe(true);
  });
});
