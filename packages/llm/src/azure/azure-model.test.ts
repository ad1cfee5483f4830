import { apiError, completion, type FaultServer, raw, startFaultServer } from '@tqrs/fault-server';
import { describe, expect, test, vi } from 'vitest';
import { ask, failureOf, fixture, fixturesOf, GOOD, outcomeOf, SECRET_KEY, testOutcomes } from '../../test/support.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';
import { type AzureOpenAIModelOptions, createAzureOpenAIModel } from './azure-model.ts';

const good = completion(GOOD);

const modelAt = (server: FaultServer, options: Partial<AzureOpenAIModelOptions> = {}) =>
  createAzureOpenAIModel({
    endpoint: server.url,
    deployment: 'my-gpt',
    ...(!options.tokenProvider && { apiKey: SECRET_KEY }),
    backoffMs: 1,
    network: {},
    ...options,
  });

/** What comes of each recorded response when nothing else follows. */
const OUTCOMES = {
  completion: GOOD,
  'unknown-limits': GOOD,
  'prompt-filtered': 'filtered',
  'answer-filtered': 'filtered',
  'answer-filtered-without-message': 'filtered',
  'invalid-key': 'wrong-key',
  'gateway-unauthorized': 'wrong-key',
  'network-denied': 'no-permission',
  'gateway-quota': 'quota-exhausted',
  'deployment-not-found': 'deployment-not-found',
  'resource-not-found': 'endpoint-not-found',
  'api-version': 'api-version',
  'model-needs-newer-version': 'api-version',
  'json-schema-needs-newer-version': 'api-version',
  'rate-limit': 'rate-limited',
};

describe('what Azure OpenAI answers', () => {
  testOutcomes(fixturesOf('azure'), OUTCOMES, modelAt);

  test('that a schema needs a newer version leads to JSON mode', async () => {
    await using server = await startFaultServer([fixture('azure', 'json-schema-needs-newer-version'), good]);
    const model = modelAt(server, { tries: 1 });
    expect(await outcomeOf(ask(model))).toEqual(GOOD);
    expect(model.capabilities?.answers).toBe('json');
  });
});

describe('an Azure deployment', () => {
  test.each([
    ['a resource', '', '/openai/deployments/my-gpt/chat/completions'],
    ['a resource with a slash', '/', '/openai/deployments/my-gpt/chat/completions'],
    ['a gateway with a path', '/team/llm', '/team/llm/openai/deployments/my-gpt/chat/completions'],
    ['a gateway up to /openai', '/team/openai/', '/team/openai/deployments/my-gpt/chat/completions'],
    ['a gateway with its deployment', '/llm/deployments/other', '/llm/deployments/other/chat/completions'],
    ['a gateway with everything', '/llm/deployments/other/chat/completions', '/llm/deployments/other/chat/completions'],
    ['the path without versions', '/openai/v1/', '/openai/v1/chat/completions'],
  ])('is reached at %s', async (_, path, expected) => {
    await using server = await startFaultServer([good]);
    const model = modelAt(server, { endpoint: server.url + path });
    expect((await ask(model)).object).toEqual(GOOD);
    expect(model).toMatchObject({ provider: 'azure', modelId: 'my-gpt', endpointHost: `127.0.0.1:${server.port}` });
    const request = server.requests[0];
    expect(request?.path).toBe(expected);
    expect(request?.query).toEqual(path.includes('v1') ? {} : { 'api-version': '2024-02-15-preview' });
    expect(request?.headers).toMatchObject({ 'api-key': SECRET_KEY, 'x-api-key': SECRET_KEY });
    expect(request?.headers.authorization).toBeUndefined();
    expect(request?.body.model).toBe('my-gpt');
  });

  test.each([
    ['of the options, before that of the address', { apiVersion: '2024-10-21' }, '2024-10-21'],
    ['of the address', {}, '2024-06-01'],
  ])('is asked with the API version %s', async (_, options, expected) => {
    await using server = await startFaultServer([good]);
    const endpoint = `${server.url}/deployments/x/chat/completions?api-version=2024-06-01`;
    await ask(modelAt(server, { endpoint, ...options }));
    expect(server.requests[0]?.query).toEqual({ 'api-version': expected });
  });

  test('takes nothing from the environment', async () => {
    vi.stubEnv('OPENAI_BASE_URL', 'https://elsewhere.test');
    vi.stubEnv('AZURE_OPENAI_API_KEY', 'elsewhere');
    vi.stubEnv('OPENAI_API_VERSION', 'elsewhere');
    await using server = await startFaultServer([good]);
    await ask(modelAt(server, { tokenProvider: async () => 'token' }));
    vi.unstubAllEnvs();
    expect(JSON.stringify(server.requests)).not.toContain('elsewhere');
  });

  test.each(['', '/openai/v1'])('sends no key along a redirection: "%s"', async (path) => {
    await using elsewhere = await startFaultServer([good]);
    const location = `${elsewhere.url.replace('127.0.0.1', 'localhost')}/chat/completions`;
    await using server = await startFaultServer([raw(307, '', { location })]);
    const error = await failureOf(ask(modelAt(server, { endpoint: server.url + path, tries: 1 })));
    expect(error).toMatchObject({ code: 'web-page', status: 307 });
    expect(elsewhere.requests).toHaveLength(0);
  });

  test.each<[string, Partial<AzureOpenAIModelOptions>]>([
    ['neither key nor token', { apiKey: undefined }],
    ['both', { apiKey: SECRET_KEY, tokenProvider: async () => 'token' }],
    ['an endpoint that is none', { endpoint: 'my-resource' }],
  ])('is refused with %s', async (_, options) => {
    await using server = await startFaultServer([good]);
    expect(() => modelAt(server, options)).toThrow(ModelConfigError);
  });
});

describe('a token provider', () => {
  const later = () => Date.now() + 3_600_000;

  test.each(['', '/openai/v1'])('is asked once for many requests, and its token sent: "%s"', async (path) => {
    await using server = await startFaultServer([apiError(500), good]);
    const tokenProvider = vi.fn(async () => ({ token: 'entra-token', expiresOnTimestamp: later() }));
    const model = modelAt(server, { endpoint: server.url + path, tokenProvider });
    await Promise.all([ask(model), ask(model), ask(model)]);
    expect(tokenProvider).toHaveBeenCalledTimes(1);
    for (const { headers } of server.requests) {
      expect(headers.authorization).toBe('Bearer entra-token');
      expect(headers).not.toHaveProperty('api-key');
      expect(headers).not.toHaveProperty('x-api-key');
    }
  });

  test('that fails is told without its words', async () => {
    await using server = await startFaultServer([good]);
    const tokenProvider = () => Promise.reject(new Error(`secret ${SECRET_KEY}`));
    const error = await failureOf(ask(modelAt(server, { tokenProvider })));
    expect(error).toMatchObject({ code: 'no-token', spent: { attempts: 3 } });
    expect(error.message).toContain('token provider');
    expect(`${error}${error.cause}`).not.toContain(SECRET_KEY);
  });

  test('that hangs is not waited for longer than an attempt may take', async () => {
    await using server = await startFaultServer([good]);
    const tokenProvider = () => new Promise<never>(() => {});
    const error = await failureOf(ask(modelAt(server, { tokenProvider, timeoutMs: 50, tries: 1 })));
    expect(error.code).toBe('model-timeout');
  });
});
