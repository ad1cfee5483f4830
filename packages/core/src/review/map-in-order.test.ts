import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapInOrder, type Step } from './map-in-order.ts';

/** A source that counts what is read of it and knows whether it was closed. */
function numbers(count: number, more: { fails?: Error; sync?: boolean } = {}) {
  const state = { read: 0, closed: false };
  const next = (): IteratorResult<number> => {
    if (state.read >= count && more.fails) throw more.fails;
    return state.read < count ? { done: false, value: state.read++ } : { done: true, value: undefined };
  };
  const close = (): IteratorResult<number> => {
    state.closed = true;
    return { done: true, value: undefined };
  };
  const source: Iterator<number> | AsyncIterator<number> = more.sync
    ? { next, return: close }
    : { next: async () => next(), return: async () => close() };
  return { source, state };
}

function tick(times = 1): Promise<void> {
  return times === 0 ? Promise.resolve() : new Promise((resolve) => setImmediate(() => resolve(tick(times - 1))));
}

async function stepsOf<Item, Result>(steps: AsyncIterable<Step<Item, Result>>): Promise<string[]> {
  const seen: string[] = [];
  for await (const step of steps) seen.push(`${step.kind === 'started' ? '+' : '-'}${step.index}`);
  return seen;
}

describe('mapInOrder', () => {
  test.each([true, false])(
    'takes each item through at once where the work answers at once (source synchronous: %s)',
    async (sync) => {
      const { source } = numbers(3, { sync });
      expect(await stepsOf(mapInOrder(source, (n) => n * 2, { concurrency: 4 }))).toEqual([
        '+0',
        '-0',
        '+1',
        '-1',
        '+2',
        '-2',
      ]);
    },
  );

  test('begins as many as may be in flight', async () => {
    const { source } = numbers(4);
    expect(await stepsOf(mapInOrder(source, (n) => tick(10).then(() => n), { concurrency: 2 }))).toEqual([
      '+0',
      '+1',
      '-0',
      '+2',
      '-1',
      '+3',
      '-2',
      '-3',
    ]);
  });

  test('finishes in the order of the input, however long each takes, and never exceeds its bounds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 6 }), { maxLength: 25 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (delays, concurrency, sync) => {
          const { source, state } = numbers(delays.length, { sync });
          let inFlight = 0;
          let finished = 0;
          const work = (n: number) => {
            if (delays[n] === 0) return n;
            expect(++inFlight).toBeLessThanOrEqual(concurrency);
            return tick(delays[n]).then(() => {
              inFlight--;
              return n;
            });
          };
          for await (const step of mapInOrder(source, work, { concurrency })) {
            expect(state.read - finished).toBeLessThanOrEqual(2 * concurrency + 1);
            if (step.kind === 'finished')
              expect([step.index, step.item, step.result]).toEqual([finished, finished, finished++]);
          }
          expect(finished).toBe(delays.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a slow one in front does not stop those behind it, up to a bound', async () => {
    const { source, state } = numbers(100);
    const front = Promise.withResolvers<number>();
    const steps = mapInOrder(source, (n) => (n === 0 ? front.promise : tick().then(() => n)), { concurrency: 3 });
    for (let started = 0; started < 6; started++)
      expect((await steps.next()).value).toMatchObject({ kind: 'started', index: started });
    const next = steps.next();
    await tick(20);
    expect(state.read).toBe(6);
    front.resolve(0);
    expect((await next).value).toMatchObject({ kind: 'finished', index: 0 });
    await steps.return();
  });

  test('reads and begins nothing while nobody pulls', async () => {
    const { source, state } = numbers(100);
    const steps = mapInOrder(source, (n) => tick().then(() => n), { concurrency: 8 });
    await tick(5);
    expect(state.read).toBe(0);
    await steps.next();
    await tick(20);
    expect(state.read).toBe(1);
    await steps.return();
  });

  test('leaving the loop aborts what is in flight and closes the source', async () => {
    const { source, state } = numbers(100);
    const signals: AbortSignal[] = [];
    const work = (_: number, signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<number>(() => {});
    };
    for await (const { index } of mapInOrder(source, work, { concurrency: 2 })) if (index === 1) break;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(state.closed).toBe(true);
  });

  test('leaving while the source is still reading does not wait for it', async () => {
    const source: AsyncIterator<number> = { next: () => new Promise(() => {}), return: () => new Promise(() => {}) };
    const controller = new AbortController();
    const pulled = mapInOrder(source, (n) => n, { concurrency: 1, signal: controller.signal }).next();
    controller.abort(new Error('enough'));
    await expect(pulled).rejects.toThrow('enough');
  });

  test('aborting hands out what is finished in order, then throws the reason', async () => {
    const controller = new AbortController();
    const { source, state } = numbers(100);
    const seen: string[] = [];
    const work = (n: number, signal: AbortSignal) =>
      n < 2 ? n : new Promise<number>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const run = async () => {
      for await (const step of mapInOrder(source, work, { concurrency: 2, signal: controller.signal })) {
        seen.push(`${step.kind === 'started' ? '+' : '-'}${step.index}`);
        if (step.index === 3) controller.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
    expect(seen).toEqual(['+0', '-0', '+1', '-1', '+2', '+3']);
    expect(state.closed).toBe(true);
  });

  test('an error of the source comes after all steps before it, and the source is not asked to close', async () => {
    const { source, state } = numbers(3, { fails: new Error('torn') });
    const seen: number[] = [];
    const run = async () => {
      for await (const step of mapInOrder(source, (n) => tick(3).then(() => n), { concurrency: 8 }))
        if (step.kind === 'finished') seen.push(step.index);
    };
    await expect(run()).rejects.toThrow('torn');
    expect(seen).toEqual([0, 1, 2]);
    expect(state.closed).toBe(false);
  });

  test('work that throws ends the iteration at its turn and closes the source', async () => {
    const { source, state } = numbers(5);
    const seen: number[] = [];
    const work = (n: number) => {
      if (n === 1) throw new Error('broken');
      return tick(3).then(() => n);
    };
    const run = async () => {
      for await (const step of mapInOrder(source, work, { concurrency: 2 }))
        if (step.kind === 'finished') seen.push(step.index);
    };
    await expect(run()).rejects.toThrow('broken');
    expect(seen).toEqual([0]);
    expect(state.closed).toBe(true);
  });

  test('lets timers run while the work never waits', async () => {
    const { source } = numbers(1_000_000, { sync: true });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('in time')), 1);
    await expect(stepsOf(mapInOrder(source, (n) => n, { concurrency: 1, signal: controller.signal }))).rejects.toThrow(
      'in time',
    );
  });
});
