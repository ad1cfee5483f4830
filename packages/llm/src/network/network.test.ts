import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, rootCertificates, setDefaultCACertificates } from 'node:tls';
import { CA_FILE, completion, raw, SERVER_TLS, startFaultServer, startProxy } from '@tqrs/fault-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, everythingIn, failureOf, freePort, GOOD, outcomeOf, SECRET_KEY } from '../../test/support.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';
import { createOpenAIModel } from '../openai/openai-model.ts';
import { createFetch } from './create-fetch.ts';
import { type NetworkSettings, networkFromEnvironment } from './network-settings.ts';

const good = completion(GOOD);
const trust = { NODE_EXTRA_CA_CERTS: CA_FILE };

const modelAt = (baseUrl: string, environment: Record<string, string> = {}, tries = 1) =>
  createOpenAIModel({
    apiKey: SECRET_KEY,
    model: 'gpt-4o',
    baseUrl,
    tries,
    backoffMs: 1,
    network: networkFromEnvironment(environment),
  });

describe('a proxy', () => {
  test.each([
    ['http', 'HTTP_PROXY'],
    ['http', 'http_proxy'],
    ['https', 'HTTPS_PROXY'],
    ['https', 'https_proxy'],
    ['https', 'HTTP_PROXY'],
  ])('is used for %s: addresses, from %s', async (protocol, variable) => {
    await using server = await startFaultServer([good], protocol === 'https' ? { tls: SERVER_TLS } : {});
    await using proxy = await startProxy(server.port);
    const model = modelAt(`${protocol}://model.test/v1`, { ...trust, [variable]: proxy.url });
    expect((await ask(model)).object).toEqual(GOOD);
    expect(proxy.asked).toEqual([protocol === 'https' ? 'model.test:443' : 'http://model.test/v1/chat/completions']);
    expect(server.requests[0]?.headers.host).toBe('model.test');
  });

  test('may be written without http://', async () => {
    await using server = await startFaultServer([good]);
    await using proxy = await startProxy(server.port);
    await ask(modelAt('http://model.test/v1', { HTTP_PROXY: proxy.url.replace('http://', '') }));
    expect(proxy.asked).toHaveLength(1);
  });

  test('gets the name and password of its address', async () => {
    await using server = await startFaultServer([good]);
    await using proxy = await startProxy(server.port, { credentials: 'me:pass word' });
    const withPassword = proxy.url.replace('//', '//me:pass%20word@');
    expect((await ask(modelAt('http://model.test/v1', { HTTP_PROXY: withPassword }))).object).toEqual(GOOD);
  });

  test.each([
    ['the host', 'model.test'],
    ['its domain', '.test'],
    ['its domain with a star', '*.test'],
    ['a list', 'other.example, model.test'],
    ['everything', '*'],
  ])('is passed by where NO_PROXY names %s', async (_, NO_PROXY) => {
    await using server = await startFaultServer([good]);
    await using proxy = await startProxy(server.port);
    const model = modelAt('http://model.test/v1', { HTTP_PROXY: proxy.url, NO_PROXY });
    // Nothing resolves this name, which shows that no proxy was asked.
    expect((await failureOf(ask(model))).code).toBe('dns');
    expect(proxy.asked).toEqual([]);
  });

  test('is passed by for this machine', async () => {
    await using server = await startFaultServer([good]);
    await using proxy = await startProxy(server.port);
    await ask(modelAt(`${server.url}/v1`, { HTTP_PROXY: proxy.url }));
    await ask(modelAt(`http://localhost:${server.port}/v1`, { HTTP_PROXY: proxy.url }));
    expect(proxy.asked).toEqual([]);
  });

  test.each([
    ['wants a password', { credentials: 'me:secret-password' }, 'status 407', false],
    ['forbids the host', { refuseWith: 403 }, 'status 403', false],
    ['cannot reach the host', { refuseWith: 502 }, 'status 502', true],
  ])('that %s is told from the server', async (_, options, words, retryable) => {
    await using proxy = await startProxy(1, options);
    const wrong = proxy.url.replace('//', '//me:wrong-password@');
    const error = await failureOf(ask(modelAt('https://model.test/v1', { HTTPS_PROXY: wrong })));
    expect(error).toMatchObject({ name: 'ModelRequestError', code: 'proxy', retryable });
    expect(error.message).toContain(words);
    expect(everythingIn(error)).not.toMatch(/wrong-password|bWU6/);
  });

  test('that wants a password is told from the server for http: addresses, too', async () => {
    await using proxy = await startProxy(1, { credentials: 'me:secret-password' });
    const error = await failureOf(ask(modelAt('http://model.test/v1', { HTTP_PROXY: proxy.url })));
    expect(error).toMatchObject({ code: 'proxy', retryable: false });
  });

  test('that does not answer is told from the server', async () => {
    const HTTPS_PROXY = `http://127.0.0.1:${await freePort()}`;
    const error = await failureOf(ask(modelAt('https://model.test/v1', { HTTPS_PROXY })));
    expect(error).toMatchObject({ code: 'proxy', retryable: true });
  });

  test.each(['ftp://proxy:21', 'http://', 'http://me:secret@'])('cannot be %s', (HTTPS_PROXY) => {
    const make = () => createFetch(networkFromEnvironment({ HTTPS_PROXY }));
    expect(make).toThrow(ModelConfigError);
    expect(make).toThrow('HTTPS_PROXY');
    expect(make).not.toThrow('secret');
  });
});

describe('a certificate', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tqrs-certificates-'));
    writeFileSync(join(folder, 'empty.pem'), 'nothing here');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('of an unknown authority is not trusted, and not tried again', async () => {
    await using server = await startFaultServer([good], { tls: SERVER_TLS });
    const error = await failureOf(ask(modelAt(`${server.url}/v1`, {}, 3)));
    expect(error).toMatchObject({ code: 'certificate', retryable: false, spent: { attempts: 1 } });
    expect(error.hint).toContain('NODE_EXTRA_CA_CERTS');
    expect(server.requests).toHaveLength(0);
  });

  test.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])('is trusted where %s names its authority', async (variable) => {
    await using server = await startFaultServer([good], { tls: SERVER_TLS });
    expect((await ask(modelAt(`${server.url}/v1`, { [variable]: CA_FILE }))).object).toEqual(GOOD);
  });

  test('that Node trusts anyway stays trusted beside others', async () => {
    const before = getCACertificates('default');
    const other = join(folder, 'other.pem');
    writeFileSync(other, rootCertificates[0] ?? '');
    setDefaultCACertificates([readFileSync(CA_FILE, 'utf8')]);
    await using server = await startFaultServer([good], { tls: SERVER_TLS });
    const outcome = await outcomeOf(ask(modelAt(`${server.url}/v1`, { SSL_CERT_FILE: other })));
    setDefaultCACertificates(before);
    expect(outcome).toEqual(GOOD);
  });

  test('of another host is not trusted', async () => {
    await using server = await startFaultServer([good], { tls: SERVER_TLS });
    await using proxy = await startProxy(server.port);
    const error = await failureOf(ask(modelAt('https://other.test/v1', { ...trust, HTTPS_PROXY: proxy.url })));
    expect(error.code).toBe('certificate');
  });

  test.each([
    ['no file', 'missing.pem', 'ENOENT'],
    ['a file without one', 'empty.pem', 'no certificate'],
  ])('cannot come from %s', (_, name, words) => {
    const make = () => createFetch(networkFromEnvironment({ SSL_CERT_FILE: join(folder, name) }));
    expect(make).toThrow(ModelConfigError);
    expect(make).toThrow(words);
    expect(make).toThrow('SSL_CERT_FILE');
  });
});

describe('a server that cannot be reached', () => {
  test('since its name is unknown', async () => {
    const error = await failureOf(ask(modelAt('https://model.invalid/v1', {}, 2)));
    expect(error).toMatchObject({ code: 'dns', retryable: true, spent: { attempts: 2 } });
    expect(error.message).toContain('model.invalid');
  });

  test('since nothing listens', async () => {
    const port = await freePort();
    const error = await failureOf(ask(modelAt(`http://127.0.0.1:${port}/v1`)));
    expect(error).toMatchObject({ code: 'connection-refused', retryable: true });
    expect(error.message).toContain(`127.0.0.1:${port}`);
    expect((error.cause as Error).cause).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  test('since its port belongs to another protocol', async () => {
    const error = await failureOf(ask(modelAt('http://127.0.0.1:9/v1', {}, 3)));
    expect(error).toMatchObject({ code: 'connection-refused', retryable: false, spent: { attempts: 1 } });
  });

  test('since it does not speak TLS', async () => {
    await using server = await startFaultServer([good]);
    const error = await failureOf(ask(modelAt(`${server.url.replace('http:', 'https:')}/v1`)));
    expect(error).toMatchObject({ code: 'connection-lost', retryable: false });
    expect(error.hint).toContain('http://');
  });
});

describe('with public addresses alone', () => {
  const publicOnly = { TQRS_PUBLIC_ADDRESSES_ONLY: '1' };

  test.each([
    ['an address of this machine', '127.0.0.1'],
    ['a name that leads to it', 'localhost'],
    ['the same in another notation', '0x7f.1'],
    ['the same as IPv6', '[::ffff:127.0.0.1]'],
  ])('%s is not connected to, also through a proxy', async (_, host) => {
    await using server = await startFaultServer([good]);
    await using proxy = await startProxy(server.port);
    for (const more of [{}, { HTTP_PROXY: proxy.url }]) {
      const error = await failureOf(ask(modelAt(`http://${host}:${server.port}/v1`, { ...publicOnly, ...more }, 3)));
      expect(error).toMatchObject({ code: 'address-refused', retryable: false, spent: { attempts: 1 } });
    }
    expect(server.requests).toHaveLength(0);
    expect(proxy.asked).toEqual([]);
  });

  test('a name that nobody knows is told as such', async () => {
    const error = await failureOf(ask(modelAt('https://model.invalid/v1', publicOnly)));
    expect(error.code).toBe('dns');
  });
});

test.each([301, 302, 303, 307, 308])('nobody is led elsewhere by a redirection: %i', async (status) => {
  await using elsewhere = await startFaultServer([good]);
  const location = `${elsewhere.url}/chat/completions`;
  await using server = await startFaultServer([raw(status, '', { location })]);
  const error = await failureOf(ask(modelAt(`${server.url}/v1`)));
  expect(error).toMatchObject({ code: 'web-page', status });
  expect(elsewhere.requests).toHaveLength(0);
});

test('the environment is read as other tools read it', () => {
  const environment = { HTTP_PROXY: 'http://upper', http_proxy: 'http://lower', HTTPS_PROXY: ' ', NO_PROXY: 'a,b' };
  expect(networkFromEnvironment({ ...environment, SSL_CERT_FILE: '/a.pem' })).toEqual({
    httpProxy: 'http://lower',
    httpsProxy: undefined,
    noProxy: 'a,b',
    caFiles: [{ path: '/a.pem', from: 'SSL_CERT_FILE' }],
  } satisfies NetworkSettings);
});
