import { apiError, completion, type Reply, raw, startFaultServer, webPage } from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { ANSWER, everythingIn, failureOf, MESSAGES, modelAt, OPTIONS, SECRET_PROMPT } from '../../test/support.ts';
import type { GenerateOptions, LanguageModel } from '../language-model.ts';

const LONG = { answer: 'a longer answer in several pieces' };
const whole = JSON.stringify(LONG);
const good = completion(LONG);

async function watch(model: LanguageModel, options: Partial<GenerateOptions> = {}) {
  const stream = model.streamObject(MESSAGES, ANSWER, { ...OPTIONS, ...options });
  const texts: string[] = [];
  for await (const text of stream.text) texts.push(text);
  return { texts, result: stream.result };
}

describe('a streamed answer', () => {
  test('shows its text while it grows, and is whole and validated at the end', async () => {
    await using server = await startFaultServer([{ ...good, drip: { bytes: 150, everyMs: 3 } }]);
    const { texts, result } = await watch(modelAt(server));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.at(-1)).toBe(whole);
    for (const text of texts) expect(whole.startsWith(text)).toBe(true);
    expect(await result).toMatchObject({
      object: LONG,
      finishReason: 'stop',
      usage: { inputTokens: 100, cachedInputTokens: 40, outputTokens: 20, reasoningTokens: 5 },
      modelId: 'gpt-4o-2024-08-06',
      fingerprint: 'fp_test',
      requestId: 'req_0',
      spent: { attempts: 1 },
    });
    expect(server.requests[0]?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  test('needs no reader', async () => {
    await using server = await startFaultServer([good]);
    const { result } = modelAt(server).streamObject(MESSAGES, ANSWER, OPTIONS);
    expect((await result).object).toEqual(LONG);
  });

  test('may come whole from a server that does not stream', async () => {
    const body = { choices: [{ message: { content: whole }, finish_reason: 'stop' }] };
    await using server = await startFaultServer([raw(200, body)]);
    expect((await (await watch(modelAt(server))).result).object).toEqual(LONG);
  });

  test('comes without usage from a server that does not know how to ask for it', async () => {
    await using server = await startFaultServer(({ body }) =>
      body.stream_options
        ? apiError(400, { message: 'Unrecognized request argument supplied: stream_options' })
        : completion(LONG, { usage: null }),
    );
    const { result } = await watch(modelAt(server, { tries: 1 }));
    expect(await result).toMatchObject({ object: LONG, usage: { inputTokens: undefined }, spent: { attempts: 2 } });
  });

  test.each<[string, Reply]>([
    ['cut off in the middle', { ...good, cutAfterBytes: 700 }],
    [
      'ended before its end',
      raw(200, 'data: {"choices":[{"delta":{"content":"{"}}]}\n\n', { 'content-type': 'text/event-stream' }),
    ],
    ['stalled', { ...good, stallAfterBytes: 700 }],
    ['broken in an event', raw(200, 'data: {"choices":\n\n', { 'content-type': 'text/event-stream' })],
    [
      'ended by an error',
      raw(200, 'data: {"error":{"message":"overloaded"}}\n\n', { 'content-type': 'text/event-stream' }),
    ],
    ['a web page', webPage()],
    ['refused with 503', apiError(503)],
  ])('is begun again where it is %s', async (_, reply) => {
    await using server = await startFaultServer([reply, good]);
    const { texts, result } = await watch(modelAt(server, { timeoutMs: 200 }));
    expect(await result).toMatchObject({ object: LONG, spent: { attempts: 2 } });
    expect(texts.at(-1)).toBe(whole);
  });

  test('that ended without saying so was cut off, though its text fits', async () => {
    const event = JSON.stringify({ choices: [{ delta: { content: whole } }] });
    await using server = await startFaultServer([
      raw(200, `data: ${event}\n\n`, { 'content-type': 'text/event-stream' }),
    ]);
    const { result } = await watch(modelAt(server, { tries: 1 }));
    expect(await failureOf(result)).toMatchObject({ code: 'connection-lost' });
  });

  test('that breaks the schema was shown, and is no result', async () => {
    await using server = await startFaultServer([completion({ answer: 42 })]);
    const { texts, result } = await watch(modelAt(server));
    expect(texts).toContain('{"answer":42}');
    expect(await failureOf(result)).toMatchObject({ kind: 'invalid', spent: { attempts: 2 } });
  });

  test.each<[string, Reply]>([
    ['refusal', completion(null, { text: null, refusal: SECRET_PROMPT })],
    ['filtered', completion(null, { text: '', finishReason: 'content_filter' })],
    ['truncated', completion(LONG, { finishReason: 'length' })],
  ])('can be kept back: %s', async (kind, reply) => {
    await using server = await startFaultServer([reply]);
    const error = await failureOf((await watch(modelAt(server))).result);
    expect(error).toMatchObject({ kind });
    expect(everythingIn(error)).not.toContain('printer');
  });

  test('ends with its abort, for the reader as well', async () => {
    await using server = await startFaultServer([{ ...good, stallAfterBytes: 700 }]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 100);
    const { texts, result } = await watch(modelAt(server), { signal: controller.signal });
    await expect(result).rejects.toThrow('enough');
    expect(texts.length).toBeGreaterThan(0);
  });

  test('that cannot be asked for fails in its result', async () => {
    await using server = await startFaultServer([good]);
    const signal = AbortSignal.abort(new Error('never'));
    const { texts, result } = await watch(modelAt(server), { signal });
    await expect(result).rejects.toThrow('never');
    expect(texts).toEqual([]);
  });
});
