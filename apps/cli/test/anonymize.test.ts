import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { readRunFolder, scorecardsIn } from './read-run.ts';
import { runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

const FORMATS = 'html,json,ndjson,csv,xlsx,md,junit,coaching';
const KEY = { TQRS_PSEUDONYM_KEY: 'a key that only the tests know' };
/** Enough for several threads. */
const MANY = 210;
const NAMES = ['Quentin', 'Vandersteen', 'Oksana', 'Hrytsenko', '4477', 'quentin.v'];
const folder = folderForAll();

/** Half of the tickets name their people the other way round. */
function named(index: number): Record<string, unknown> {
  const isTurned = index % 2 === 1;
  return record(index, {
    caller_id: 'Oksana Hrytsenko',
    assigned_to: isTurned ? 'Vandersteen, Quentin' : 'Quentin Vandersteen',
    resolved_by: 'Quentin Vandersteen',
    description: 'Oksana Hrytsenko called from +47 22 00 4477. Her Outlook rejects the password since this morning.',
    work_notes: '2026-03-02 09:00:00 - Quentin Vandersteen (Work notes)\nQuentin cleared the stored credentials.',
    close_notes: 'Removed the stored credentials and Oksana signed in again.\nRegards,\nQuentin Vandersteen',
    u_mail: 'quentin.v@acme.example',
  });
}

/** Everything that a report says, spreadsheets unpacked, but not the record of the run. */
function everythingIn(report: string): string {
  const packed = unzipSync(readFileSync(join(report, 'scorecards.xlsx')));
  const sheets = Object.entries(packed).map(([name, bytes]) => name + Buffer.from(bytes).toString());
  return JSON.stringify([Object.entries(readRunFolder(report)), sheets]);
}

const review = (out: string, ...more: readonly string[]) =>
  callTqrs(['review', 'incident.json', '--out', out, '--format', FORMATS, '--no-spelling', ...more], {
    cwd: folder,
    env: KEY,
  });

beforeAll(() => {
  writeFileSync(join(folder, 'incident.json'), exportOf(Array.from({ length: 6 }, (_, index) => named(index))));
  writeFileSync(join(folder, 'many.json'), exportOf(Array.from({ length: MANY }, (_, index) => named(index))));
});

describe('--anonymize', () => {
  test('leaves no name in any format, nor in what was left out', async () => {
    const { code, stdout } = await review('all', '--anonymize', '--assigned-to', 'Quentin Vandersteen');
    expect(code).toBe(0);
    const all = everythingIn(join(folder, 'all'));
    for (const name of NAMES) expect(all).not.toContain(name);
    expect(all).toMatch(/Person [2-9A-HJ-NP-Z]{6}/);
    expect(stdout).toContain('still stand in all/run.sqlite');
  });

  test('makes one page of coaching for a person, however the name is written', () => {
    const pages = readdirSync(join(folder, 'all', 'coaching')).filter((name) => name !== 'index.html');
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/^Person[-_ ]\w{6}\.html$/i);
  });

  test('changes no score, and names stand where nothing is asked for', async () => {
    await review('named', '--assigned-to', 'Quentin Vandersteen');
    const scores = (run: string) => scorecardsIn(join(folder, run)).map(({ ticket, score }) => [ticket.number, score]);
    expect(scores('all')).toEqual(scores('named'));
    expect(everythingIn(join(folder, 'named'))).toContain('Quentin Vandersteen');
  });

  test('is remembered by the run, and names come back without a new review', async () => {
    await callTqrs(['review', '--resume', 'all'], { cwd: folder, env: KEY });
    expect(everythingIn(join(folder, 'all'))).not.toContain('Vandersteen');
    await callTqrs(['rescore', 'all', '--out', 'again'], { cwd: folder });
    expect(readFileSync(join(folder, 'again', 'index.html'), 'utf8')).toContain('Quentin Vandersteen');
  });

  test('writes the same with several threads', async () => {
    const lanes = (out: string, threads: string) =>
      runTqrs(
        [
          'review',
          'many.json',
          '--out',
          out,
          '--format',
          'json,csv,coaching',
          '--no-spelling',
          '--anonymize',
          '--threads',
          threads,
        ],
        {
          cwd: folder,
          env: KEY,
        },
      );
    await Promise.all([lanes('one', '1'), lanes('two', '2')]);
    expect(readRunFolder(join(folder, 'two'))).toEqual(readRunFolder(join(folder, 'one')));
  });

  test('keeps a key of its own for this user where none is set', async () => {
    const config = join(folder, 'config');
    const own = (out: string) =>
      callTqrs(['review', 'incident.json', '--out', out, '--no-spelling', '--anonymize'], {
        cwd: folder,
        env: { XDG_CONFIG_HOME: config, APPDATA: config, HOME: config },
      });
    await own('first');
    await own('second');
    const page = (out: string) => readRunFolder(join(folder, out))['index.html'];
    expect(page('second')).toBe(page('first'));
    const [key = ''] = readdirSync(config, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.key'),
    );
    expect(statSync(join(config, key)).mode & 0o777).toBe(0o600);
  });

  test('refuses a key that anybody could guess', async () => {
    const { code, stderr } = await callTqrs(['review', 'incident.json', '--anonymize'], {
      cwd: folder,
      env: { TQRS_PSEUDONYM_KEY: 'short' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('TQRS_PSEUDONYM_KEY is shorter than 16 characters');
    expect(stderr).not.toContain('"short"');
  });
});

test('a profile hides kinds of values in reports, and names stand', async () => {
  writeFileSync(join(folder, 'ours.yaml'), 'schemaVersion: 1\nid: ours\nredaction:\n  reports: [PHONE]\n');
  const { code } = await review('hiding', '--profile', 'ours.yaml');
  expect(code).toBe(0);
  const all = everythingIn(join(folder, 'hiding'));
  expect(all).not.toContain('4477');
  expect(all).toContain('Oksana Hrytsenko called from [PHONE_1]');
});
