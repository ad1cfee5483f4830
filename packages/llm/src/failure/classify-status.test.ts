import { expect, test } from 'vitest';
import { readApiFailure } from './api-failure.ts';
import { classifyStatus } from './classify-status.ts';

const target = { endpoint: new URL('https://model.test/v1'), modelId: 'gpt-4o', provider: 'openai' };
const codeOf = (status: number, error: object | string) =>
  classifyStatus(readApiFailure(status, JSON.stringify({ error }), new Headers()), target).code;

test.each([
  [429, 'You exceeded your current quota', 'quota-exhausted'],
  [400, 'You exceeded your current quota', 'bad-request'],
  [500, 'You exceeded your current quota', 'server-error'],
  [403, 'Out of call volume quota.', 'quota-exhausted'],
  [400, 'The maximum context length is 8192 tokens.', 'context-length'],
  [413, 'The prompt is too long.', 'context-length'],
  [500, 'The prompt is too long.', 'server-error'],
  [429, 'The prompt is too long.', 'rate-limited'],
  [400, 'model "x" not found', 'model-not-found'],
  [503, 'model "x" not found', 'server-error'],
  [404, 'API version not supported', 'api-version'],
  [429, 'Requests under API version 1 have exceeded the rate limit.', 'rate-limited'],
  [413, 'Too big.', 'bad-request'],
])('words count with their statuses only: %i "%s" is %s', (status, message, code) => {
  expect(codeOf(status, { message })).toBe(code);
  expect(codeOf(status, message)).toBe(code);
});

test.each([
  ['code', { code: 'unsupported_value' }, '(unsupported_value)'],
  ['each name once', { type: 'server_error', code: 'server_error', param: 'seed' }, '(server_error, seed)'],
  ['nothing that could be text', { code: 'Asha lives here', param: 'x'.repeat(60) }, 'answered 400:'],
  ['no number that is the status again', { code: '400' }, 'answered 400:'],
])('the message has %s', (_, error, words) => {
  const failure = readApiFailure(400, JSON.stringify({ error }), new Headers());
  expect(classifyStatus(failure, target).message).toContain(words);
});
