import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportOf } from './sample-export.ts';

const readJson = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const manifest = readJson('../package.json');
const PNPM = readJson('../../../package.json').packageManager;
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|ERR_SOCKET_TIMEOUT/;

/** Runs on the Node of the tests, wherever the machine's own is. */
function run(command: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  return spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, PATH }, timeout: 240_000 });
}

describe('the bundle', () => {
  test('depends on what the packages inside it depend on, and on nothing of the workspace', () => {
    const inside = ['packages/parser', 'packages/llm', 'packages/core', 'packages/report', 'apps/web'].map(
      (folder) => readJson(`../../../${folder}/package.json`).dependencies,
    );
    const own = { commander: 'catalog:', piscina: 'catalog:' };
    const expected = Object.entries(Object.assign(own, ...inside)).filter(([name]) => !name.startsWith('@tqrs/'));
    expect(manifest.dependencies).toEqual(Object.fromEntries(expected));
    const bundle = fileURLToPath(new URL('../dist/', import.meta.url));
    for (const name of readdirSync(bundle).filter((name) => name.endsWith('.js')))
      expect(readFileSync(join(bundle, name), 'utf8'), name).not.toMatch(/^import [^\n]* from ["']@tqrs\//m);
  });

  test('has the sample export beside it, as it is', () => {
    for (const name of ['incidents.json', 'profile.yaml'])
      expect(readFileSync(new URL(`../dist/sample/${name}`, import.meta.url), 'utf8')).toBe(
        readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8'),
      );
  });
});

describe('the packed command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tqrs-packed-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('runs outside of the workspace', { timeout: 300_000 }, ({ skip }) => {
    const packed = run(
      'npx',
      ['-y', PNPM, 'pack', '--pack-destination', folder],
      fileURLToPath(new URL('..', import.meta.url)),
    );
    skip(OFFLINE.test(packed.stderr), 'no registry can be reached');
    const [tarball] = readdirSync(folder);
    expect(tarball, packed.stderr).toMatch(/\.tgz$/);

    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const installed = run('npm', ['install', '--no-audit', '--no-fund', `./${tarball}`], folder);
    skip(OFFLINE.test(installed.stderr), 'no registry can be reached');
    expect(installed.status, installed.stderr).toBe(0);

    const command = join(folder, 'node_modules/.bin/tqrs');
    expect(run(command, ['--version'], folder).stdout).toBe(`${manifest.version}\n`);

    writeFileSync(join(folder, 'incident.json'), exportOf(2));
    const reviewed = run(command, ['review', 'incident.json', '--out', 'report', '--quiet'], folder);
    expect(reviewed.stderr).toBe('');
    expect(reviewed.status).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'report/report.json'), 'utf8')).scorecards).toHaveLength(2);
  });
});
