import { completion, type FaultServer, startFaultServer } from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { ask, failureOf, fixturesOf, GOOD, outcomeOf, SECRET_KEY, testOutcomes } from '../../test/support.ts';
import { type CompatibleModelOptions, createCompatibleModel } from './compatible-model.ts';

const good = completion(GOOD);
const modelAt = (server: FaultServer, options: Partial<CompatibleModelOptions> = {}) =>
  createCompatibleModel({ baseUrl: `${server.url}/v1`, model: 'llama', backoffMs: 1, network: {}, ...options });

/** What comes of each recorded response when nothing else follows. */
const OUTCOMES = {
  'ollama-completion': GOOD,
  'ollama-model-not-found': 'model-not-found',
  'vllm-completion': GOOD,
  'vllm-model-not-found': 'model-not-found',
  'vllm-context-length': 'context-length',
  'vllm-max-tokens-too-large': 'context-length',
  'vllm-unknown-parameter': 'bad-request',
  'llama-cpp-completion': GOOD,
  'llama-cpp-context-size': 'context-length',
  'llama-cpp-loading': 'server-error',
  'llama-cpp-wrong-path': 'endpoint-not-found',
  'lm-studio-completion': GOOD,
  'lm-studio-no-json-object': 'bad-request',
  'litellm-unsupported-parameter': 'bad-request',
  'litellm-budget': 'quota-exhausted',
  'openrouter-no-credit': 'quota-exhausted',
};
const fixtures = fixturesOf('compatible');

describe('what compatible servers answer', () => {
  testOutcomes(fixtures, OUTCOMES, modelAt);

  test.each(fixtures.filter(({ name }) => ['vllm-unknown-parameter', 'litellm-unsupported-parameter'].includes(name)))(
    '$name is learned',
    async ({ reply }) => {
      await using server = await startFaultServer([reply, good]);
      const model = modelAt(server, { tries: 1, parameters: { seed: 7 } });
      expect(await outcomeOf(ask(model))).toEqual(GOOD);
      expect(model.capabilities?.seed).toBe(false);
    },
  );
});

describe('a compatible server', () => {
  test('needs no key, and gets none', async () => {
    await using server = await startFaultServer([good]);
    await ask(modelAt(server));
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  test('gets the key that was given', async () => {
    await using server = await startFaultServer([good]);
    await ask(modelAt(server, { apiKey: SECRET_KEY }));
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${SECRET_KEY}`);
  });

  test('has no price, not even for a name that OpenAI uses', async () => {
    await using server = await startFaultServer([good]);
    expect((await ask(modelAt(server, { model: 'gpt-4o' }))).spent.costUsd).toBeUndefined();
    const price = { inputUsd: 1, outputUsd: 1 };
    expect((await ask(modelAt(server, { price }))).spent.costUsd).toBeCloseTo(120e-6, 12);
  });

  test('that pays no heed to a schema is told of it in the prompt, which is remembered', async () => {
    await using server = await startFaultServer(({ body }) =>
      body.messages?.some(({ content }) => content.includes('JSON Schema'))
        ? completion(null, { text: '```json\n{"answer":"yes"}\n```' })
        : completion(null, { text: 'The answer is yes.' }),
    );
    const model = modelAt(server);
    expect(await ask(model)).toMatchObject({ object: GOOD, spent: { attempts: 2 } });
    expect(model.capabilities?.answers).toBe('json');
    expect((await ask(model)).spent.attempts).toBe(1);
  });

  test('that breaks the schema either way goes on being asked for it', async () => {
    await using server = await startFaultServer([completion({}), completion({}), good]);
    const model = modelAt(server);
    expect(await failureOf(ask(model))).toMatchObject({ kind: 'invalid', spent: { attempts: 2 } });
    expect(model.capabilities?.answers).toBe('schema');
  });
});
