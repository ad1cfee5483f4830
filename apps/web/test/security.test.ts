import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { viewSchema } from '../src/api/index.ts';
import { createApp } from '../src/server/http/app.ts';
import { Browser, exportOf, OFFLINE, portOf, serverForAll, startTestServer, TemporaryFolder } from './support.ts';

const { server, browser } = await serverForAll();

/** What is sent is sent as it is. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(portOf(server), '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer));
    // What came before the other side had enough.
    socket.on('error', () => resolve(answer));
  });
}

/** Sends a little every second, until the other side has enough. */
function dripping(head: string, piece: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(portOf(server), '127.0.0.1', () => socket.write(head));
    const timer = setInterval(() => socket.write(piece), 1_000);
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(timer);
      resolve();
    });
    socket.resume();
  });
}

describe('a request from elsewhere', () => {
  const CHANGES = [
    ['POST', '/api/session'],
    ['POST', '/api/session/admin'],
    ['PUT', '/api/session/model'],
    ['DELETE', '/api/session'],
    ['POST', '/api/uploads'],
    ['POST', '/api/uploads/sample'],
    ['POST', '/api/runs'],
    ['DELETE', '/api/runs/0123456789abcdef0123456789abcdef'],
  ] as const;
  const FROM = {
    'without an origin': { origin: undefined, 'sec-fetch-site': undefined },
    'without an origin, whatever it says of its site': { origin: undefined },
    'from another origin': { origin: 'https://evil.example' },
    'from another port': { origin: 'http://127.0.0.1:1' },
    'from a page of no origin': { origin: 'null' },
    'from another site': { 'sec-fetch-site': 'cross-site' },
    'from another port, by its site': { 'sec-fetch-site': 'same-site' },
    'without the header that no form can send': { 'x-tqrs': undefined },
  };
  test.each(Object.entries(FROM))('%s changes nothing', async (_, headers) => {
    for (const [method, path] of CHANGES) {
      const { status, json, headers: told } = await browser.ask(method, path, { headers, body: {} });
      expect([status, json.error.code]).toEqual([403, 'not-same-origin']);
      expect(told['set-cookie']).toBe(undefined);
      expect(told['access-control-allow-origin']).toBe(undefined);
    }
  });

  test('gets no answer that another page could read', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'PUT' };
    const preflight = await browser.ask('OPTIONS', '/api/runs', { headers });
    expect(preflight.headers['access-control-allow-origin']).toBe(undefined);
    expect(preflight.status).toBe(403);
  });
});

describe('a name of the server', () => {
  const health = (host: string) => browser.ask('GET', '/health', { headers: { host } });
  test.each(['localhost', 'localhost:8501', '127.0.0.1', '[::1]:8501', '192.168.1.5:8501'])('is %s', async (host) =>
    expect((await health(host)).status).toBe(200),
  );
  test.each(['evil.example', 'evil.example:8501', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    'is not %s, so that no other name can lead here',
    async (host) => expect((await health(host)).json.error.code).toBe('host-unknown'),
  );
  test.each(['user@localhost', 'localhost/x', 'local host'])('is nothing like %s', async (host) =>
    expect([400, 421]).toContain((await health(host)).status),
  );
  test('may be another one behind a proxy, which then encrypts', async () => {
    const environment = { TQRS_SERVE_URL: 'https://tqrs.example.com' };
    await using proxied = await startTestServer({ environment });
    const user = new Browser(proxied.url);
    const headers = { host: 'tqrs.example.com', origin: 'https://tqrs.example.com' };
    expect((await user.ask('POST', '/api/session', { headers, body: {} })).json.error.code).toBe('token-needed');
    const body = { token: proxied.token };
    const { status, headers: told } = await user.ask('POST', '/api/session', { headers, body });
    expect(status).toBe(200);
    expect(told['set-cookie']?.[0]).toMatch(/^__Host-tqrs=.*; Secure; SameSite=Strict$/);
    expect(told['strict-transport-security']).toBeTruthy();
  });
});

describe('without a session', () => {
  test.each([
    '/api/runs',
    '/api/catalogue',
    '/api/session',
    '/api/uploads/0123456789abcdef0123456789abcdef',
    '/api/runs/0123456789abcdef0123456789abcdef/events',
    '/api/runs/0123456789abcdef0123456789abcdef/download/json',
  ])('%s says nothing', async (path) => {
    for (const cookie of [undefined, 'tqrs=', 'tqrs=guess', `tqrs=${'a'.repeat(43)}`]) {
      const answer = await new Browser(server.url).ask('GET', path, { headers: { cookie } });
      expect([answer.status, answer.json.error.code]).toEqual([401, 'session-needed']);
    }
  });

  test('health is told, and nothing else with it', async () => {
    expect((await new Browser(server.url).ask('GET', '/health')).text).toBe('{"status":"ok"}');
  });

  test('a cookie is for this site, this server and no script', async () => {
    const { headers } = await new Browser(server.url).ask('POST', '/api/session', { body: {} });
    expect(headers['set-cookie']?.[0]).toMatch(/^tqrs=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });
});

describe('a path', () => {
  const TRICKS = ['..', '../..', '%2e%2e', '..%2f..%2f', '..%5c..', '%00', '/etc/passwd', '....//', 'con', '.'];
  let base = '';
  beforeAll(async () => {
    const { id } = await browser.begin(1);
    ({ base } = await browser.get(viewSchema, 'POST', `/api/runs/${id}/view`));
  });
  test.each(TRICKS)('leads nowhere by %s', async (trick) => {
    const { id } = await browser.upload({ 'a.json': exportOf(1) });
    for (const [method, path] of [
      ['GET', `/api/runs/${trick}`],
      ['DELETE', `/api/runs/${trick}`],
      ['POST', `/api/runs/${trick}/view`],
      ['GET', `/api/runs/${trick}/events`],
      ['GET', `/api/runs/${trick}/download/json`],
      ['DELETE', `/api/uploads/${trick}`],
      ['POST', `/api/uploads/${trick}/files`],
      ['DELETE', `/api/uploads/${id}/files/${trick}`],
      ['GET', `${base}${trick}`],
      ['GET', `${base}${trick}/run.json`],
      ['GET', `${base}tickets/${trick}/${trick}/run.json`],
      ['GET', `${base}run.sqlite`],
      ['GET', `${base}tqrs-run.json`],
      ['GET', `/reports/${trick}/index.html`],
      ['GET', `/${trick}`],
      ['GET', `/assets/${trick}`],
    ] as const) {
      const { status } = await browser.ask(method, path);
      expect([400, 404, 405, 503], `${method} ${path}`).toContain(status);
    }
    expect((await browser.ask('GET', `/api/uploads/${id}`)).json.files).toHaveLength(1);
  });

  test('that a report does not have is not there, whatever lies beside it', { timeout: 30_000 }, async () => {
    const { id } = await browser.finished((await browser.begin(1)).id);
    writeFileSync(join(server.dataFolder, 'runs', id, 'secret.html'), 'secret');
    const { base } = await browser.get(viewSchema, 'POST', `/api/runs/${id}/view`);
    for (const path of ['../secret.html', '%2e%2e/secret.html', 'tickets/../../secret.html', '..%2fsecret.html'])
      expect((await browser.ask('GET', `${base}${path}`)).status, path).toBe(404);
    expect((await browser.ask('GET', `${base}index.html`)).status).toBe(200);
  });
});

describe('a report', () => {
  test('is a page of no origin, opened by its address alone and for this run alone', { timeout: 60_000 }, async () => {
    const { id } = await browser.finished((await browser.begin(1)).id);
    const { base } = await browser.get(viewSchema, 'POST', `/api/runs/${id}/view`);
    expect(await browser.get(viewSchema, 'POST', `/api/runs/${id}/view`)).toEqual({ base });
    const stranger = new Browser(server.url);
    const { status, headers, text } = await stranger.ask('GET', `${base}index.html`);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts allow-popups; /);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(text).toContain('http-equiv="Content-Security-Policy"');
    const other = await Browser.at(server);
    expect((await other.get(viewSchema, 'POST', `/api/runs/${id}/view`)).base).not.toBe(base);
    await browser.ask('DELETE', `/api/runs/${id}`);
    expect((await browser.ask('GET', `${base}index.html`)).status).toBe(404);
  });

  test('is downloaded as a file, not shown', { timeout: 30_000 }, async () => {
    const { id } = await browser.finished((await browser.begin(1)).id);
    for (const format of ['html', 'json', 'csv', 'md', 'junit', 'xlsx', 'coaching', 'ndjson']) {
      const { headers } = await browser.ask('GET', `/api/runs/${id}/download/${format}`);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
      expect(headers['content-type']).toBe('application/octet-stream');
    }
  });
});

describe('every answer', () => {
  test('forbids all that the page does not need', async () => {
    for (const path of ['/health', '/', '/api/runs', '/nothing']) {
      const { headers } = await browser.ask('GET', path);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  test.each([
    ['POST', '/api/runs', '{"upload": "SECRET-INPUT", "settings": {"rubrics": ["SECRET-INPUT"], "SECRET-INPUT": 1}}'],
    ['POST', '/api/runs', 'SECRET-INPUT'],
    ['PUT', '/api/session/model', '{"provider": "SECRET-INPUT", "apiKey": "SECRET-INPUT"}'],
    [
      'PUT',
      '/api/session/model',
      '{"provider": "compatible", "model": "m", "baseUrl": "https://SECRET-INPUT.example"}',
    ],
    ['PUT', '/api/session/model', '{"provider": "openai", "apiKey": "SECRET-INPUT-ü"}'],
    ['GET', '/api/runs/SECRET-INPUT', undefined],
    ['GET', '/SECRET-INPUT', undefined],
    ['POST', '/api/session/admin', '{"token": "SECRET-INPUT"}'],
  ])('repeats nothing of a wrong request, and neither does the log: %s %s %s', async (method, path, body) => {
    const answer = await browser.ask(method, path, { body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain('SECRET-INPUT');
    expect(server.log()).not.toContain('SECRET-INPUT');
  });

  test('tells nothing of a defect but that it is one', async () => {
    const lines: string[] = [];
    const log = {
      debug() {},
      info() {},
      error: (event: string, details: object = {}) => lines.push(JSON.stringify({ event, ...details })),
    };
    const app = createApp({
      names: [],
      publicUrl: undefined,
      cookie: 'c',
      api: {},
      log,
      session: { routes: [] },
      reports: { routes: [] },
      sessions: {},
      page: {
        serve: () => {
          throw new Error('SECRET-INPUT');
        },
      },
    } as unknown as Parameters<typeof createApp>[0]);
    const env = { incoming: { complete: true, readableDidRead: false } };
    const answer = await app.request('http://localhost/', { headers: { host: 'localhost' } }, env);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('SECRET-INPUT');
    expect(lines.join()).toContain('"error":"Error"');
    expect(lines.join()).not.toContain('SECRET-INPUT');
  });
});

describe('a request that is too much', () => {
  test('by its headers', async () => {
    expect(await raw(`GET /health HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(70_000)}\r\n\r\n`)).not.toContain(
      ' 200 ',
    );
  });

  test('by its body', async () => {
    const { status, json } = await browser.ask('POST', '/api/session', { body: `{"token":"${'x'.repeat(100_000)}"}` });
    expect([status, json.error.code]).toEqual([413, 'body-too-large']);
  });

  test('by two lengths, or by a smuggled one', async () => {
    for (const lengths of ['content-length: 5\r\ncontent-length: 6', 'content-length: 5\r\ntransfer-encoding: chunked'])
      expect(await raw(`POST /api/session HTTP/1.1\r\nhost: localhost\r\n${lengths}\r\n\r\nhello`)).toContain(' 400 ');
  });

  test('by its slowness is given up, and costs nobody else anything', { timeout: 60_000 }, async () => {
    const slow = raw('POST /api/session HTTP/1.1\r\nhost: localhost\r\nx-drip: ');
    const body = raw(
      `POST /api/session HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\nx-tqrs: 1\r\ncontent-length: 10\r\n\r\n{`,
    );
    expect((await browser.ask('GET', '/health')).status).toBe(200);
    expect(await slow).toContain(' 408 ');
    await body;
  });

  test('by a body that never ends, or that nobody asked for, is given up as well', { timeout: 60_000 }, async () => {
    const own = 'host: localhost\r\norigin: http://localhost\r\nx-tqrs: 1\r\n';
    const connections = [
      `POST /api/session HTTP/1.1\r\n${own}content-length: 60000\r\n\r\n{`,
      `POST /api/session HTTP/1.1\r\n${own}transfer-encoding: chunked\r\n\r\n`,
      'GET /health HTTP/1.1\r\nhost: localhost\r\ncontent-length: 60000\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n',
    ].map((head) => dripping(head, '1\r\n \r\n'));
    await Promise.all(connections);
  });

  test('by the number of runs', async () => {
    const user = await Browser.at(server);
    const statuses = [];
    for (let index = 0; index < 35; index++) {
      const body = { upload: '0123456789abcdef0123456789abcdef', settings: OFFLINE };
      statuses.push((await user.ask('POST', '/api/runs', { body })).status);
    }
    expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(30);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('the page', () => {
  test('is served as it was built: what has a name of its own is kept, the rest is asked for again', async () => {
    using folder = new TemporaryFolder();
    const { mkdirSync } = await import('node:fs');
    mkdirSync(join(folder.path, 'assets'));
    writeFileSync(join(folder.path, 'index.html'), '<!doctype html><title>TQRS</title>');
    writeFileSync(join(folder.path, 'assets/index-a1b2c3.js'), 'export {};');
    writeFileSync(join(folder.path, '.env'), 'SECRET=1');
    await using built = await startTestServer({ pageFolder: folder.path });
    const user = new Browser(built.url);
    const page = await user.ask('GET', '/');
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    const script = await user.ask('GET', '/assets/index-a1b2c3.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    for (const path of ['/runs', `/new/${'0'.repeat(32)}`, `/runs/${'0'.repeat(32)}/details?rubric=a.b`])
      expect((await user.ask('GET', path)).text).toBe(page.text);
    for (const path of [
      '/nonsense',
      '/runs/index.html',
      '/runs/..%2f.env',
      '/.env',
      '/assets/../.env',
      '/assets/',
      '/assets',
    ])
      expect((await user.ask('GET', path)).status).toBe(404);
  });
});

test('others need a token, which cannot be guessed at will', async () => {
  const environment = { TQRS_SERVE_TOKEN: 'correct-horse-battery' };
  await using open = await startTestServer({ host: '0.0.0.0', environment });
  const base = `http://127.0.0.1:${portOf(open)}`;
  const user = new Browser(base);
  expect((await user.ask('POST', '/api/session', { body: {} })).json.error.code).toBe('token-needed');
  const codes = [];
  for (let index = 0; index < 8; index++)
    codes.push((await user.ask('POST', '/api/session', { body: { token: `guess-${index}` } })).json.error.code);
  expect(codes).toEqual([...Array(5).fill('token-wrong'), ...Array(3).fill('too-many-requests')]);
  expect((await user.ask('POST', '/api/session', { body: { token: 'correct-horse-battery' } })).status).toBe(429);
  expect(open.log()).not.toContain('guess-');

  await using other = await startTestServer({ host: '0.0.0.0', environment });
  const friend = await Browser.at({ url: `http://127.0.0.1:${portOf(other)}`, token: 'correct-horse-battery' });
  expect((await friend.ask('GET', '/api/runs')).status).toBe(200);
  expect(friend.seen + other.log()).not.toContain('correct-horse-battery');
});

test('the log has routes and statuses, and no id, key or name', async () => {
  const { id } = await browser.upload({ 'Priya Nair.json': exportOf(1) });
  const line = server
    .log()
    .trimEnd()
    .split('\n')
    .findLast((text) => text.includes('/files'));
  expect(JSON.parse(line ?? '')).toMatchObject({
    event: 'request',
    method: 'POST',
    route: '/api/uploads/:upload/files',
    status: 200,
  });
  expect(server.log()).not.toContain(id);
  expect(server.log()).not.toContain('Priya');
});

test('a token is made where none is given and others could come', async () => {
  await using open = await startTestServer({ host: '0.0.0.0' });
  expect(open.token).toMatch(/^[\w-]{32}$/);
  expect(server.token).toBe(undefined);
  await expect(startTestServer({ environment: { TQRS_SERVE_TOKEN: 'short' } })).rejects.toThrow('TQRS_SERVE_TOKEN');
});
