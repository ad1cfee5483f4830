import { type LookupAddress, lookup } from 'node:dns';
import { completion, startFaultServer } from '@tqrs/fault-server';
import { afterEach, expect, test, vi } from 'vitest';
import { ask, failureOf, GOOD, SECRET_KEY } from '../../test/support.ts';
import { createOpenAIModel } from '../openai/openai-model.ts';

// Where names lead is the tests' to say, and so is which address counts as public: nothing here leaves this machine.
vi.mock(import('node:dns'), async (original) => ({ ...(await original()), lookup: vi.fn() as never }));
vi.mock(import('./public-address.ts'), async (original) => ({
  ...(await original()),
  isPublicAddress: (address) => address === PUBLIC,
}));

const PUBLIC = '127.0.0.1';
const PRIVATE = '127.0.0.2';

const resolver = vi.mocked(lookup) as unknown as ReturnType<typeof vi.fn>;
afterEach(() => void resolver.mockReset());

/** What the name resolves to, one time after the other. */
function resolving(...times: readonly (readonly string[])[]): void {
  for (const addresses of times)
    resolver.mockImplementationOnce((_name, _options, callback) =>
      callback(
        null,
        addresses.map((address): LookupAddress => ({ address, family: 4 })),
      ),
    );
}

const askOnce = (port: number) =>
  ask(
    createOpenAIModel({
      apiKey: SECRET_KEY,
      model: 'gpt-4o',
      baseUrl: `http://model.test:${port}/v1`,
      tries: 1,
      network: { publicOnly: true },
    }),
  );

test('a name is looked up once for a connection: it cannot lead elsewhere after it was checked', async () => {
  await using server = await startFaultServer([completion(GOOD)]);
  resolving([PUBLIC], [PRIVATE]);
  expect((await askOnce(server.port)).object).toEqual(GOOD);
  expect(resolver).toHaveBeenCalledTimes(1);
  expect((await failureOf(askOnce(server.port))).code).toBe('address-refused');
  expect(server.requests).toHaveLength(1);
});

test('a name that leads to a public address and to another one is not connected to', async () => {
  await using server = await startFaultServer([completion(GOOD)]);
  resolving([PUBLIC, PRIVATE], [PRIVATE, PUBLIC]);
  for (let time = 1; time <= 2; time++) expect((await failureOf(askOnce(server.port))).code).toBe('address-refused');
  expect(server.requests).toHaveLength(0);
});
