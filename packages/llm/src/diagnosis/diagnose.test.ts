import {
  apiError,
  completion,
  type Reply,
  raw,
  SERVER_TLS,
  startFaultServer,
  startProxy,
  webPage,
} from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { fixture, freePort, modelAt, SECRET_KEY } from '../../test/support.ts';
import { createAzureOpenAIModel } from '../azure/azure-model.ts';
import { createOpenAIModel } from '../openai/openai-model.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { diagnose } from './diagnose.ts';

const ready = completion({ ready: true });
const nobody = `127.0.0.1:${await freePort()}`;

describe('a diagnosis', () => {
  test('of a server that takes everything', async () => {
    await using server = await startFaultServer([ready]);
    expect(await diagnose(modelAt(server))).toMatchObject({
      ok: true,
      provider: 'openai',
      host: `127.0.0.1:${server.port}`,
      modelId: 'gpt-4o',
      answeredBy: 'gpt-4o-2024-08-06',
      latencyMs: expect.any(Number),
      capabilities: { answers: 'schema', temperature: true, seed: true },
      spent: { attempts: 1, usage: { inputTokens: 100 } },
    });
    expect(server.requests[0]?.body).toMatchObject({ temperature: 0, seed: 1, max_tokens: 1_000 });
    expect(JSON.stringify(server.requests[0]?.body).length).toBeLessThan(1_000);
  });

  test('of a server that takes less', async () => {
    await using server = await startFaultServer(({ body }) => {
      if ('seed' in body) return apiError(400, { message: 'Unrecognized request argument supplied: seed' });
      if ('temperature' in body) return fixture('openai', 'unsupported-temperature');
      if (body.response_format?.type === 'json_schema') return fixture('openai', 'unsupported-json-schema');
      return ready;
    });
    expect(await diagnose(modelAt(server, { tries: 1 }))).toMatchObject({
      ok: true,
      capabilities: { answers: 'json', temperature: false, seed: false },
      spent: { attempts: 4 },
    });
  });

  test('of a model that tells nothing of what it can', async () => {
    expect(await diagnose(scriptedModel([{ object: { ready: true } }]))).toMatchObject({
      ok: true,
      capabilities: undefined,
    });
  });

  test.each<[string, Reply, RegExp]>([
    ['wrong-key', fixture('openai', 'invalid-key'), /key/],
    ['no-permission', fixture('openai', 'no-permission'), /permissions/],
    ['model-not-found', fixture('openai', 'model-not-found'), /name of the model/],
    ['endpoint-not-found', fixture('openai', 'wrong-path'), /\/v1/],
    ['quota-exhausted', fixture('openai', 'insufficient-quota'), /credit/],
    ['rate-limited', fixture('openai', 'rate-limit'), /concurrency/],
    ['deployment-not-found', fixture('azure', 'deployment-not-found'), /deployment/],
    ['api-version', fixture('azure', 'api-version'), /2024-10-21/],
    ['model-output-filtered', fixture('azure', 'prompt-filtered'), /harmless/],
    ['model-output-filtered', fixture('azure', 'answer-filtered'), /harmless/],
    ['model-output-refusal', fixture('openai', 'refusal'), /another model/],
    ['model-output-invalid', completion({}), /another model/],
    ['web-page', webPage(), /login page/],
    ['malformed-response', raw(200, { hello: 'world' }), /address/],
    ['server-error', apiError(500), /later/],
    ['connection-lost', { ...ready, drop: true }, /network/],
    ['model-timeout', { ...ready, delayMs: 5_000 }, /time/],
  ])('of %s names its cure: %#', async (problem, reply, cure) => {
    await using server = await startFaultServer([reply]);
    const diagnosis = await diagnose(modelAt(server, { tries: 1, timeoutMs: 300 }));
    expect(diagnosis).toMatchObject({ ok: false, problem, message: expect.stringMatching(/.{20}/) });
    expect(diagnosis).toMatchObject({ cure: expect.stringMatching(cure) });
    expect(JSON.stringify(diagnosis)).not.toContain(SECRET_KEY);
  });

  test('of an Azure API version that nobody knows', async () => {
    await using server = await startFaultServer([fixture('azure', 'resource-not-found')]);
    const model = createAzureOpenAIModel({ endpoint: server.url, deployment: 'd', apiKey: SECRET_KEY, network: {} });
    expect(await diagnose(model)).toMatchObject({
      problem: 'endpoint-not-found',
      message: expect.stringContaining('API version'),
      cure: expect.stringContaining('API version'),
    });
  });

  test.each([
    ['dns', 'http://model.invalid/v1', {}, /spelling/],
    ['connection-refused', `http://${nobody}/v1`, {}, /server runs/],
    ['proxy', 'http://model.test/v1', { httpProxy: `http://${nobody}` }, /HTTP_PROXY/],
  ])('of %s', async (problem, baseUrl, network, cure) => {
    const model = createOpenAIModel({ apiKey: SECRET_KEY, model: 'm', baseUrl, network, tries: 1 });
    expect(await diagnose(model)).toMatchObject({ ok: false, problem, cure: expect.stringMatching(cure) });
  });

  test('of a certificate that nobody trusts', async () => {
    await using server = await startFaultServer([ready], { tls: SERVER_TLS });
    await using proxy = await startProxy(server.port);
    const network = { httpsProxy: proxy.url };
    const baseUrl = 'https://model.test/v1';
    const model = createOpenAIModel({ apiKey: SECRET_KEY, model: 'm', baseUrl, network });
    expect(await diagnose(model)).toMatchObject({
      problem: 'certificate',
      cure: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
  });

  test('ends with its abort', async () => {
    await using server = await startFaultServer([{ ...ready, delayMs: 5_000 }]);
    await expect(diagnose(modelAt(server), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
  });
});
