import { completion, startFaultServer } from '@tqrs/fault-server';
import { describe, expect, test, vi } from 'vitest';
import { ask, fixture, fixturesOf, GOOD, modelAt, outcomeOf, SECRET_KEY, testOutcomes } from '../../test/support.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';
import { createOpenAIModel } from './openai-model.ts';

/** What comes of each recorded response when nothing else follows. */
const OUTCOMES = {
  completion: GOOD,
  reasoning: GOOD,
  refusal: 'refusal',
  truncated: 'truncated',
  'answer-filtered': 'filtered',
  'invalid-key': 'wrong-key',
  'no-permission': 'no-permission',
  'model-not-found': 'model-not-found',
  'wrong-path': 'endpoint-not-found',
  'insufficient-quota': 'quota-exhausted',
  'rate-limit': 'rate-limited',
  'context-length': 'context-length',
  'unsupported-max-tokens': 'bad-request',
  'unsupported-temperature': 'bad-request',
  'unsupported-json-schema': 'bad-request',
  'server-error': 'server-error',
  overloaded: 'server-error',
};
const LEARNED = ['unsupported-max-tokens', 'unsupported-temperature', 'unsupported-json-schema'];
const fixtures = fixturesOf('openai');

describe('what OpenAI answers', () => {
  testOutcomes(fixtures, OUTCOMES, modelAt);

  test.each(fixtures.filter(({ name }) => LEARNED.includes(name)))('$name is learned', async ({ reply }) => {
    await using server = await startFaultServer([reply, completion(GOOD)]);
    const parameters = { temperature: 0.1, maxOutputTokens: 100 };
    expect(await outcomeOf(ask(modelAt(server, { tries: 1, parameters })))).toEqual(GOOD);
  });

  test('is counted as it says', async () => {
    await using server = await startFaultServer([fixture('openai', 'reasoning')]);
    expect(await ask(modelAt(server))).toMatchObject({
      modelId: 'o4-mini-2025-04-16',
      usage: { inputTokens: 75, cachedInputTokens: 0, outputTokens: 1186, reasoningTokens: 1024 },
      fingerprint: undefined,
    });
  });
});

describe('a model of OpenAI', () => {
  test('is at api.openai.com unless told otherwise, whatever the environment says', () => {
    vi.stubEnv('OPENAI_BASE_URL', 'https://elsewhere.test/v1');
    const model = createOpenAIModel({ apiKey: SECRET_KEY, model: 'gpt-4o', network: {} });
    expect(model).toMatchObject({ provider: 'openai', modelId: 'gpt-4o', endpointHost: 'api.openai.com' });
    vi.unstubAllEnvs();
  });

  test('sends nothing of the environment that it was not given', async () => {
    vi.stubEnv('OPENAI_ORG_ID', 'org-elsewhere');
    vi.stubEnv('OPENAI_PROJECT_ID', 'proj-elsewhere');
    vi.stubEnv('OPENAI_ADMIN_KEY', 'admin-elsewhere');
    await using server = await startFaultServer([completion(GOOD)]);
    await ask(modelAt(server));
    vi.unstubAllEnvs();
    expect(JSON.stringify(server.requests)).not.toContain('elsewhere');
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${SECRET_KEY}`);
  });

  test.each(['', '/', '/chat/completions', '/chat/completions/'])('takes an address that ends in "%s"', async (end) => {
    await using server = await startFaultServer([completion(GOOD)]);
    await ask(modelAt(server, { baseUrl: `${server.url}/v1${end}` }));
    expect(server.requests[0]?.path).toBe('/v1/chat/completions');
  });

  test.each([
    ['no key', { apiKey: ' ' }],
    ['a key with a line break inside', { apiKey: `${SECRET_KEY}\nX: y` }],
    ['a key with a quotation mark of a word processor', { apiKey: `“${SECRET_KEY}”` }],
    ['no address', { baseUrl: 'api.openai.com' }],
    ['an address with a password', { baseUrl: `https://me:${SECRET_KEY}@host/v1` }],
    ['no time', { timeoutMs: 0 }],
    ['no try', { tries: 0 }],
    ['a try that is no number', { tries: Number.NaN }],
  ])('is refused with %s, and its key is not shown', (_, options) => {
    const make = () => createOpenAIModel({ apiKey: SECRET_KEY, model: 'gpt-4o', network: {}, ...options });
    expect(make).toThrow(ModelConfigError);
    expect(make).not.toThrow(SECRET_KEY);
  });
});
