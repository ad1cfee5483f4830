import { describe, expect, test } from 'vitest';
import { ModelRequestError } from '../errors/model-request-error.ts';
import { createPacer, type Pacer, type Permit } from './pacer.ts';

const answered = { kind: 'answered' } as const;
const throttled = { kind: 'throttled', pauseMs: 0 } as const;
const exhausted = () => new ModelRequestError('Nothing left.', { code: 'quota-exhausted', retryable: false });

/** Lets everything that is ready happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Enters as often, and collects the permits as they are given. */
function enterAll(pacer: Pacer, times: number, signal?: AbortSignal) {
  const permits: Permit[] = [];
  const failures: unknown[] = [];
  for (let i = 0; i < times; i += 1) {
    pacer.enter(signal).then(
      (permit) => permits.push(permit),
      (error) => failures.push(error),
    );
  }
  return { permits, failures };
}

describe('a pacer', () => {
  test('lets in as many at the same time as it may, in their order', async () => {
    const pacer = createPacer({ maxConcurrency: 2 });
    const order: number[] = [];
    const calls = [0, 1, 2, 3].map(async (call) => {
      const permit = await pacer.enter();
      order.push(call);
      await settle();
      permit.leave(answered);
    });
    await settle();
    expect(pacer.inFlight).toBeLessThanOrEqual(2);
    await Promise.all(calls);
    expect(order).toEqual([0, 1, 2, 3]);
    expect(pacer.inFlight).toBe(0);
  });

  test('halves when the provider pushes back, once for all that were under way, and never below 1', async () => {
    const pacer = createPacer({ maxConcurrency: 8 });
    const { permits } = enterAll(pacer, 8);
    await settle();
    for (const permit of permits) permit.leave(throttled);
    expect(pacer.concurrency).toBe(4);
    for (let round = 0; round < 5; round += 1) (await pacer.enter()).leave(throttled);
    expect(pacer.concurrency).toBe(1);
  });

  test('grows again by one for a round of answers, up to its most', async () => {
    const pacer = createPacer({ maxConcurrency: 4 });
    (await pacer.enter()).leave(throttled);
    expect(pacer.concurrency).toBe(2);
    for (let answers = 0; answers < 3; answers += 1) (await pacer.enter()).leave(answered);
    expect(pacer.concurrency).toBe(3);
    for (let answers = 0; answers < 30; answers += 1) (await pacer.enter()).leave(answered);
    expect(pacer.concurrency).toBe(4);
  });

  test('does not change its pace for other failures', async () => {
    const pacer = createPacer({ maxConcurrency: 4 });
    (await pacer.enter()).leave({ kind: 'failed' });
    expect(pacer.concurrency).toBe(4);
  });

  test('a permit counts once', async () => {
    const pacer = createPacer({ maxConcurrency: 4 });
    const permit = await pacer.enter();
    permit.leave(throttled);
    permit.leave(throttled);
    expect(pacer).toMatchObject({ concurrency: 2, inFlight: 0 });
  });

  test.each(['throttled', 'answered'] as const)('pauses for all, and goes on by itself: %s', async (kind) => {
    const pacer = createPacer({ maxConcurrency: 4 });
    (await pacer.enter()).leave({ kind, pauseMs: 40 });
    const start = performance.now();
    const { permits } = enterAll(pacer, 1);
    await settle();
    expect(permits).toHaveLength(0);
    await pacer.enter();
    // Never early; how late is the machine's affair.
    expect(performance.now() - start).toBeGreaterThanOrEqual(39);
    expect(permits).toHaveLength(1);
  });

  test('an abort ends a wait, and gives the turn to the next', async () => {
    const pacer = createPacer({ maxConcurrency: 1 });
    const first = await pacer.enter();
    const controller = new AbortController();
    const given = enterAll(pacer, 1, controller.signal);
    const next = enterAll(pacer, 1);
    controller.abort(new Error('enough'));
    first.leave(answered);
    await settle();
    expect(given.failures).toMatchObject([{ message: 'enough' }]);
    expect(next.permits).toHaveLength(1);
  });

  test('stops all who wait and all who come, each with an error of its own', async () => {
    const pacer = createPacer({ maxConcurrency: 1 });
    const first = await pacer.enter();
    const waiting = enterAll(pacer, 2);
    first.leave({ kind: 'stop', reason: exhausted });
    const later = await pacer.enter().catch((error: unknown) => error);
    await settle();
    expect(waiting.permits).toHaveLength(0);
    expect([...waiting.failures, later]).toMatchObject(Array(3).fill({ code: 'quota-exhausted' }));
    expect(new Set([...waiting.failures, later]).size).toBe(3);
  });
});
