import { apiError, completion, type Reply, raw, startFaultServer, webPage } from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { ask, everythingIn, failureOf, GOOD, modelAt, SECRET_KEY, SECRET_PROMPT } from '../../test/support.ts';
import type { ModelRequestError } from '../errors/model-request-error.ts';
import { ModelTimeoutError } from '../errors/model-timeout-error.ts';
import type { RetryEvent } from './model-options.ts';

const good = completion(GOOD);

describe('a request is tried again', () => {
  test.each<[string, Reply]>([
    ['408', apiError(408)],
    ['409', apiError(409)],
    ['429', apiError(429, { code: 'rate_limit_exceeded' })],
    ['500', apiError(500)],
    ['502 with a web page', webPage(502)],
    ['503', apiError(503)],
    ['504 without a body', raw(504, '')],
    ['a connection that is dropped', { ...good, drop: true }],
    ['a body that is cut in the middle', { ...good, cutAfterBytes: 40 }],
    ['a body that is cut before it begins', { ...good, cutAfterBytes: 0 }],
    ['a body that is not JSON', raw(200, '{"choices": [{"mess')],
    ['an empty body', raw(200, '')],
    ['JSON that is no completion', raw(200, { hello: 'world' })],
    ['a web page with status 200', webPage()],
    ['an error with status 200', raw(200, { error: { message: 'overloaded', code: 503 } })],
    ['a body that stalls', { ...good, stallAfterBytes: 40 }],
    ['a head that does not come', { ...good, delayMs: 5_000 }],
  ])('%s', async (_, reply) => {
    await using server = await startFaultServer([reply, good]);
    const { object, spent } = await ask(modelAt(server, { timeoutMs: 200 }));
    expect(object).toEqual(GOOD);
    expect(spent.attempts).toBe(2);
    expect(server.requests).toHaveLength(2);
  });

  test('three times by default', async () => {
    await using server = await startFaultServer([apiError(500)]);
    const error = await failureOf(ask(modelAt(server)));
    expect(error).toMatchObject({ name: 'ModelRequestError', code: 'server-error', status: 500, retryable: true });
    expect(error.spent.attempts).toBe(3);
    expect(server.requests).toHaveLength(3);
  });

  test('as often as it was told', async () => {
    await using server = await startFaultServer([apiError(500)]);
    await failureOf(ask(modelAt(server, { tries: 1 })));
    expect(server.requests).toHaveLength(1);
  });

  test('after waits that may be up to 1, 2, 4 times the base', async () => {
    await using server = await startFaultServer([apiError(500)]);
    const events: RetryEvent[] = [];
    await failureOf(ask(modelAt(server, { tries: 4, backoffMs: 8, onRetry: (event) => events.push(event) })));
    expect(events.map(({ attempts }) => attempts)).toEqual([1, 2, 3]);
    for (const [index, { delayMs }] of events.entries()) expect(delayMs).toBeLessThanOrEqual(8 * 2 ** index);
  });
});

describe('a request is not tried again', () => {
  test.each<[string, string, Reply]>([
    ['401', 'wrong-key', apiError(401, { code: 'invalid_api_key' })],
    ['403', 'no-permission', apiError(403)],
    ['404', 'endpoint-not-found', apiError(404)],
    [
      'an exhausted quota',
      'quota-exhausted',
      apiError(429, { type: 'insufficient_quota', code: 'insufficient_quota' }),
    ],
    ['402', 'quota-exhausted', apiError(402)],
    ['a conversation that is too long', 'context-length', apiError(400, { code: 'context_length_exceeded' })],
    ['any other 400', 'bad-request', apiError(400, { message: 'Invalid messages.' })],
    ['a redirection', 'web-page', raw(304, '')],
    ['an error 401 in a body with status 200', 'wrong-key', raw(200, { error: { message: 'no', code: 401 } })],
  ])('after %s', async (_, code, reply) => {
    await using server = await startFaultServer([reply]);
    const error = await failureOf(ask(modelAt(server)));
    expect(error).toMatchObject({ code, retryable: false });
    expect(error.spent.attempts).toBe(1);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a wait that the server asks for', () => {
  test.each<[string, number, Record<string, string>]>([
    ['retry-after in seconds', 120_000, { 'retry-after': '120' }],
    ['retry-after-ms', 90_500, { 'retry-after-ms': '90500' }],
    ['both, of which milliseconds go first', 70_000, { 'retry-after': '1', 'retry-after-ms': '70000' }],
  ])('is granted whatever its length: %s', async (_, delayMs, headers) => {
    await using server = await startFaultServer([apiError(503, {}, headers), good]);
    const controller = new AbortController();
    const seen: number[] = [];
    const onRetry = ({ delayMs }: RetryEvent) => {
      seen.push(delayMs);
      controller.abort(new Error('seen enough'));
    };
    await expect(ask(modelAt(server, { onRetry }), { signal: controller.signal })).rejects.toThrow('seen enough');
    expect(seen).toEqual([delayMs]);
    expect(server.requests).toHaveLength(1);
  });

  test('is kept', async () => {
    await using server = await startFaultServer([apiError(429, {}, { 'retry-after-ms': '60' }), good]);
    const start = performance.now();
    await ask(modelAt(server));
    // Never early; how late is the machine's affair.
    expect(performance.now() - start).toBeGreaterThanOrEqual(59);
  });

  test.each([429, 503])('is an error where it is longer than allowed: %i', async (status) => {
    await using server = await startFaultServer([apiError(status, {}, { 'retry-after': '3600' })]);
    const error = await failureOf(ask(modelAt(server, { maxRetryAfterMs: 60_000 })));
    expect(error).toMatchObject({ code: 'retry-after-too-long', status, retryAfterMs: 3_600_000 });
    expect(error.message).toContain('3600 s');
    expect(server.requests).toHaveLength(1);
  });
});

describe('the time for an attempt', () => {
  test.each<[string, Reply]>([
    ['the head', { ...good, delayMs: 5_000 }],
    ['a stalled body', { ...good, stallAfterBytes: 40 }],
    ['a stalled body of an error', { ...apiError(500), stallAfterBytes: 5 }],
    ['a body that drips', { ...good, drip: { bytes: 1, everyMs: 30 } }],
  ])('covers %s', async (_, reply) => {
    await using server = await startFaultServer([reply]);
    const error = await failureOf(ask(modelAt(server, { timeoutMs: 100, tries: 2 })));
    expect(ModelTimeoutError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ code: 'model-timeout', timeoutMs: 100 });
    expect(error.spent.attempts).toBe(2);
  });
});

describe('an abort', () => {
  test.each<[string, Reply]>([
    ['before the head', { ...good, delayMs: 5_000 }],
    ['in the middle of the body', { ...good, stallAfterBytes: 40 }],
    ['during a wait', apiError(503, {}, { 'retry-after': '60' })],
    ['during a pause of all', apiError(429, {}, { 'retry-after': '60' })],
  ])('ends a call %s', async (_, reply) => {
    await using server = await startFaultServer([reply]);
    const controller = new AbortController();
    const call = ask(modelAt(server), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 100);
    await expect(call).rejects.toThrow('enough');
    expect(server.requests).toHaveLength(1);
  });

  test('before the call sends nothing', async () => {
    await using server = await startFaultServer([good]);
    await expect(ask(modelAt(server), { signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow('never');
    expect(server.requests).toHaveLength(0);
  });
});

describe('an error', () => {
  test.each<[string, Reply]>([
    [
      'a server that repeats what it got',
      apiError(400, { message: `${SECRET_PROMPT} with ${SECRET_KEY}`, param: SECRET_PROMPT }),
    ],
    ['a server that repeats it as text', raw(500, `Bearer ${SECRET_KEY}: ${SECRET_PROMPT}`)],
    ['a server that repeats it in its headers', apiError(401, {}, { 'x-echo': SECRET_KEY })],
    ['a broken connection', { ...good, drop: true }],
    ['a page', webPage(403)],
    ['an answer that breaks the schema', completion({ answer: [SECRET_PROMPT] })],
    ['an answer that is cut off', completion(GOOD, { text: SECRET_PROMPT, finishReason: 'length' })],
    ['a refusal', completion(null, { text: null, refusal: SECRET_PROMPT })],
  ])('holds neither key nor prompt nor answer: %s', async (_, reply) => {
    await using server = await startFaultServer([reply]);
    const error = await failureOf(ask(modelAt(server, { tries: 1 })));
    const seen = everythingIn(error);
    expect(seen).not.toContain(SECRET_KEY);
    expect(seen).not.toContain('printer');
    expect(error.message.length).toBeGreaterThan(20);
  });

  test('names the place, the status and the request', async () => {
    const reply = apiError(403, { type: 'invalid_request_error' }, { 'x-request-id': 'req_7' });
    await using server = await startFaultServer([reply]);
    const error = (await failureOf(ask(modelAt(server)))) as ModelRequestError;
    expect(error.message).toContain(`127.0.0.1:${server.port} answered 403 (invalid_request_error)`);
    expect(error.requestId).toBe('req_7');
    expect(error.hint).toBeTruthy();
  });
});
