import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sessionSchema } from '../src/api/index.ts';
import { BY_MODEL, beginByModel, startPacedModel } from './paced-model.ts';
import { startServe } from './serve-process.ts';
import { Browser, COMMAND, cleanEnvironment, lastTry, rowsOf, TemporaryFolder } from './support.ts';

const TICKETS = 24;
/** As many requests as a run has seen answered where a test ends it. */
const ANSWERED = 12;
const readState = (data: string, id: string) =>
  JSON.parse(readFileSync(join(data, 'runs', id, 'run.json'), 'utf8')).state;

/** What was scored, without the times at which it was. */
async function scorecardsOf(browser: Browser, id: string): Promise<unknown> {
  const { text } = await browser.ask('GET', `/api/runs/${id}/download/json`);
  const { scorecards, interrupted } = JSON.parse(text.replace(/"reviewedAt":"[^"]*"/g, '"reviewedAt":""'));
  expect(interrupted).toBe(false);
  return scorecards;
}

describe('a server that was killed', { timeout: 120_000 }, () => {
  test('goes on with its runs, which end as if nothing had happened', async () => {
    using folder = new TemporaryFolder();
    await using model = await startPacedModel(ANSWERED);
    let id = '';
    {
      await using server = await startServe(folder.path, model.environment);
      const browser = await Browser.at(server);
      id = await beginByModel(browser, TICKETS);
      await server.end('SIGKILL');
    }
    model.allow();
    await using server = await startServe(folder.path, model.environment);
    const browser = await Browser.at(server);
    const watched = await browser.watch(id);
    expect(rowsOf(watched)).toHaveLength(TICKETS);
    expect(watched.events.at(-1)).toMatchObject({ type: 'end', reason: 'finished' });
    expect(lastTry(watched).filter(({ type }) => type === 'start' || type === 'end')).toHaveLength(2);
    const undisturbed = await browser.begin(TICKETS, BY_MODEL);
    expect(await browser.finished(undisturbed.id)).toMatchObject({ state: 'finished', done: TICKETS });
    expect(await scorecardsOf(browser, id)).toEqual(await scorecardsOf(browser, undisturbed.id));
  });

  test('leaves a run alone whose credentials it has forgotten, until somebody brings them again', async () => {
    using folder = new TemporaryFolder();
    await using model = await startPacedModel(ANSWERED);
    const environment = { TQRS_SERVE_ADDRESSES: '127.0.0.1' };
    const bring = (browser: Browser) =>
      browser.get(sessionSchema, 'PUT', '/api/session/model', {
        provider: 'compatible',
        baseUrl: `${model.url}/v1`,
        apiKey: 'sk-forgotten',
        model: 'm',
      });
    let id = '';
    {
      await using server = await startServe(folder.path, environment);
      const browser = await Browser.at(server);
      await bring(browser);
      id = await beginByModel(browser, TICKETS);
      await server.end('SIGKILL');
    }
    const { asked } = model;
    model.allow();
    await using server = await startServe(folder.path, environment);
    const browser = await Browser.at(server);
    expect(await browser.run(id)).toMatchObject({ state: 'interrupted', error: { code: 'credentials-gone' } });
    expect((await browser.ask('POST', `/api/runs/${id}/resume`)).json.error.code).toBe('model-needed');
    await bring(browser);
    expect((await browser.ask('POST', `/api/runs/${id}/resume`)).status).toBe(200);
    expect(await browser.finished(id)).toMatchObject({ state: 'finished', done: TICKETS });
    expect(model.asked).toBeGreaterThan(asked);
  });
});

describe('a server that is told to stop', { timeout: 120_000 }, () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s has its runs save what is finished, and goes on with them later',
    async (signal) => {
      using folder = new TemporaryFolder();
      await using model = await startPacedModel(ANSWERED);
      let id = '';
      {
        await using server = await startServe(folder.path, model.environment);
        const browser = await Browser.at(server);
        id = await beginByModel(browser, TICKETS);
        // It may come too late to be let in.
        const watching = browser.watch(id).catch(() => undefined);
        expect(await server.end(signal)).toBe(0);
        await watching;
        expect(server.output()).toContain('"event":"closed"');
      }
      expect(readState(folder.path, id)).toBe('running');
      const marker = JSON.parse(readFileSync(join(folder.path, 'runs', id, 'report/tqrs-run.json'), 'utf8'));
      expect(marker.complete).toBe(false);
      model.allow();
      await using server = await startServe(folder.path, model.environment);
      const browser = await Browser.at(server);
      expect(await browser.finished(id)).toMatchObject({ state: 'finished', done: TICKETS });
    },
  );

  test('says so where its port is taken', async () => {
    using folder = new TemporaryFolder();
    await using server = await startServe(folder.path);
    const args = [COMMAND, 'serve', '--data', folder.path, '--port', new URL(server.url).port];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: cleanEnvironment });
    expect(status).toBe(2);
    expect(stderr).toContain('another program listens there');
  });
});

test('a process of a run that is killed leaves a run that can be resumed', { timeout: 120_000 }, async () => {
  using folder = new TemporaryFolder();
  await using model = await startPacedModel(ANSWERED);
  await using server = await startServe(folder.path, model.environment);
  const browser = await Browser.at(server);
  const id = await beginByModel(browser, TICKETS);
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  const pid = Number(
    lines
      .find((line) => line.includes(`runs/${id}`))
      ?.trim()
      .split(' ')[0],
  );
  process.kill(pid, 'SIGKILL');
  const run = await browser.finished(id);
  expect(run).toMatchObject({ state: 'interrupted', error: { code: 'run-died' } });
  model.allow();
  await browser.ask('POST', `/api/runs/${id}/resume`);
  expect(await browser.finished(id)).toMatchObject({ state: 'finished', done: TICKETS, error: null });
});
