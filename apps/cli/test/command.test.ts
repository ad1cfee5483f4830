import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBuiltInRubric, loadRubric } from '@tqrs/core';
import { FORMAT_IDS } from '@tqrs/report';
import { describe, expect, test } from 'vitest';
import { ExitCode } from '../src/exit-code.ts';
import { callTqrs } from './call-tqrs.ts';
import { COMMAND, runTqrs } from './run-tqrs.ts';
import { exportOf } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const folder = folderForAll();

describe('help', () => {
  test.each([
    [[], 'Commands:'],
    [['--help'], 'Exit codes:'],
    [['review', '--help'], '--fail-under'],
    [['help', 'review'], 'Examples:'],
    [['rubric', '--help'], 'validate'],
    [['profile', '--help'], 'tqrs profile show default'],
  ])('tqrs %j', async (args, said) => {
    const { code, stdout, stderr } = await callTqrs(args);
    expect(stdout + stderr).toContain(said);
    expect(code).toBe(args.length === 0 ? 2 : 0);
  });

  test.each([[['help', 'nope']], [['rubric', 'help', 'nope']]])(
    'tqrs %j names the word that it does not know',
    async (args) => {
      const { code, stderr } = await callTqrs(args);
      expect(code).toBe(2);
      expect(stderr).toContain("unknown command 'nope'");
    },
  );

  test('names every exit code', async () => {
    const { stdout } = await callTqrs(['--help']);
    for (const code of Object.values(ExitCode)) expect(stdout).toMatch(new RegExp(`\\b${code} `));
  });

  test('names every format', async () => {
    const { stdout } = await callTqrs(['review', '--help']);
    for (const id of FORMAT_IDS) expect(stdout).toMatch(new RegExp(`^  ${id} +\\w`, 'm'));
  });
});

describe('the command', () => {
  test('says its version', async () => {
    expect((await runTqrs(['--version'])).stdout).toBe(`${manifest.version}\n`);
  });

  test('refuses what it does not know with 2', async () => {
    const { code, stderr } = await runTqrs(['revue']);
    expect(code).toBe(2);
    expect(stderr).toContain('review');
  });

  test('explains itself on a Node that is too old', () => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } }); require(${JSON.stringify(COMMAND)});`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('tqrs needs Node.js 22.18 or later; this is 20.20.2');
  });

  test('ends quietly where the reader of its output has seen enough', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${COMMAND}" rubric show incident-logging | head -n 1`],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
  });
});

describe('rubrics', () => {
  test('are listed', async () => {
    expect((await callTqrs(['rubric', 'list'])).stdout).toContain('incident-logging');
  });

  test('are shown as a page to read', async () => {
    const { stdout } = await callTqrs(['rubric', 'show', 'incident-logging']);
    expect(stdout).toMatch(/^# Incident logging\n\n/);
    expect(stdout).toContain('**70 points** can be earned');
  });

  test.each(['yaml', 'json'])('are shown as %s, complete, which is valid and the same', async (format) => {
    const { stdout } = await callTqrs(['rubric', 'show', 'incident-logging', '--format', format]);
    expect(loadRubric(stdout).hash).toBe(loadBuiltInRubric('incident-logging').hash);
    writeFileSync(join(folder, `mine.${format}`), stdout);
    const { code, stdout: said } = await callTqrs(['rubric', 'validate', `mine.${format}`], { cwd: folder });
    expect(code).toBe(0);
    expect(said).toMatch(/^valid {2}incident-logging 1\.0\.0: 9 criteria, 70 points, pass mark \d+ %/);
  });

  test('of your own are started, shown and used', async () => {
    expect((await callTqrs(['rubric', 'init', 'ours.yaml'], { cwd: folder })).code).toBe(0);
    const { stdout } = await callTqrs(['rubric', 'validate', 'ours.yaml'], { cwd: folder });
    expect(stdout).toMatch(/^valid {2}ours 0\.1\.0 \(extends incident-logging 1\.0\.0\): /);
    expect((await callTqrs(['rubric', 'show', 'ours.yaml'], { cwd: folder })).stdout).toMatch(/^# Ours\n/);
    writeFileSync(join(folder, 'incident.json'), exportOf(1));
    const reviewed = await callTqrs(['review', 'incident.json', '--rubric', 'ours.yaml', '--format', 'json'], {
      cwd: folder,
    });
    expect(JSON.parse(reviewed.stdout).scorecards[0].rubric).toMatchObject({ id: 'ours', version: '0.1.0' });
  });

  test('that are wrong end with 2 and every place', async () => {
    writeFileSync(join(folder, 'wrong.yaml'), 'schemaVersion: 1\nid: Wrong Id\npassMark: 200\n');
    const { code, stderr } = await callTqrs(['rubric', 'validate', 'wrong.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/line 2.*id/);
    expect(stderr).toMatch(/line 3.*passMark/);
  });

  test('that do not exist end with 2', async () => {
    const { code, stderr } = await callTqrs(['rubric', 'show', 'incident-logic']);
    expect(code).toBe(2);
    expect(stderr).toContain('incident-logging');
    expect(stderr).not.toContain('Correct the file');
  });
});

describe.each(['rubric', 'profile'])('a new %s', (kind) => {
  const file = `new-${kind}.yaml`;

  test('names a schema for editors, which lies beside it', async () => {
    await callTqrs([kind, 'init', file], { cwd: folder });
    const [first] = readFileSync(join(folder, file), 'utf8').split('\n');
    expect(first).toBe(`# yaml-language-server: $schema=./tqrs-${kind}.schema.json`);
    const schema = readFileSync(join(folder, `tqrs-${kind}.schema.json`), 'utf8');
    expect(schema).toBe(
      readFileSync(new URL(`../../../packages/core/schema/${kind}.schema.json`, import.meta.url), 'utf8'),
    );
  });

  test('takes the place of another only where it is told to', async () => {
    writeFileSync(join(folder, file), 'mine\n');
    const { code, stderr } = await callTqrs([kind, 'init', file], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('--force');
    expect(readFileSync(join(folder, file), 'utf8')).toBe('mine\n');
    expect((await callTqrs([kind, 'init', file, '--force'], { cwd: folder })).code).toBe(0);
    expect((await callTqrs([kind, 'validate', file], { cwd: folder })).code).toBe(0);
  });

  test.each(['no/such/folder.yaml', 'new.json', 'new'])('cannot be written to %s', async (path) => {
    expect((await callTqrs([kind, 'init', path], { cwd: folder })).code).toBe(2);
  });
});

describe('profiles', () => {
  test.each(['default', 'mmc'])('%s is shown as a file to start from, which is valid', async (id) => {
    const { stdout } = await callTqrs(['profile', 'show', id]);
    writeFileSync(join(folder, `${id}.yaml`), stdout);
    const { code, stdout: said } = await callTqrs(['profile', 'validate', `${id}.yaml`], { cwd: folder });
    expect(code).toBe(0);
    expect(said).toContain('valid');
  });

  test('the default one is shown where none is named', async () => {
    const [unnamed, named] = await Promise.all([
      callTqrs(['profile', 'show']),
      callTqrs(['profile', 'show', 'default']),
    ]);
    expect(unnamed).toEqual(named);
  });

  test('that are wrong end with 2 and the place', async () => {
    writeFileSync(join(folder, 'ours.yaml'), 'linesOfBusinesses: []\n');
    const { code, stderr } = await callTqrs(['profile', 'validate', 'ours.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('linesOfBusinesses');
  });
});
