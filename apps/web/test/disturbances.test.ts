import { mkdirSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginByModel, pacedServerForAll } from './paced-model.ts';
import { Browser, exportOf, OFFLINE, portOf, startTestServer } from './support.ts';

const TICKETS = 20;
const { model, server, browser } = await pacedServerForAll();

/** A run that was cancelled before its end, and comes no further when it is gone on with. */
async function stopped(): Promise<string> {
  model.pace(TICKETS / 2);
  const id = await beginByModel(browser, TICKETS);
  await browser.ask('POST', `/api/runs/${id}/cancel`);
  model.settle();
  expect((await browser.finished(id)).state).toBe('cancelled');
  return id;
}

describe('answers that nobody takes', () => {
  let id = '';
  beforeAll(async () => {
    ({ id } = await browser.finished((await browser.begin(300)).id));
  }, 30_000);

  /** Asks, and is gone after some milliseconds. */
  const leave = (path: string, ms: number) =>
    new Promise<void>((resolve) => {
      const head = `GET ${path} HTTP/1.1\r\nhost: localhost\r\ncookie: ${browser.cookie}\r\n\r\n`;
      const socket = connect(portOf(server), '127.0.0.1', () => socket.write(head));
      socket.on('error', () => {});
      setTimeout(() => {
        socket.resetAndDestroy();
        resolve();
      }, ms);
    });

  test('leave room for those who watch', async () => {
    for (let time = 0; time < 210; time++) await browser.ask('HEAD', `/api/runs/${id}/events`);
    await Promise.all(Array.from({ length: 210 }, (_, index) => leave(`/api/runs/${id}/events`, index % 5)));
    expect((await browser.watch(id)).status).toBe(200);
  });

  test.runIf(process.platform === 'linux')('leave no file open', async () => {
    const openFiles = () => readdirSync('/proc/self/fd').length;
    const before = openFiles();
    for (const format of ['ndjson', 'html']) {
      const path = `/api/runs/${id}/download/${format}`;
      for (let time = 0; time < 20; time++) await browser.ask('HEAD', path);
      await Promise.all(Array.from({ length: 20 }, (_, index) => leave(path, index % 5)));
    }
    await expect.poll(openFiles, { timeout: 5_000 }).toBeLessThan(before + 10);
  });
});

describe('at the same time', () => {
  test('a run is gone on with once', { timeout: 60_000 }, async () => {
    const id = await stopped();
    const resume = () => browser.ask('POST', `/api/runs/${id}/resume`, { body: {} });
    const answers = await Promise.all(Array.from({ length: 4 }, resume));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    await browser.ask('DELETE', `/api/runs/${id}`);
  });

  test('a run is deleted, or gone on with and then deleted', { timeout: 60_000 }, async () => {
    const id = await stopped();
    const [resumed, deleted] = await Promise.all([
      browser.ask('POST', `/api/runs/${id}/resume`, { body: {} }),
      browser.ask('DELETE', `/api/runs/${id}`),
    ]);
    expect([200, 404]).toContain(resumed.status);
    expect(deleted.status).toBe(204);
    expect(readdirSync(join(server.dataFolder, 'runs'))).not.toContain(id);
  });

  test('an upload takes no more files than one after the other', async () => {
    const { id } = await browser.upload({});
    const send = () => browser.ask('POST', `/api/uploads/${id}/files`, { body: 'x' });
    const answers = await Promise.all(Array.from({ length: 70 }, send));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
    expect(answers.filter(({ status }) => status === 413)).toHaveLength(20);
    expect((await browser.ask('GET', `/api/uploads/${id}`)).json.files).toHaveLength(50);
    expect(readdirSync(join(server.dataFolder, 'uploads', id))).toHaveLength(51);
  });

  test('an upload is taken away while a file of it comes', async () => {
    const { id } = await browser.upload({});
    const headers = {
      host: new URL(server.url).host,
      cookie: browser.cookie,
      origin: server.url,
      'x-tqrs': '1',
      'content-length': '10',
    };
    const options = { port: portOf(server), method: 'POST', path: `/api/uploads/${id}/files`, headers };
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(options, (response) => resolve(response.resume().statusCode));
      request.on('error', reject).write('12345');
      wait(100)
        .then(() => browser.ask('DELETE', `/api/uploads/${id}`))
        .then(() => request.end('67890'), reject);
    });
    expect(status).toBe(404);
  });
});

test.each([{ where: ['number=\u0000'] }, { sample: 1, seed: 'a\u0000b' }])(
  'what no program can be started with begins no run: %j',
  async (selection) => {
    const upload = await browser.upload({ 'a.json': exportOf(1) });
    const { status } = await browser.ask('POST', '/api/runs', {
      body: { upload: upload.id, settings: { ...OFFLINE, selection } },
    });
    expect(status).toBe(422);
  },
);

test('a run that cannot be saved takes nobody else down', { timeout: 60_000 }, async () => {
  const ill = await startTestServer({ environment: model.environment });
  const user = await Browser.at(ill);
  model.pace(TICKETS / 2);
  const id = await beginByModel(user, TICKETS);
  // Its state is written there first: as good as a full disk.
  mkdirSync(join(ill.dataFolder, 'runs', id, 'run.json.tmp'));
  model.allow();
  await user.watch(id);
  expect((await user.ask('GET', '/health')).status).toBe(200);
  await expect(ill[Symbol.asyncDispose]()).rejects.toThrow('run-not-saved');
});
