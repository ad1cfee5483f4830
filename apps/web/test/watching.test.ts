import { describe, expect, test } from 'vitest';
import { BY_MODEL, pacedServerForAll } from './paced-model.ts';
import { Browser, exportOf, isGoingOn, rowsOf, startTestServer } from './support.ts';

const TICKETS = 30;
const NUMBERS = Array.from({ length: TICKETS }, (_, index) => `INC${10_000 + index}`);

const { model, server, browser } = await pacedServerForAll();

/** A run that stands still once the model has answered so many requests. */
async function start({ requests }: { requests: number }): Promise<string> {
  model.pace(requests);
  return (await browser.begin(TICKETS, BY_MODEL)).id;
}

describe('watching a run', { timeout: 60_000 }, () => {
  test('tells its state first, then every event in order, then its end', async () => {
    const watched = await browser.watch(await start({ requests: Number.POSITIVE_INFINITY }));
    expect(watched.states.map(({ state }) => state)).toEqual(expect.arrayContaining(['running', 'finished']));
    expect(watched.states.at(-1)?.state).toBe('finished');
    expect(watched.events.map(({ type }) => type).filter((type) => type === 'start' || type === 'end')).toEqual([
      'start',
      'end',
    ]);
    expect(rowsOf(watched).map(({ number }) => number)).toEqual(NUMBERS);
    expect(new Set(watched.ids).size).toBe(watched.ids.length);
  });

  test('goes on where a lost connection was, whatever that had seen', async () => {
    const id = await start({ requests: 12 });
    const first = await browser.watch(id, { enough: isGoingOn });
    const second = browser.watch(id, { lastEventId: first.ids.at(-1), enough: isGoingOn });
    model.allow(12);
    const { ids, ...seen } = await second;
    model.allow();
    const third = await browser.watch(id, { lastEventId: ids.at(-1) });
    const parts = [first, { ...seen, ids }, third];
    expect(parts.flatMap(rowsOf).map(({ number }) => number)).toEqual(NUMBERS);
    expect(third.events.at(-1)).toMatchObject({ type: 'end', reason: 'finished' });

    const late = await browser.watch(id);
    expect(late.events).toEqual(parts.flatMap(({ events }) => events));
    expect((await browser.watch(id, { lastEventId: late.ids.at(-1) })).status).toBe(204);
    for (const lastEventId of ['9-99', '1-999999999', 'nonsense', '-1', '1-3'])
      expect((await browser.watch(id, { lastEventId })).states.at(-1)?.state).toBe('finished');
  });

  test('20 watchers, some of whom leave and come back, see the same', async () => {
    const id = await start({ requests: 12 });
    const staying = Array.from({ length: 15 }, () => browser.watch(id));
    const leaving = await Promise.all(Array.from({ length: 5 }, () => browser.watch(id, { enough: isGoingOn })));
    model.allow();
    const back = await Promise.all(leaving.map(({ ids }) => browser.watch(id, { lastEventId: ids.at(-1) })));
    const all = [
      ...(await Promise.all(staying)).map(({ events }) => events),
      ...leaving.map(({ events }, place) => [...events, ...(back[place]?.events ?? [])]),
    ];
    for (const events of all) expect(events).toEqual(all[0]);
    expect(all[0]?.at(-1)).toMatchObject({ type: 'end' });
  });

  test('is refused without a session', async () => {
    const id = await start({ requests: 0 });
    const stranger = new Browser(server.url);
    expect((await stranger.watch(id)).status).toBe(401);
    await browser.ask('DELETE', `/api/runs/${id}`);
  });
});

describe('a run that is cancelled', { timeout: 60_000 }, () => {
  test('keeps what is finished, and is gone on with to the same end', async () => {
    const id = await start({ requests: 12 });
    const watching = browser.watch(id);
    await browser.watch(id, { enough: isGoingOn });
    expect((await browser.ask('POST', `/api/runs/${id}/cancel`)).status).toBe(200);
    model.settle();
    await watching;
    const cancelled = await browser.run(id);
    expect(cancelled).toMatchObject({ state: 'cancelled', hasReport: true, error: null });
    expect(cancelled.done).toBeLessThan(TICKETS);
    expect(cancelled.summaries[0]?.tickets).toBe(cancelled.done);
    expect((await browser.ask('GET', `/api/runs/${id}/download/csv`)).status).toBe(200);

    model.allow();
    expect((await browser.ask('POST', `/api/runs/${id}/resume`)).status).toBe(200);
    const watched = await browser.watch(id);
    expect(rowsOf(watched)).toHaveLength(TICKETS);
    expect(await browser.run(id)).toMatchObject({ state: 'finished', done: TICKETS });
    expect((await browser.ask('POST', `/api/runs/${id}/resume`)).json.error.code).toBe('run-finished');
  });

  test('is cancelled or deleted also before its process is there', async () => {
    const cancelled = await start({ requests: 0 });
    await browser.ask('POST', `/api/runs/${cancelled}/cancel`);
    expect(await browser.finished(cancelled)).toMatchObject({ state: 'cancelled' });
    const deleted = await start({ requests: 0 });
    expect((await browser.ask('DELETE', `/api/runs/${deleted}`)).status).toBe(204);
    const last = await browser.begin(1);
    expect(await browser.finished(last.id)).toMatchObject({ state: 'finished' });
  });

  test('is deleted while it goes on', async () => {
    const id = await start({ requests: 12 });
    await browser.watch(id, { enough: isGoingOn });
    const watching = browser.watch(id);
    expect((await browser.ask('DELETE', `/api/runs/${id}`)).status).toBe(204);
    await watching;
    expect((await browser.ask('GET', `/api/runs/${id}`)).status).toBe(404);
  });
});

describe('more runs than may go on at the same time', { timeout: 60_000 }, () => {
  test('wait for each other; one that waits can be cancelled', async () => {
    model.pace(0);
    await using one = await startTestServer({ maxRuns: 1, environment: model.environment });
    const user = await Browser.at(one);
    const upload = await user.upload({ 'a.json': exportOf(5) });
    const [slow, waiting, last] = [
      await user.start(upload, BY_MODEL),
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
