import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inspectionSchema } from '../src/api/index.ts';
import { exportOf, serverForAll } from './support.ts';

const MOST = 1_000_000;
const { server, browser } = await serverForAll({ maxFileBytes: MOST });

const filesOf = (upload: string) => readdirSync(join(server.dataFolder, 'uploads', upload)).sort();
/** Waits for the server to notice; the test's own time limit ends the waiting. */
const until = async (isSo: () => boolean) => {
  while (!isSo()) await wait(20);
};

const CSV = 'number,short_description,description\nINC1,"A, b","c\nd"\n';
const XML =
  '<?xml version="1.0"?><unload><incident action="INSERT_OR_UPDATE"><number>INC1</number><short_description>x</short_description></incident></unload>';

describe('an upload', () => {
  test.each([
    ['json', 'a.json', exportOf(2)],
    ['csv', 'a.csv', CSV],
    ['xml', 'a.xml', XML],
    ['json', 'a.json.gz', gzipSync(exportOf(2))],
    ['csv', 'named-wrongly.json', CSV],
  ])('of %s is known by its content: %s', { timeout: 30_000 }, async (format, name, body) => {
    const upload = await browser.upload({ [name]: body });
    const found = await browser.get(inspectionSchema, 'POST', `/api/uploads/${upload.id}/inspect`, {
      rubrics: ['incident-logging'],
      profile: 'default',
    });
    expect(found.files).toMatchObject([{ name, format, problemCount: 0 }]);
    expect(found.tickets).toBeGreaterThan(0);
  });

  test('that says it is too large is refused at once', async () => {
    const { id } = await browser.upload({});
    const answer = await browser.ask('POST', `/api/uploads/${id}/files`, { body: Buffer.alloc(MOST + 1) });
    expect(answer.status).toBe(413);
    expect(answer.json.error).toMatchObject({ code: 'body-too-large', hint: expect.stringContaining('.gz') });
    expect(filesOf(id)).toEqual(['upload.json']);
  });

  test('that turns out to be too large is cut off, and leaves nothing', async () => {
    const { id } = await browser.upload({});
    const { port } = new URL(server.url);
    const status = await new Promise<number>((resolve) => {
      const headers = { cookie: browser.cookie, origin: server.url, 'x-tqrs': '1' };
      const request = httpRequest(
        { port, host: '127.0.0.1', method: 'POST', path: `/api/uploads/${id}/files`, headers },
        (response) => {
          resolve(response.statusCode ?? 0);
          request.destroy();
        },
      );
      request.on('error', () => resolve(413));
      const send = () => {
        while (!request.destroyed && request.write(Buffer.alloc(64 * 1024))) {}
        if (!request.destroyed) request.once('drain', send);
      };
      send();
    });
    expect(status).toBe(413);
    await until(() => filesOf(id).length === 1);
  });

  test('that breaks off leaves nothing, and the next one is as good as ever', async () => {
    const { id } = await browser.upload({});
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = `POST /api/uploads/${id}/files HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${browser.cookie}\r\norigin: http://127.0.0.1\r\nx-tqrs: 1\r\ncontent-length: 500000\r\n\r\n`;
    socket.write(`${head}${'x'.repeat(1_000)}`);
    await until(() => filesOf(id).includes('1.part'));
    socket.destroy();
    await until(() => filesOf(id).length === 1);
    const headers = { 'x-file-name': 'b.json' };
    expect((await browser.ask('POST', `/api/uploads/${id}/files`, { body: exportOf(1), headers })).json).toMatchObject({
      name: 'b.json',
    });
    expect(filesOf(id)).toEqual(['2', 'upload.json']);
  });

  test('that broke off with a server that was killed is in nobody’s way', async () => {
    const { id } = await browser.upload({});
    writeFileSync(join(server.dataFolder, 'uploads', id, '1.part'), 'half');
    expect((await browser.ask('POST', `/api/uploads/${id}/files`, { body: exportOf(1) })).status).toBe(200);
    expect(filesOf(id)).toEqual(['1', 'upload.json']);
  });

  test('takes files that come at the same time', async () => {
    const { id } = await browser.upload({});
    const send = (name: string) =>
      browser.ask('POST', `/api/uploads/${id}/files`, { body: name, headers: { 'x-file-name': name } });
    const names = Array.from({ length: 12 }, (_, index) => `${index}.csv`);
    const answers = await Promise.all(names.map(send));
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
    const kept = readFileSync(join(server.dataFolder, 'uploads', id, 'upload.json'), 'utf8');
    expect(JSON.parse(kept).files).toHaveLength(12);
  });

  test('takes so many files and no more', { timeout: 60_000 }, async () => {
    const { id } = await browser.upload(
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}`, 'x'])),
    );
    const answer = await browser.ask('POST', `/api/uploads/${id}/files`, { body: 'x' });
    expect(answer.json.error.code).toBe('too-many-files');
  });

  test.each([
    [undefined, 'export'],
    ['%E0%A4%A', 'export'],
    [encodeURIComponent('C:\\exports\\a.csv'), 'a.csv'],
    [encodeURIComponent('a\u202e\r\nb\u0000.csv'), 'a b .csv'],
    [encodeURIComponent('..'), '..'],
    ['x'.repeat(500), 'x'.repeat(200)],
  ])('a name is data: %j', async (header, name) => {
    const { id } = await browser.upload({});
    const answer = await browser.ask('POST', `/api/uploads/${id}/files`, {
      body: 'x',
      headers: { 'x-file-name': header },
    });
    expect(answer.json).toEqual({ id: 1, name, bytes: 1 });
    expect(filesOf(id)).toEqual(['1', 'upload.json']);
  });
});

test('what was uploaded is known after a restart, and swept away when nobody wants it', async () => {
  const { id } = await browser.upload({ 'a.json': exportOf(1) });
  const { UploadStore } = await import('../src/server/uploads/upload-store.ts');
  const store = new UploadStore(join(server.dataFolder, 'uploads'), 50);
  await store.open();
  expect(store.get(id).files).toHaveLength(1);
  const DAY = 24 * 60 * 60_000;
  await store.sweep(Date.now() + DAY / 2);
  expect(store.get(id).files).toHaveLength(1);
  await store.sweep(Date.now() + 2 * DAY);
  expect(() => store.get(id)).toThrow('no such upload');
  expect(readdirSync(join(server.dataFolder, 'uploads'))).toEqual([]);
});
