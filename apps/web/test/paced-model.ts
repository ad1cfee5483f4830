import { model, startFaultServer } from '@tqrs/fault-server';
import { afterAll } from 'vitest';
import type { RunSettingsInput } from '../src/api/index.ts';
import { type Browser, isGoingOn, OFFLINE, serverForAll } from './support.ts';

/** The settings of a run that asks the server's model: about one request a ticket. */
export const BY_MODEL: RunSettingsInput = { ...OFFLINE, judge: 'model' };

/** A model that answers as many requests as the test allows: a run stands where the test wants it, however fast it is. */
export interface PacedModel extends AsyncDisposable {
  readonly url: string;
  /** What gives a server this model. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many requests came so far. */
  readonly asked: number;
  /** Answers so many more. Default: all that come. */
  allow(more?: number): void;
  /** Answers what is in flight, for which a run that is to stop would wait a while. */
  settle(): void;
  /** Forgets the requests that wait, of runs that are over, and answers so many of those that come. */
  pace(requests: number): void;
}

/** Starts one that answers the first so many requests, and lets the others wait. */
export async function startPacedModel(first: number): Promise<PacedModel> {
  let allowed = first;
  let waiting: (() => void)[] = [];
  const server = await startFaultServer(async (request) => {
    if (allowed > 0) allowed -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return model()(request);
  });
  return {
    url: server.url,
    environment: { OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_MODEL: 'm', OPENAI_TIMEOUT: '600', BATCH_SIZE: '2' },
    get asked() {
      return server.requests.length;
    },
    allow(more = Number.POSITIVE_INFINITY) {
      const freed = waiting.splice(0, more);
      allowed += more - freed.length;
      for (const free of freed) free();
    },
    settle() {
      for (const free of waiting.splice(0)) free();
    },
    pace(requests) {
      waiting = [];
      allowed = requests;
    },
    async [Symbol.asyncDispose]() {
      for (const free of waiting) free();
      await server.close();
    },
  };
}

/** A server for all tests of a file whose model answers nothing before it is told to, and a browser at it. */
export async function pacedServerForAll() {
  const model = await startPacedModel(0);
  afterAll(() => model[Symbol.asyncDispose]());
  return { model, ...(await serverForAll({ environment: model.environment })) };
}

/** Starts a run by the model, and waits for its first tickets. */
export async function beginByModel(browser: Browser, tickets: number): Promise<string> {
  const { id } = await browser.begin(tickets, BY_MODEL);
  await browser.watch(id, { enough: isGoingOn });
  return id;
}
