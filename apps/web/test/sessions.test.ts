import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  apiError,
  completion,
  type FaultServer,
  type ReceivedRequest,
  raw,
  startFaultServer,
} from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import {
  diagnosisSchema,
  estimateSchema,
  type ModelSettings,
  type RunSettingsInput,
  sessionSchema,
  viewSchema,
} from '../src/api/index.ts';
import { Browser, exportOf, OFFLINE, startTestServer } from './support.ts';

const WITH_MODEL: RunSettingsInput = { ...OFFLINE, judge: 'model' };

/** Says of everything that nobody can tell: what is asked does not matter here, but by whom. */
function answer({ body }: ReceivedRequest) {
  const properties: Record<string, object> = body.response_format?.json_schema?.schema
    ? (body.response_format.json_schema.schema as { properties: Record<string, object> }).properties
    : {};
  const unknown = (schema: object): unknown => {
    const {
      type,
      enum: values,
      properties: inner,
      anyOf,
    } = schema as {
      type?: string | string[];
      enum?: string[];
      properties?: Record<string, object>;
      anyOf?: object[];
    };
    if (values !== undefined) return values.includes('cannot-assess') ? 'cannot-assess' : values[0];
    if (inner !== undefined)
      return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, unknown(one)]));
    if (
      anyOf?.some((one) => (one as { type?: string }).type === 'null') ||
      (Array.isArray(type) && type.includes('null'))
    )
      return null;
    return type === 'boolean' ? true : 'Nothing shows it.';
  };
  return completion(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, unknown(schema)])));
}

const modelAt = (server: FaultServer, apiKey: string): ModelSettings => ({
  provider: 'compatible',
  baseUrl: `${server.url}/v1`,
  apiKey,
  model: `model-of-${apiKey.slice(-1)}`,
});
const keysAt = ({ requests }: FaultServer) => new Set(requests.map(({ headers }) => headers.authorization));

const viewOf = async (user: Browser, run: string) =>
  `${(await user.get(viewSchema, 'POST', `/api/runs/${run}/view`)).base}index.html`;

function everythingBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n');
}

describe('the model of a session', () => {
  test('is used by its runs and by nobody else’s, and its key is nowhere to be found', {
    timeout: 120_000,
  }, async () => {
    const KEYS = ['sk-session-secret-A', 'sk-session-secret-B'];
    await using one = await startFaultServer(answer);
    await using two = await startFaultServer(async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return answer(request);
    });
    await using server = await startTestServer({
      maxRuns: 2,
      environment: { TQRS_SERVE_ADDRESSES: `127.0.0.1:${one.port},127.0.0.1:${two.port}` },
    });
    const [ada, ben] = [await Browser.at(server), await Browser.at(server)];
    const told = await ada.get(sessionSchema, 'PUT', '/api/session/model', modelAt(one, KEYS[0] ?? ''));
    expect(told.model).toMatchObject({
      current: { provider: 'compatible', model: 'model-of-A', host: `127.0.0.1:${one.port}`, origin: 'session' },
      configuredOnServer: false,
      mayChange: true,
    });
    await ben.get(sessionSchema, 'PUT', '/api/session/model', modelAt(two, KEYS[1] ?? ''));
    const runs = [];
    for (const user of [ada, ben]) runs.push(await user.begin(4, WITH_MODEL));
    let processes = '';
    await ben.watch(runs[1]?.id ?? '', {
      enough: ({ events }) => {
        if (events.length > 0) processes ||= execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
        return false;
      },
    });
    expect(processes).toContain('--judge=compatible');
    for (const [index, user] of [ada, ben].entries()) {
      const run = await user.finished(runs[index]?.id ?? '');
      expect(run).toMatchObject({ state: 'finished', model: { model: `model-of-${'AB'[index]}`, origin: 'session' } });
      expect(run.requests).toBeGreaterThan(0);
    }
    expect(keysAt(one)).toEqual(new Set([`Bearer ${KEYS[0]}`]));
    expect(keysAt(two)).toEqual(new Set([`Bearer ${KEYS[1]}`]));
    expect(new Set(two.requests.map(({ body }) => body.model))).toEqual(new Set(['model-of-B']));

    const everywhere = [ada.seen, ben.seen, server.log(), processes, everythingBelow(server.dataFolder)].join('\n');
    expect(everywhere).not.toContain('sk-session-secret');
    expect((await ben.get(sessionSchema, 'DELETE', '/api/session/model')).model.current).toBe(null);
  });

  test('is what a run began with, whatever becomes of the session', { timeout: 60_000 }, async () => {
    await using model = await startFaultServer(answer);
    await using server = await startTestServer({ environment: { TQRS_SERVE_ADDRESSES: `127.0.0.1:${model.port}` } });
    const user = await Browser.at(server);
    await user.get(sessionSchema, 'PUT', '/api/session/model', modelAt(model, 'sk-first-1'));
    const { id } = await user.begin(3, WITH_MODEL);
    await user.get(sessionSchema, 'PUT', '/api/session/model', modelAt(model, 'sk-second-2'));
    expect(await user.finished(id)).toMatchObject({ state: 'finished', model: { model: 'model-of-1' } });
    expect(keysAt(model)).toEqual(new Set(['Bearer sk-first-1']));
  });

  test('is tested and estimated for', { timeout: 60_000 }, async () => {
    await using model = await startFaultServer([apiError(401)]);
    await using server = await startTestServer({ environment: { TQRS_SERVE_ADDRESSES: `127.0.0.1:${model.port}` } });
    const user = await Browser.at(server);
    expect(await user.get(diagnosisSchema, 'POST', '/api/session/model/test')).toEqual({ status: 'offline' });
    await user.get(sessionSchema, 'PUT', '/api/session/model', modelAt(model, 'sk-wrong-1'));
    const diagnosis = await user.get(diagnosisSchema, 'POST', '/api/session/model/test');
    expect(diagnosis).toMatchObject({ status: 'failed', problem: 'wrong-key', model: { model: 'model-of-1' } });
    const upload = await user.upload({ 'a.json': exportOf(3) });
    const estimate = await user.get(estimateSchema, 'POST', `/api/uploads/${upload.id}/estimate`, WITH_MODEL);
    expect(estimate).toMatchObject({ judge: 'compatible:model-of-1', tickets: 3 });
    expect(model.requests).toHaveLength(1);
  });

  test('is refused at an address that the server does not allow, or that is not public', async () => {
    await using server = await startTestServer({ environment: { TQRS_SERVE_ADDRESSES: '*' } });
    const user = await Browser.at(server);
    const put = (baseUrl: string) =>
      user.ask('PUT', '/api/session/model', { body: { provider: 'compatible', baseUrl, model: 'm' } });
    expect((await put('http://127.0.0.1:9/v1')).json.error.code).toBe('address-refused');
    expect((await put('https://169.254.169.254/v1')).json.error.code).toBe('address-refused');
    // A name is checked where it is connected to.
    expect((await put('https://localhost:9443/v1')).status).toBe(200);
    const diagnosis = await user.get(diagnosisSchema, 'POST', '/api/session/model/test');
    expect(diagnosis).toMatchObject({ status: 'failed', problem: 'address-refused' });
  });

  test('leads the server nowhere by a redirection, also not where its address is allowed', async () => {
    await using inside = await startFaultServer(answer);
    await using model = await startFaultServer([raw(307, '', { location: `${inside.url}/v1/chat/completions` })]);
    await using server = await startTestServer({ environment: { TQRS_SERVE_ADDRESSES: `127.0.0.1:${model.port}` } });
    const user = await Browser.at(server);
    await user.get(sessionSchema, 'PUT', '/api/session/model', modelAt(model, 'sk-mine-1'));
    const diagnosis = await user.get(diagnosisSchema, 'POST', '/api/session/model/test');
    expect(diagnosis).toMatchObject({ status: 'failed', problem: 'web-page' });
    expect(model.requests).toHaveLength(1);
    expect(inside.requests).toHaveLength(0);
  });
});

describe('a model that is configured on the server', () => {
  const configured = (model: FaultServer) => ({
    OPENAI_API_KEY: 'sk-server-secret',
    OPENAI_BASE_URL: `${model.url}/v1`,
    OPENAI_MODEL: 'house-model',
    TQRS_SERVE_ADMIN_TOKEN: 'administrators-only',
    TQRS_SERVE_ADDRESSES: '127.0.0.1',
  });

  test('is everybody’s; only an administrator can try another one, and takes its key nowhere', {
    timeout: 60_000,
  }, async () => {
    await using house = await startFaultServer(answer);
    await using other = await startFaultServer([completion({ ready: true })]);
    await using server = await startTestServer({ environment: configured(house) });
    const user = await Browser.at(server);
    const { model } = await user.get(sessionSchema, 'GET', '/api/session?admin=true');
    expect(model).toMatchObject({
      current: { provider: 'openai', model: 'house-model', origin: 'server' },
      configuredOnServer: true,
      mayChange: false,
    });
    const refused = await user.ask('PUT', '/api/session/model', { body: modelAt(other, 'sk-mine-9') });
    expect(refused.json.error.code).toBe('model-set-by-server');

    for (const token of [undefined, '', 'guess']) {
      const { status, json } = await user.ask('POST', '/api/session/admin', { body: { token } });
      expect([status, json.error.code]).toEqual([401, 'token-wrong']);
    }
    const admin = await user.get(sessionSchema, 'POST', '/api/session/admin', { token: 'administrators-only' });
    expect(admin).toMatchObject({ admin: true, model: { mayChange: true } });
    await user.get(sessionSchema, 'PUT', '/api/session/model', modelAt(other, 'sk-mine-9'));
    expect(await user.get(diagnosisSchema, 'POST', '/api/session/model/test')).toMatchObject({
      status: 'ok',
      model: { model: 'model-of-9' },
    });
    expect(keysAt(other)).toEqual(new Set(['Bearer sk-mine-9']));

    const run = await (await Browser.at(server)).start(await user.upload({ 'a.json': exportOf(2) }), WITH_MODEL);
    expect(await user.finished(run.id)).toMatchObject({ state: 'finished', model: { origin: 'server' } });
    expect(keysAt(house)).toEqual(new Set(['Bearer sk-server-secret']));
    const everywhere = user.seen + server.log() + everythingBelow(server.dataFolder);
    expect(everywhere).not.toMatch(/sk-server-secret|administrators-only|sk-mine/);
  });

  test('is not handed to a run of the offline judge', { timeout: 60_000 }, async () => {
    await using house = await startFaultServer(answer);
    await using server = await startTestServer({ environment: configured(house) });
    const user = await Browser.at(server);
    const run = await user.begin(2);
    expect(await user.finished(run.id)).toMatchObject({ state: 'finished', model: null, requests: 0 });
    expect(house.requests).toHaveLength(0);
  });
});

test('who knew a session before it was an administrator’s has none of it', async () => {
  await using server = await startTestServer();
  const user = await Browser.at(server);
  await user.ask('PUT', '/api/session/name', { body: { name: 'Ada' } });
  const { cookie } = user;
  const { headers, json } = await user.ask('POST', '/api/session/admin', { body: { token: server.adminToken } });
  expect(json).toMatchObject({ admin: true, name: 'Ada' });
  expect(headers['set-cookie']?.[0]).toMatch(/^tqrs=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(user.cookie).not.toBe(cookie);
  expect((await user.ask('GET', '/api/session')).json.admin).toBe(true);
  user.cookie = cookie;
  expect((await user.ask('GET', '/api/session')).status).toBe(401);
});

test('a session that is ended opens no report', { timeout: 60_000 }, async () => {
  await using server = await startTestServer();
  const [ada, ben] = [await Browser.at(server), await Browser.at(server)];
  const { id } = await ada.finished((await ada.begin(1)).id);
  const [hers, his] = [await viewOf(ada, id), await viewOf(ben, id)];
  await ada.ask('DELETE', '/api/session');
  expect((await ada.ask('GET', hers)).status).toBe(404);
  expect((await ben.ask('GET', his)).status).toBe(200);
});

test('a session that is ended is over', async () => {
  await using server = await startTestServer();
  const user = await Browser.at(server);
  const { cookie } = user;
  expect((await user.ask('DELETE', '/api/session')).status).toBe(204);
  user.cookie = cookie;
  expect((await user.ask('GET', '/api/session')).status).toBe(401);
});
