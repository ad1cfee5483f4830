import { completion, type FaultServer, type Reply, raw, startFaultServer } from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ANSWER, ask, failureOf, GOOD, MESSAGES, modelAt, OPTIONS } from '../../test/support.ts';
import type { ModelOutputError } from '../errors/model-output-error.ts';

const good = completion(GOOD);
const limits = (server: FaultServer) => server.requests.map(({ body }) => body.max_tokens);

describe('an answer', () => {
  test('comes with everything that is known about it', async () => {
    await using server = await startFaultServer([completion(GOOD, { fingerprint: 'fp_1' })]);
    expect(await ask(modelAt(server))).toEqual({
      object: GOOD,
      finishReason: 'stop',
      usage: { inputTokens: 100, cachedInputTokens: 40, outputTokens: 20, reasoningTokens: 5 },
      spent: {
        attempts: 1,
        usage: { inputTokens: 100, cachedInputTokens: 40, outputTokens: 20, reasoningTokens: 5 },
        costUsd: (60 * 2.5 + 40 * 1.25 + 20 * 10) / 1e6,
      },
      modelId: 'gpt-4o-2024-08-06',
      requestId: 'req_0',
      fingerprint: 'fp_1',
    });
  });

  test.each<[string, object | null, object]>([
    ['nothing', null, { inputTokens: undefined, outputTokens: undefined, reasoningTokens: undefined }],
    ['a part', { prompt_tokens: 7 }, { inputTokens: 7, cachedInputTokens: undefined, outputTokens: undefined }],
    ['nonsense', { prompt_tokens: 'many', completion_tokens: 3 }, { inputTokens: undefined, outputTokens: 3 }],
    ['true zeros', { prompt_tokens: 7, prompt_tokens_details: { cached_tokens: 0 } }, { cachedInputTokens: 0 }],
  ])('leaves unknown what the server does not count: %s', async (_, usage, expected) => {
    await using server = await startFaultServer([completion(GOOD, { usage })]);
    const answer = await ask(modelAt(server));
    expect(answer.usage).toMatchObject(expected);
    expect(answer.spent.costUsd).toBeUndefined();
  });

  test('is asked for with a strict schema and with the parameters of the model and of the call', async () => {
    await using server = await startFaultServer([good]);
    const model = modelAt(server, { parameters: { temperature: 0.1, maxOutputTokens: 2_000 } });
    await ask(model, { seed: 7, maxOutputTokens: 300 });
    expect(model.parameters).toEqual({ temperature: 0.1, maxOutputTokens: 2_000 });
    expect(server.requests[0]?.path).toBe('/v1/chat/completions');
    expect(server.requests[0]?.headers.authorization).toMatch(/^Bearer sk-/);
    expect(server.requests[0]?.body).toEqual({
      model: 'gpt-4o',
      messages: MESSAGES,
      temperature: 0.1,
      seed: 7,
      max_tokens: 300,
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'answer',
          strict: true,
          schema: {
            $schema: 'http://json-schema.org/draft-07/schema#',
            type: 'object',
            properties: { answer: { type: 'string' } },
            required: ['answer'],
            additionalProperties: false,
          },
        },
      },
    });
  });

  test.each(['text/plain', 'application/octet-stream', ''])('may claim to be of another type: "%s"', async (type) => {
    const body = '{"choices":[{"message":{"content":"{\\"answer\\":\\"yes\\"}"}}]}';
    await using server = await startFaultServer([raw(200, body, { 'content-type': type })]);
    const answer = await ask(modelAt(server));
    expect(answer).toMatchObject({ object: GOOD, finishReason: 'other', modelId: 'gpt-4o', requestId: undefined });
  });

  test('that a schema refuses to describe is a mistake of the caller', async () => {
    await using server = await startFaultServer([good]);
    const call = modelAt(server).generateObject(MESSAGES, z.object({ maybe: z.string().optional() }), OPTIONS);
    expect(await failureOf(call)).toMatchObject({ name: 'ModelConfigError', code: 'schema-unsupported' });
    expect(server.requests).toHaveLength(0);
  });
});

describe('an answer that was cut off', () => {
  const cut = completion(GOOD, { text: '{"answer":"y', finishReason: 'length' });

  test('is asked for once more with twice the limit, and both cost', async () => {
    await using server = await startFaultServer([cut, good]);
    const { spent } = await ask(modelAt(server), { maxOutputTokens: 50 });
    expect(limits(server)).toEqual([50, 100]);
    expect(spent).toMatchObject({ attempts: 2, usage: { inputTokens: 200, outputTokens: 40, reasoningTokens: 10 } });
    expect(spent.costUsd).toBeCloseTo(2 * 0.0004, 10);
  });

  test('is given up after that, with what it cost', async () => {
    await using server = await startFaultServer([cut]);
    const error = await failureOf(ask(modelAt(server), { maxOutputTokens: 50 }));
    expect(error).toMatchObject({ name: 'ModelOutputError', kind: 'truncated', code: 'model-output-truncated' });
    expect(error.spent).toMatchObject({ attempts: 2, usage: { outputTokens: 40 } });
  });

  test('without a limit of ours is given up at once: there is nothing to raise', async () => {
    await using server = await startFaultServer([cut]);
    expect(await failureOf(ask(modelAt(server)))).toMatchObject({ kind: 'truncated', spent: { attempts: 1 } });
  });

  test('stays one where the server does not take twice the limit', async () => {
    const tooLarge = raw(400, { error: { message: 'max_tokens is too large: 100.', param: 'max_tokens' } });
    await using server = await startFaultServer([cut, tooLarge]);
    const error = await failureOf(ask(modelAt(server), { maxOutputTokens: 50 }));
    expect(error).toMatchObject({ kind: 'truncated', spent: { attempts: 2, usage: { outputTokens: 20 } } });
  });
});

describe('an answer that breaks the schema', () => {
  test.each<[string, Reply]>([
    ['a wrong type', completion({ answer: 42 })],
    ['a missing key', completion({})],
    ['no JSON', completion(null, { text: 'Sure! The answer is yes.' })],
    ['a fence, where the server enforces the schema', completion(null, { text: '```json\n{"answer":"yes"}\n```' })],
    ['nothing at all', completion(null, { text: null })],
  ])('is asked for once more: %s', async (_, broken) => {
    await using server = await startFaultServer([broken, good]);
    expect(await ask(modelAt(server))).toMatchObject({ object: GOOD, spent: { attempts: 2 } });
  });

  test('is given up after that, and only the places are told', async () => {
    await using server = await startFaultServer([completion({ answer: 42, list: [1] })]);
    const error = (await failureOf(ask(modelAt(server)))) as ModelOutputError;
    expect(error).toMatchObject({ kind: 'invalid', paths: ['answer'], requestId: 'req_1', spent: { attempts: 2 } });
    expect(server.requests).toHaveLength(2);
  });

  test('does not use up the tries for failures of the network', async () => {
    const replies = [raw(500, ''), completion({}), raw(500, ''), good];
    await using server = await startFaultServer(replies);
    expect(await ask(modelAt(server))).toMatchObject({ object: GOOD, spent: { attempts: 4 } });
  });
});

describe('an answer that is kept back', () => {
  const filter = { hate: { filtered: true, severity: 'high' } };
  const promptFilter = {
    message: "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
    type: null,
    param: 'prompt',
    code: 'content_filter',
    status: 400,
    innererror: { code: 'ResponsibleAIPolicyViolation', content_filter_result: filter },
  };
  test.each<[string, string, Reply]>([
    ['refusal', 'a refusal', completion(null, { text: null, refusal: 'I cannot help with that.' })],
    ['filtered', 'a filter on the prompt', raw(400, { error: promptFilter })],
    ['filtered', 'a filter on the answer', completion(null, { text: '', finishReason: 'content_filter' })],
    ['filtered', 'a flagged prompt', raw(400, { error: { code: 'invalid_prompt', message: 'flagged' } })],
  ])('is %s, and is not asked for again: %s', async (kind, _, reply) => {
    await using server = await startFaultServer([reply]);
    const error = await failureOf(ask(modelAt(server)));
    expect(error).toMatchObject({ name: 'ModelOutputError', kind, spent: { attempts: 1 } });
    expect(server.requests).toHaveLength(1);
  });

  test('costs what it cost', async () => {
    await using server = await startFaultServer([completion(null, { text: null, refusal: 'No.' })]);
    const { spent } = await failureOf(ask(modelAt(server)));
    expect(spent).toMatchObject({ usage: { inputTokens: 100, outputTokens: 20 } });
    expect(spent.costUsd).toBeGreaterThan(0);
  });
});

test('the schema is kept to on this side, too', async () => {
  const schema = ANSWER.refine(({ answer }) => answer !== 'yes', { message: 'not yes' });
  await using server = await startFaultServer([good, completion({ answer: 'no' })]);
  expect((await modelAt(server).generateObject(MESSAGES, schema, OPTIONS)).object).toEqual({ answer: 'no' });
});
