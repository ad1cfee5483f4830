import { apiError, completion, startFaultServer } from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { ask, failureOf, GOOD, modelAt } from '../../test/support.ts';
import { createPacer } from '../pacing/pacer.ts';

const good = completion(GOOD);
const slow = { ...good, delayMs: 20 };
const many = (times: number, call: () => Promise<unknown>) => Promise.allSettled(Array.from({ length: times }, call));

describe('the requests of a run', () => {
  test('keep to the concurrency that they share, whichever model they are of', async () => {
    await using server = await startFaultServer([slow]);
    const pacer = createPacer({ maxConcurrency: 3 });
    const models = [modelAt(server, { pacer }), modelAt(server, { pacer, model: 'gpt-4o-mini' })] as const;
    await many(6, () => Promise.all(models.map((model) => ask(model))));
    expect(server.requests).toHaveLength(12);
    expect(server.mostAtOnce).toBe(3);
  });

  test('pause together on 429, and come back with fewer at a time', async () => {
    const server = await startFaultServer(({ index }) =>
      index < 4 ? apiError(429, {}, { 'retry-after-ms': '50' }) : slow,
    );
    await using _ = server;
    const pacer = createPacer({ maxConcurrency: 4 });
    const model = modelAt(server, { pacer });
    const first = many(4, () => ask(model));
    while (server.requests.length < 4) await new Promise((resolve) => setTimeout(resolve, 1));
    const results = await first;
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(server.requests).toHaveLength(8);
    expect(pacer.concurrency).toBeLessThan(4);
  });

  test('slow down where the headers say that nothing is left', async () => {
    const headers = {
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': '3s',
    };
    // The server's clock: what the machine does between two questions takes nothing from the wait.
    const arrivals: number[] = [];
    await using server = await startFaultServer(({ index }) => {
      arrivals.push(performance.now());
      return index === 0 ? completion(GOOD, { headers }) : good;
    });
    const pacer = createPacer({ maxConcurrency: 4 });
    const model = modelAt(server, { pacer });
    await ask(model);
    expect(pacer.concurrency).toBe(2);
    await ask(model);
    const [first = 0, second = 0] = arrivals;
    expect(second - first).toBeGreaterThanOrEqual(49);
  });

  test.each([
    { 'x-ratelimit-remaining-requests': '-1', 'x-ratelimit-remaining-tokens': '-1', 'x-ratelimit-reset-tokens': '0' },
    { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-remaining-tokens': '0' },
  ])('do not slow down for headers that say nothing', async (headers) => {
    await using server = await startFaultServer([completion(GOOD, { headers })]);
    const pacer = createPacer({ maxConcurrency: 4 });
    await ask(modelAt(server, { pacer }));
    expect(pacer.concurrency).toBe(4);
  });

  test.each([
    ['quota-exhausted', apiError(429, { code: 'insufficient_quota' })],
    ['wrong-key', apiError(401)],
  ])('all end with the first %s', async (code, reply) => {
    await using server = await startFaultServer([reply, good]);
    const pacer = createPacer({ maxConcurrency: 1 });
    const model = modelAt(server, { pacer });
    const results = await many(5, () => ask(model));
    expect(results).toMatchObject(Array(5).fill({ status: 'rejected', reason: { code } }));
    expect(server.requests).toHaveLength(1);
    const later = await failureOf(ask(modelAt(server, { pacer })));
    expect(later).toMatchObject({ code, spent: { attempts: 0 } });
    expect(await ask(modelAt(server))).toMatchObject({ object: GOOD });
  });

  test.each([403, 404])('go on after a %i, which is of one model', async (status) => {
    await using server = await startFaultServer([apiError(status), good]);
    const model = modelAt(server);
    await failureOf(ask(model));
    expect(await ask(model)).toMatchObject({ object: GOOD });
  });
});
