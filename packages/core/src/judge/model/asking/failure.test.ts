import {
  ModelBudgetError,
  ModelOutputError,
  ModelRequestError,
  ModelTimeoutError,
  type RequestErrorCode,
} from '@tqrs/llm';
import type { TqrsError } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { failureOf, notAsked } from './failure.ts';

const UNDER_WAY = { everAnswered: true, failedInARow: 1 };
const AT_FIRST = { everAnswered: false, failedInARow: 1 };
const request = (code: RequestErrorCode) => new ModelRequestError('It failed.', { code, retryable: false });

describe('a failed request', () => {
  test.each<[RequestErrorCode, boolean, boolean]>([
    ['wrong-key', true, true],
    ['no-permission', true, true],
    ['model-not-found', true, true],
    ['deployment-not-found', true, true],
    ['api-version', true, true],
    ['quota-exhausted', true, true],
    ['retry-after-too-long', true, true],
    ['endpoint-not-found', true, false],
    ['dns', true, false],
    ['connection-refused', true, false],
    ['certificate', true, false],
    ['proxy', true, false],
    ['web-page', true, false],
    ['rate-limited', false, false],
    ['server-error', false, false],
    ['connection-lost', false, false],
    ['malformed-response', false, false],
    ['bad-request', false, false],
    ['context-length', false, false],
  ])('%s stops a run that was never answered: %s, and one under way: %s', (code, atFirst, underWay) => {
    expect(failureOf(request(code), AT_FIRST).stops !== undefined).toBe(atFirst);
    const failure = failureOf(request(code), UNDER_WAY);
    expect(failure.stops !== undefined).toBe(underWay);
    expect(failure.reason).toBe(underWay ? 'not-asked' : 'judge-failed');
    expect(failure.detail).toBe('It failed.');
  });

  test('stops a run where twenty failed in a row, whatever the kind', () => {
    const timeout = new ModelTimeoutError('Too slow.', { timeoutMs: 1 });
    expect(failureOf(timeout, { everAnswered: true, failedInARow: 19 }).stops).toBeUndefined();
    expect(failureOf(timeout, { everAnswered: true, failedInARow: 20 }).stops).toBe(timeout);
  });
});

describe('an answer that cannot be used', () => {
  test.each([
    ['refusal', 'refused'],
    ['filtered', 'filtered'],
    ['truncated', 'judge-failed'],
    ['invalid', 'judge-failed'],
  ] as const)('%s is %s, and stops nothing', (kind, reason) => {
    const failure = failureOf(new ModelOutputError('No use.', { kind }), { everAnswered: false, failedInARow: 99 });
    expect(failure).toMatchObject({ reason, detail: 'No use.' });
    expect(failure.stops).toBeUndefined();
  });
});

test('a limit of cost stops a run, and what was spent is counted', () => {
  const spent = {
    attempts: 2,
    usage: { inputTokens: 5, cachedInputTokens: undefined, outputTokens: 1, reasoningTokens: 0 },
    costUsd: undefined,
  };
  const error = new ModelBudgetError('Enough.', { maxCostUsd: 1, spentUsd: 1, spent });
  expect(failureOf(error, UNDER_WAY)).toEqual({
    reason: 'not-asked',
    detail: 'Enough.',
    stops: error,
    usage: { requests: 2, inputTokens: 5, cachedInputTokens: null, outputTokens: 1, costUsd: null },
  });
  expect(notAsked(error as unknown as TqrsError)).toMatchObject({
    reason: 'not-asked',
    detail: 'Enough.',
    usage: { requests: 0 },
  });
});

test('an error that is not ours tells its name only', () => {
  expect(failureOf(new RangeError('The ticket says hello'), UNDER_WAY)).toMatchObject({
    reason: 'judge-failed',
    detail: 'RangeError.',
  });
});
