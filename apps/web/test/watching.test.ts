import { completion, startFaultServer } from '@tqrs/fault-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser, exportOf, OFFLINE, rowsOf, startTestServer, type TestServer } from './support.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer();
  browser = await Browser.at(server);
});
afterAll(() => server[Symbol.asyncDispose]());

const start = async (tickets: number) =>
  (await browser.start(await browser.upload({ 'a.json': exportOf(tickets) }))).id;

describe('watching a run', () => {
  test('tells its state first, then every event in order, then its end', { timeout: 60_000 }, async () => {
    const watched = await browser.watch(await start(300));
    expect(watched.states.map(({ state }) => state)).toEqual(expect.arrayContaining(['running', 'finished']));
    expect(watched.states.at(-1)?.state).toBe('finished');
    expect(watched.events.map(({ type }) => type).filter((type) => type === 'start' || type === 'end')).toEqual([
      'start',
      'end',
    ]);
    expect(rowsOf(watched).map(({ number }) => number)).toEqual(
      Array.from({ length: 300 }, (_, index) => `INC${10_000 + index}`),
    );
    expect(new Set(watched.ids).size).toBe(watched.ids.length);
  });

  test('goes on where a lost connection was, whatever that had seen', { timeout: 120_000 }, async () => {
    const id = await start(1_500);
    const first = await browser.watch(id, { enough: ({ events }) => events.some(({ type }) => type === 'tickets') });
    const second = await browser.watch(id, {
      lastEventId: first.ids.at(-1),
      enough: (watched) => rowsOf(watched).length > 100,
    });
    const third = await browser.watch(id, { lastEventId: second.ids.at(-1) });
    const numbers = [first, second, third].flatMap(rowsOf).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 1_500 }, (_, index) => `INC${10_000 + index}`));
    expect(third.events.at(-1)).toMatchObject({ type: 'end', reason: 'finished' });

    const late = await browser.watch(id);
    expect(late.events).toEqual([first, second, third].flatMap(({ events }) => events));
    expect((await browser.watch(id, { lastEventId: late.ids.at(-1) })).status).toBe(204);
    for (const lastEventId of ['9-99', '1-999999999', 'nonsense', '-1', '1-3'])
      expect((await browser.watch(id, { lastEventId })).states.at(-1)?.state).toBe('finished');
  });

  test('20 watchers, some of whom leave and come back, see the same', { timeout: 120_000 }, async () => {
    const id = await start(1_000);
    const watch = async (index: number) => {
      if (index % 4 > 0) return (await browser.watch(id)).events;
      const before = await browser.watch(id, { enough: (watched) => rowsOf(watched).length > index * 10 });
      const after = await browser.watch(id, { lastEventId: before.ids.at(-1) });
      return [...before.events, ...after.events];
    };
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => watch(index)));
    for (const events of all) expect(events).toEqual(all[0]);
    expect(all[0]?.at(-1)).toMatchObject({ type: 'end' });
  });

  test('is refused without a session', async () => {
    const stranger = new Browser(server.url);
    expect((await stranger.watch(await start(1))).status).toBe(401);
  });
});

describe('a run that is cancelled', () => {
  test('keeps what is finished, and is gone on with to the same end', { timeout: 120_000 }, async () => {
    const id = await start(3_000);
    const watching = browser.watch(id);
    await browser.watch(id, { enough: (watched) => rowsOf(watched).length > 0 });
    expect((await browser.ask('POST', `/api/runs/${id}/cancel`)).status).toBe(200);
    await watching;
    const cancelled = await browser.run(id);
    expect(cancelled).toMatchObject({ state: 'cancelled', hasReport: true, error: null });
    expect(cancelled.done).toBeLessThan(3_000);
    expect(cancelled.summaries[0]?.tickets).toBe(cancelled.done);
    expect((await browser.ask('GET', `/api/runs/${id}/download/csv`)).status).toBe(200);

    expect((await browser.ask('POST', `/api/runs/${id}/resume`)).status).toBe(200);
    const watched = await browser.watch(id);
    expect(rowsOf(watched)).toHaveLength(3_000);
    expect(await browser.run(id)).toMatchObject({ state: 'finished', done: 3_000 });
    expect((await browser.ask('POST', `/api/runs/${id}/resume`)).json.error.code).toBe('run-finished');
  });

  test('is cancelled or deleted also before its process is there', { timeout: 60_000 }, async () => {
    const upload = await browser.upload({ 'a.json': exportOf(3_000) });
    const { id } = await browser.start(upload);
    await browser.ask('POST', `/api/runs/${id}/cancel`);
    expect(await browser.finished(id)).toMatchObject({ state: 'cancelled' });
    const other = await browser.start(upload);
    expect((await browser.ask('DELETE', `/api/runs/${other.id}`)).status).toBe(204);
    const last = await browser.start(await browser.upload({ 'a.json': exportOf(1) }));
    expect(await browser.finished(last.id)).toMatchObject({ state: 'finished' });
  });

  test('is deleted while it goes on', { timeout: 60_000 }, async () => {
    const id = await start(3_000);
    await browser.watch(id, { enough: (watched) => rowsOf(watched).length > 0 });
    const watching = browser.watch(id);
    expect((await browser.ask('DELETE', `/api/runs/${id}`)).status).toBe(204);
    await watching;
    expect((await browser.ask('GET', `/api/runs/${id}`)).status).toBe(404);
  });
});

describe('more runs than may go on at the same time', () => {
  test('wait for each other; one that waits can be cancelled', { timeout: 120_000 }, async () => {
    await using model = await startFaultServer(() => ({ ...completion({}), delayMs: 300 }));
    await using one = await startTestServer({
      maxRuns: 1,
      environment: { OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_MODEL: 'm' },
    });
    const user = await Browser.at(one);
    const upload = await user.upload({ 'a.json': exportOf(5) });
    const [slow, waiting, last] = [
      await user.start(upload, { ...OFFLINE, judge: 'model' }),
      await user.start(upload),
      await user.start(upload),
    ];
    expect((await user.run(waiting.id)).state).toBe('queued');
    await user.ask('POST', `/api/runs/${waiting.id}/cancel`);
    expect((await user.run(waiting.id)).state).toBe('cancelled');
    await user.ask('POST', `/api/runs/${slow.id}/cancel`);
    expect(await user.finished(last.id)).toMatchObject({ state: 'finished' });
    expect((await user.run(slow.id)).state).toBe('cancelled');
    expect((await user.run(waiting.id)).startedAt).toBe(null);
  });
});
