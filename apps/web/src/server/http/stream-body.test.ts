import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { createLog } from '../log.ts';
import type { HttpEnvironment } from './environment.ts';
import { streamBody } from './stream-body.ts';

test('what cannot be read to its end breaks off, and only the log knows of it', async () => {
  const printed = vi.spyOn(console, 'error');
  let logged = '';
  const log = createLog((_, line) => {
    logged += line;
  });
  async function* broken() {
    yield new Uint8Array(100_000);
    throw new Error('SECRET-PATH');
  }
  const app = new Hono<HttpEnvironment>().get('/', (context) => context.body(streamBody(context, broken(), log)));
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await expect(answer.text()).rejects.toThrow();
  expect(JSON.parse(logged)).toMatchObject({ event: 'answer-broke', error: 'Error' });
  expect(logged).not.toContain('SECRET-PATH');
  expect(printed).not.toHaveBeenCalled();
  await new Promise((resolve) => server.close(resolve));
});
