import { describe, expect, test } from 'vitest';
import { startFaultServer } from './fault-server.ts';
import { apiError, completion, type Reply, webPage } from './reply.ts';

const post = (url: string, body: object = {}) => fetch(url, { method: 'POST', body: JSON.stringify(body) });

describe('the fault server', () => {
  test('follows its script, repeats the last reply, and keeps what it received', async () => {
    await using server = await startFaultServer([apiError(503), completion({ ok: true })]);
    const path = `${server.url}/openai/deployments/d/chat/completions?api-version=1`;
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await post(path, { model: `m${i}` })).status);
    expect(statuses).toEqual([503, 200, 200]);
    expect(server.requests[2]).toMatchObject({
      index: 2,
      path: '/openai/deployments/d/chat/completions',
      query: { 'api-version': '1' },
      body: { model: 'm2' },
    });
  });

  test('answers by function', async () => {
    await using server = await startFaultServer(({ body }) => completion({ asked: body.model }));
    const answer = await (await post(`${server.url}/chat/completions`, { model: 'm' })).text();
    expect(JSON.parse(JSON.parse(answer).choices[0].message.content)).toEqual({ asked: 'm' });
  });

  test('streams a completion to whoever asks for it', async () => {
    await using server = await startFaultServer([completion({ answer: 'a long answer' })]);
    const events = await (await post(`${server.url}/chat/completions`, { stream: true })).text();
    const chunks = events.match(/(?<=data: )\{.*/g)?.map((line) => JSON.parse(line)) ?? [];
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('{"answer":"a long answer"}');
    expect(events).toMatch(/data: \[DONE\]\n\n$/);
  });

  test('knows no other path', async () => {
    await using server = await startFaultServer([completion({})]);
    expect((await post(`${server.url}/v1/completions`)).status).toBe(404);
  });

  test.each<[string, Reply]>([
    ['dropped', { ...completion({}), drop: true }],
    ['cut off', { ...completion({}), cutAfterBytes: 20 }],
    ['cut off before its body', { ...webPage(), cutAfterBytes: 0 }],
  ])('a connection is %s', async (_, reply) => {
    await using server = await startFaultServer([reply]);
    await expect(post(`${server.url}/chat/completions`).then((response) => response.text())).rejects.toThrow(TypeError);
  });

  test('a body stalls until the client gives up', async () => {
    await using server = await startFaultServer([{ ...completion({}), stallAfterBytes: 20 }]);
    const response = await fetch(`${server.url}/chat/completions`, { method: 'POST', signal: AbortSignal.timeout(50) });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('timeout');
  });

  test('a slow body arrives whole', async () => {
    await using server = await startFaultServer([{ ...webPage(), drip: { bytes: 10, everyMs: 1 } }]);
    expect(await (await post(`${server.url}/chat/completions`)).text()).toContain('sign in');
  });
});
