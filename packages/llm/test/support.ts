import type { FaultServer } from '@tqrs/fault-server';
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
