import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { type FaultServer, type Reply, raw, startFaultServer } from '@tqrs/fault-server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ModelError } from '../src/errors/model-error.ts';
import type { GenerateOptions, LanguageModel, Message } from '../src/language-model.ts';
import { createOpenAIModel, type OpenAIModelOptions } from '../src/openai/openai-model.ts';

/** Stands for a ticket: it must turn up in no error. */
export const SECRET_PROMPT = 'The printer of Asha Riverkar burns';
/** Stands for a key: it must turn up in no error. */
export const SECRET_KEY = 'sk-secret-0123456789';
export const MESSAGES: readonly Message[] = [
  { role: 'system', content: 'Answer.' },
  { role: 'user', content: SECRET_PROMPT },
];
export const ANSWER = z.object({ answer: z.string() });
export const GOOD = { answer: 'yes' };
export const OPTIONS: GenerateOptions = { schemaName: 'answer' };

/** A model that repeats without delay, and knows no network but this machine. */
export function modelAt(server: FaultServer, options: Partial<OpenAIModelOptions> = {}): LanguageModel {
  return createOpenAIModel({
    apiKey: SECRET_KEY,
    model: 'gpt-4o',
    baseUrl: `${server.url}/v1`,
    backoffMs: 1,
    network: {},
    ...options,
  });
}

/** Asks the usual question. */
export const ask = (model: LanguageModel, options: Partial<GenerateOptions> = {}) =>
  model.generateObject(MESSAGES, ANSWER, { ...OPTIONS, ...options });

/** What a call fails with. A call that does not fail is a failure of the test. */
export async function failureOf(call: Promise<unknown>): Promise<ModelError> {
  return await call.then(
    (value) => Promise.reject(new Error(`It did not fail: ${JSON.stringify(value)}`)),
    (error) => error,
  );
}

/** Everything that can be seen of an error, however it is logged. */
export function everythingIn(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 6) return String(error);
  const parts = Object.getOwnPropertyNames(error).map((name) => {
    return `${name}: ${everythingIn((error as Record<string, unknown>)[name], depth + 1)}`;
  });
  return `${String(error)}\n${parts.join('\n')}`;
}

/** A response as it is on the wire, from the `fixtures` folder of a provider. */
export interface Fixture {
  readonly name: string;
  readonly reply: Reply;
}

/** Every recorded response of a provider. */
export function fixturesOf(provider: 'openai' | 'azure' | 'compatible'): Fixture[] {
  const folder = new URL(`../src/${provider}/fixtures/`, import.meta.url);
  return readdirSync(folder).map((file) => {
    const { status, headers, body } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    return { name: file.replace('.json', ''), reply: raw(status, body, headers) };
  });
}

/** One of them. */
export function fixture(provider: 'openai' | 'azure' | 'compatible', name: string): Reply {
  const found = fixturesOf(provider).find((fixture) => fixture.name === name);
  if (!found) throw new Error(`${provider} has no fixture ${name}.`);
  return found.reply;
}

/** In a word what came of a call: its answer, the kind of its output error, or the code of another error. */
export async function outcomeOf(call: Promise<{ readonly object: unknown }>): Promise<unknown> {
  return await call.then(
    ({ object }) => object,
    (error) => error.kind ?? error.code,
  );
}

/** Tests what comes of each recorded response when nothing else follows. */
export function testOutcomes(
  fixtures: readonly Fixture[],
  outcomes: Readonly<Record<string, unknown>>,
  modelAt: (server: FaultServer, options: { tries: number }) => LanguageModel,
): void {
  test('has an outcome each', () => {
    expect(fixtures.map(({ name }) => name).toSorted()).toEqual(Object.keys(outcomes).toSorted());
  });

  test.each(fixtures)('$name', async ({ name, reply }) => {
    await using server = await startFaultServer([reply]);
    expect(await outcomeOf(ask(modelAt(server, { tries: 1 })))).toEqual(outcomes[name]);
  });
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
