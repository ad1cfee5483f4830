import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const START = join(ROOT, 'deploy/docker/start.sh');
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|ERR_SOCKET_TIMEOUT/;
const TOKEN = 'a-token-for-this-test';

/** A Dockerfile's stages, each a list of instructions with what stands behind them. */
const stages = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  .split(/^(?=FROM )/m)
  .slice(1)
  .map((stage) =>
    stage
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => ({ name: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) })),
  );
const [build = [], install = [], last = []] = stages;
const of = (stage: typeof last, name: string) => stage.filter((each) => each.name === name).map(({ rest }) => rest);

describe('the Dockerfile', () => {
  test('ends in a stage that holds the packed command alone, and runs it as nobody special', () => {
    expect(stages).toHaveLength(3);
    expect(of(last, 'COPY')).toEqual(['--from=install /app /app', '--chmod=755 deploy/docker/start.sh /app/start.sh']);
    expect(of(last, 'USER')).toEqual(['node']);
    expect(last.findIndex(({ name }) => name === 'RUN')).toBeLessThan(last.findIndex(({ name }) => name === 'USER'));
    expect(of(last, 'VOLUME')).toEqual(['/data']);
    expect(of(install, 'RUN')).toEqual([expect.stringContaining('--omit=dev')]);
  });

  test('names the pnpm of the workspace, and holds no secret', () => {
    const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const command of of(build, 'RUN')) expect(command).toContain(packageManager);
    expect(stages.flat().filter(({ name, rest }) => name !== 'RUN' && /TOKEN|KEY|SECRET/.test(rest))).toEqual([]);
    expect(readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n')).toContain('**/.env*');
  });

  test('starts nothing without a token', () => {
    const { status, stderr } = spawnSync('sh', [START], { encoding: 'utf8', env: { PATH: process.env.PATH } });
    expect(status).not.toBe(0);
    expect(stderr).toContain('TQRS_SERVE_TOKEN');
  });
});

describe('what the Dockerfile does, done without Docker', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tqrs-docker-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  const PATH = () =>
    [join(folder, 'app/node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
  const run = (command: string, cwd: string): SpawnSyncReturns<string> =>
    spawnSync('sh', ['-ec', command.replaceAll('/packed/', `${folder}/packed/`)], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PATH: PATH() },
      timeout: 240_000,
    });

  test('installs a server that answers, wants its token, and stops politely', { timeout: 300_000 }, async ({
    skip,
  }) => {
    for (const name of ['packed', 'app', 'data']) mkdirSync(join(folder, name));
    const pack = of(build, 'RUN').at(-1) ?? '';
    const packed = run(pack, ROOT);
    skip(OFFLINE.test(packed.stderr), 'no registry can be reached');
    expect(readdirSync(join(folder, 'packed')), packed.stderr).toEqual(['tqrs.tgz']);
    const installed = run(of(install, 'RUN')[0] ?? '', join(folder, 'app'));
    skip(OFFLINE.test(installed.stderr), 'no registry can be reached');
    expect(installed.status, installed.stderr).toBe(0);

    const port = await freePort();
    const args = [START, '--host', '127.0.0.1', '--port', String(port), '--data', join(folder, 'data')];
    const env = { PATH: PATH(), NODE_ENV: 'production', TQRS_SERVE_TOKEN: TOKEN };
    const server = spawn('sh', args, { cwd: join(folder, 'data'), env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => server.once('close', resolve));
    let output = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (text: Buffer) => (output += text));
    try {
      const isHealthy = () => {
        const [health = ''] = of(last, 'HEALTHCHECK');
        const [program = '', ...rest] = JSON.parse(health.slice(health.indexOf('[')).replace('8501', String(port)));
        return spawnSync(program, rest, { env: { PATH: PATH() } }).status === 0;
      };
      await expect.poll(isHealthy, { timeout: 30_000, interval: 500 }).toBe(true);
      const begin = (body: object) =>
        fetch(`http://127.0.0.1:${port}/api/session`, {
          method: 'POST',
          headers: { origin: `http://127.0.0.1:${port}`, 'x-tqrs': '1' },
          body: JSON.stringify(body),
        });
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('<script');
      expect((await begin({})).status).toBe(401);
      expect((await begin({ token: TOKEN })).status).toBe(200);
      expect(output).not.toContain(TOKEN);
      expect(output).not.toContain('Token for');
    } finally {
      server.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  });
});

/** A port where nobody listens now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('the scripts for Windows', () => {
  const FOLDER = join(ROOT, 'deploy/windows');
  const files = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
  const functions = files.flatMap(({ text }) =>
    [...text.matchAll(/^function ([\w-]+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({ name, body })),
  );

  test.each(files)('$name is strict, and in letters that every PowerShell reads alike', ({ name, text }) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is that there are no others.
    expect(text).toMatch(/^[\x00-\x7f]*$/);
    if (!name.endsWith('.psd1')) expect(text).toContain('Set-StrictMode -Version Latest');
  });

  test.each(functions)('$name tells what it does, and asks before it changes anything', ({ name, body }) => {
    expect(body).toContain('.SYNOPSIS');
    const changes = /^(Set|Clear|Install|Start|Stop|Remove|Protect|Write)-/.test(name);
    expect(body.includes('SupportsShouldProcess')).toBe(changes);
    expect(body.includes('$PSCmdlet.ShouldProcess(')).toBe(changes);
  });

  test('the manifest exports functions that are there', () => {
    const manifest = files.find(({ name }) => name === 'Tqrs.psd1')?.text ?? '';
    const exported = [...(/FunctionsToExport\s*=\s*@\(([^)]*)\)/.exec(manifest)?.[1] ?? '').matchAll(/'([\w-]+)'/g)];
    expect(exported).toHaveLength(8);
    for (const [, name] of exported) expect(functions.map((each) => each.name)).toContain(name);
  });
});
