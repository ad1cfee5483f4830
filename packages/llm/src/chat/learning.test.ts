import { apiError, completion, type ReceivedBody, type Reply, raw, startFaultServer } from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { ask, failureOf, GOOD, modelAt } from '../../test/support.ts';

type Refusal = (body: ReceivedBody) => Reply | undefined;

const unsupported = (name: string, message: string, code: string | null = 'unsupported_parameter'): Refusal => {
  return (body) => (name in body ? apiError(400, { message, code, param: name }) : undefined);
};
/** A server that refuses what it does not know, one thing at a time, and answers the rest. */
const picky =
  (...refusals: Refusal[]) =>
  ({ body }: { body: ReceivedBody }) => {
    for (const refuse of refusals) {
      const reply = refuse(body);
      if (reply) return reply;
    }
    return completion(GOOD);
  };

const noTemperature = unsupported(
  'temperature',
  "Unsupported value: 'temperature' does not support 0.1 with this model. Only the default (1) value is supported.",
  'unsupported_value',
);
const noMaxTokens = unsupported(
  'max_tokens',
  "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
);
const parameters = { temperature: 0.1, maxOutputTokens: 100, seed: 7 };

describe('what a server does not take', () => {
  test.each<[string, Refusal, object]>([
    ['temperature', noTemperature, { seed: 7, max_tokens: 100 }],
    ['max_tokens', noMaxTokens, { temperature: 0.1, max_completion_tokens: 100 }],
    ['seed', unsupported('seed', 'Unrecognized request argument supplied: seed', null), { temperature: 0.1 }],
    [
      'a parameter that only the words name',
      (body) =>
        'seed' in body
          ? raw(422, { detail: [{ loc: ['body', 'seed'], msg: 'extra fields not permitted' }] })
          : undefined,
      { temperature: 0.1 },
    ],
  ])('is learned from its first refusal, left out, and costs no try: %s', async (name, refuse, rest) => {
    await using server = await startFaultServer(picky(refuse));
    const model = modelAt(server, { parameters, tries: 1 });
    expect((await ask(model)).spent.attempts).toBe(2);
    expect(server.requests[1]?.body).toMatchObject(rest);
    expect(server.requests[1]?.body).not.toHaveProperty(name);
  });

  test('is remembered for the next calls', async () => {
    await using server = await startFaultServer(picky(noTemperature, noMaxTokens));
    const model = modelAt(server, { parameters, tries: 1 });
    expect((await ask(model)).spent.attempts).toBe(3);
    expect((await ask(model)).spent.attempts).toBe(1);
    expect(model.capabilities).toEqual({ answers: 'schema', temperature: false, seed: true });
  });

  test('is learned by calls at the same time without forgetting', async () => {
    await using server = await startFaultServer(picky(noTemperature, noMaxTokens));
    const model = modelAt(server, { parameters, tries: 1 });
    await Promise.all(Array.from({ length: 5 }, () => ask(model)));
    const before = server.requests.length;
    await ask(model);
    expect(server.requests.length - before).toBe(1);
  });

  test('is not remembered where leaving it out did not help', async () => {
    // A message that only happens to hold the word, as one that repeats a prompt would.
    await using server = await startFaultServer([
      apiError(400, { message: 'unknown problem: temperature of the room' }),
    ]);
    const model = modelAt(server, { parameters });
    expect(await failureOf(ask(model))).toMatchObject({ code: 'bad-request', spent: { attempts: 2 } });
    expect(model.capabilities?.temperature).toBe(true);
  });

  test('that was not sent teaches nothing', async () => {
    await using server = await startFaultServer([
      apiError(400, { message: 'unknown temperature', param: 'temperature' }),
    ]);
    expect(await failureOf(ask(modelAt(server)))).toMatchObject({ code: 'bad-request', spent: { attempts: 1 } });
  });

  test.each([
    'max_tokens is too large: 100. This model supports at most 50 completion tokens.',
    "Invalid value for 'max_tokens': it must be at most 50.",
    "'max_tokens' or 'max_completion_tokens' is too large: 100. This model's maximum context length is 64 tokens.",
  ])('is not a limit that is only too high: %s', async (message) => {
    await using server = await startFaultServer([apiError(400, { message, param: 'max_tokens' })]);
    const error = await failureOf(ask(modelAt(server, { parameters })));
    expect(error.spent.attempts).toBe(1);
    expect(['bad-request', 'context-length']).toContain(error.code);
  });
});

describe('a server that does not know strict schemas', () => {
  const azureTooOld =
    'response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later';
  const onlyJsonObject: Refusal = ({ response_format: format }) =>
    format?.type === 'json_schema' ? apiError(400, { message: azureTooOld, code: 'BadRequest' }) : undefined;
  const noFormat: Refusal = ({ response_format: format }) =>
    format ? raw(400, { error: "'response_format.type' must be 'text'" }) : undefined;

  test('is asked for JSON, with the schema stated behind the instructions', async () => {
    await using server = await startFaultServer(picky(onlyJsonObject));
    const model = modelAt(server, { tries: 1 });
    expect((await ask(model)).object).toEqual(GOOD);
    const body = server.requests[1]?.body;
    expect(body?.response_format).toEqual({ type: 'json_object' });
    expect(body?.messages?.map(({ role }) => role)).toEqual(['system', 'system', 'user']);
    expect(body?.messages?.[1]?.content).toMatch(/JSON Schema:\n\{.*"additionalProperties":false/);
    expect(model.capabilities?.answers).toBe('json');
    expect((await ask(model)).spent.attempts).toBe(1);
  });

  test('and no JSON mode either, is asked in words alone', async () => {
    await using server = await startFaultServer(picky(onlyJsonObject, noFormat));
    const model = modelAt(server, { tries: 1 });
    expect((await ask(model)).spent.attempts).toBe(3);
    expect(server.requests[2]?.body).not.toHaveProperty('response_format');
    expect(model.capabilities?.answers).toBe('text');
  });

  test('that fails at turning a schema into a grammar, too', async () => {
    const noGrammar: Refusal = ({ response_format: format }) =>
      format?.type === 'json_schema' ? apiError(500, { message: 'failed to parse grammar' }) : undefined;
    await using server = await startFaultServer(picky(noGrammar));
    expect((await ask(modelAt(server, { tries: 1 }))).spent.attempts).toBe(2);
  });

  test.each([
    ['a fence', '```json\n{"answer":"yes"}\n```'],
    ['a fence without a language', '```\n{"answer":"yes"}\n```\n'],
    ['thoughts before it', '<think>\nHm, {"answer":"no"}?\n</think>\n\n{"answer":"yes"}'],
    ['thoughts and a fence', '<think>Hm</think>\n```json\n{"answer":"yes"}```'],
    ['white space', '\n  {"answer":"yes"}\n'],
  ])('may wrap its answer: %s', async (_, text) => {
    await using server = await startFaultServer(({ body }) => onlyJsonObject(body) ?? completion(null, { text }));
    expect(await ask(modelAt(server))).toMatchObject({ object: GOOD, spent: { attempts: 2 } });
  });
});
