import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExitCode } from '../src/exit-code.ts';
import { COMMAND, runTqrs } from './run-tqrs.ts';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tqrs-command-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('help', () => {
  test.each([
    [[], 'Commands:'],
    [['--help'], 'Exit codes:'],
    [['review', '--help'], '--fail-under'],
    [['help', 'review'], 'Examples:'],
    [['rubric', '--help'], 'validate'],
    [['profile', '--help'], 'tqrs profile show default'],
  ])('tqrs %j', async (args, said) => {
    const { code, stdout, stderr } = await runTqrs(args);
    expect(stdout + stderr).toContain(said);
    expect(code).toBe(args.length === 0 ? 2 : 0);
  });

  test.each([[['help', 'nope']], [['rubric', 'help', 'nope']]])(
    'tqrs %j names the word that it does not know',
    async (args) => {
      const { code, stderr } = await runTqrs(args);
      expect(code).toBe(2);
      expect(stderr).toContain("unknown command 'nope'");
    },
  );

  test('names every exit code', async () => {
    const { stdout } = await runTqrs(['--help']);
    for (const code of Object.values(ExitCode)) expect(stdout).toMatch(new RegExp(`\\b${code} `));
  });

  test('offers nothing that does not work yet', async () => {
    const { stdout } = await runTqrs(['review', '--help']);
    expect(stdout).not.toMatch(/openai|azure|xlsx/i);
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
    expect((await runTqrs(['rubric', 'list'])).stdout).toContain('incident-logging');
  });

  test('are shown as a file to start from, which is valid', async () => {
    const { stdout } = await runTqrs(['rubric', 'show', 'incident-logging']);
    writeFileSync(join(folder, 'mine.yaml'), stdout);
    const { code, stdout: said } = await runTqrs(['rubric', 'validate', 'mine.yaml'], { cwd: folder });
    expect(code).toBe(0);
    expect(said).toMatch(/^valid {2}incident-logging 1\.0\.0: 9 criteria, 70 points, pass mark \d+ %/);
  });

  test('that are wrong end with 2 and every place', async () => {
    writeFileSync(join(folder, 'wrong.yaml'), 'schemaVersion: 1\nid: Wrong Id\npassMark: 200\n');
    const { code, stderr } = await runTqrs(['rubric', 'validate', 'wrong.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/line 2.*id/);
    expect(stderr).toMatch(/line 3.*passMark/);
  });

  test('that do not exist end with 2', async () => {
    const { code, stderr } = await runTqrs(['rubric', 'show', 'incident-logic']);
    expect(code).toBe(2);
    expect(stderr).toContain('incident-logging');
    expect(stderr).not.toContain('Correct the file');
  });
});

describe('profiles', () => {
  test.each(['default', 'mmc'])('%s is shown as a file to start from, which is valid', async (id) => {
    const { stdout } = await runTqrs(['profile', 'show', id]);
    writeFileSync(join(folder, `${id}.yaml`), stdout);
    const { code, stdout: said } = await runTqrs(['profile', 'validate', `${id}.yaml`], { cwd: folder });
    expect(code).toBe(0);
    expect(said).toContain('valid');
  });

  test('the default one is shown where none is named', async () => {
    const [unnamed, named] = await Promise.all([runTqrs(['profile', 'show']), runTqrs(['profile', 'show', 'default'])]);
    expect(unnamed).toEqual(named);
  });

  test('that are wrong end with 2 and the place', async () => {
    writeFileSync(join(folder, 'ours.yaml'), 'linesOfBusinesses: []\n');
    const { code, stderr } = await runTqrs(['profile', 'validate', 'ours.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('linesOfBusinesses');
  });
});
