import type { ModelError } from '../errors/model-error.ts';
import { ModelOutputError } from '../errors/model-output-error.ts';
import { ModelRequestError, type RequestErrorCode } from '../errors/model-request-error.ts';
import { type ApiFailure, requestIdOf } from './api-failure.ts';
import { retryAfterMs } from './retry-after.ts';

/** What is sent to whom, for the words of an error. */
export interface Target {
  readonly endpoint: URL;
  readonly modelId: string;
  readonly provider: string;
}

interface Case {
  readonly code: RequestErrorCode;
  readonly when: (failure: ApiFailure) => boolean;
  readonly says: (target: Target) => string;
  readonly hint: string;
  readonly retryable?: boolean;
}

const matches =
  (pattern: RegExp) =>
  ({ code, type, message }: ApiFailure) =>
    pattern.test(`${code} ${type} ${message}`);
const status =
  (...wanted: readonly number[]) =>
  (failure: ApiFailure) =>
    wanted.includes(failure.status);

const names =
  (pattern: RegExp) =>
  ({ code, type }: ApiFailure) =>
    pattern.test(code) || pattern.test(type);

/**
 * The first that applies decides. Codes and types come before words, and words before the status alone. Words count only with
 * the statuses that they come with: a server may repeat a prompt, which can say anything.
 */
const CASES: readonly Case[] = [
  {
    code: 'quota-exhausted',
    when: (failure) =>
      failure.status === 402 ||
      names(/^(insufficient_quota|billing_hard_limit_reached|billing_not_active|budget_exceeded)$/)(failure) ||
      (failure.status === 429 && matches(/exceeded your current quota/i)(failure)) ||
      (failure.status === 403 && matches(/quota/i)(failure)),
    says: () => 'the account has no quota left',
    hint: 'Check the plan, the credit and the spending limit of the account. Waiting does not help.',
  },
  {
    code: 'rate-limited',
    when: status(429),
    says: () => 'too many requests or tokens a minute',
    hint: 'Lower the concurrency, or ask for a higher limit.',
    retryable: true,
  },
  {
    code: 'context-length',
    when: (failure) =>
      names(/^(context_length_exceeded|exceed_context_size_error)$/)(failure) ||
      (status(400, 413, 422)(failure) &&
        matches(/maximum context length|context (size|window|length)|prompt is too long/i)(failure)),
    says: ({ modelId }) => `the conversation is longer than ${modelId} can read`,
    hint: 'Use a model that reads more, start the local server with a larger context, or send less.',
  },
  {
    code: 'wrong-key',
    when: status(401),
    says: () => 'the key is missing, wrong or expired',
    hint: 'Check the key, and that it belongs to this address.',
  },
  {
    code: 'no-permission',
    when: status(403),
    says: ({ modelId }) => `the key may not use ${modelId} here`,
    hint: 'Check the permissions of the key, its project, and the network rules of the resource.',
  },
  {
    code: 'deployment-not-found',
    when: names(/^DeploymentNotFound$/),
    says: ({ modelId }) => `there is no deployment ${modelId}`,
    hint: 'Check the name of the deployment, which is not the name of the model. A new one takes a few minutes.',
  },
  {
    code: 'model-not-found',
    when: (failure) =>
      names(/^model_not_found$/)(failure) ||
      ([400, 404].includes(failure.status) &&
        matches(/\bmodel\b.{0,120}(not found|does not exist|not loaded)/i)(failure)),
    says: ({ modelId }) => `there is no model ${modelId}, or not for this key`,
    hint: 'Check the name of the model; a local server has to have loaded it.',
  },
  {
    code: 'api-version',
    when: (failure) => status(400, 404)(failure) && matches(/api[- ]?versions?\b|UnsupportedApiVersion/i)(failure),
    says: ({ modelId }) => `this API version is not known, or too old for ${modelId}`,
    hint: 'Set a newer API version, for example 2024-10-21.',
  },
  {
    code: 'endpoint-not-found',
    when: status(404, 405),
    says: ({ provider }) =>
      `there are no chat completions at this address${provider === 'azure' ? ' and API version' : ''}`,
    hint: 'Check the address: most end in /v1, and Azure also says 404 to an API version that it does not know.',
  },
  {
    code: 'proxy',
    when: status(407),
    says: () => 'the proxy wants a name and a password',
    hint: 'Put them into HTTPS_PROXY: http://name:password@proxy:port.',
  },
  {
    code: 'server-error',
    when: (failure) => failure.status >= 500 || status(408, 409)(failure),
    says: () => 'the server failed',
    hint: 'Try again later.',
    retryable: true,
  },
  {
    code: 'web-page',
    when: ({ status, isWebPage }) => isWebPage || (status >= 300 && status < 400),
    says: () => 'a web page or a redirection to one, not an API',
    hint: 'Check the address; a login page of the network or a gateway may stand in the way.',
  },
];

const OTHERWISE: Omit<Case, 'when'> = {
  code: 'bad-request',
  says: () => 'the server does not take the request',
  hint: 'Check the model and its parameters; the log of the server or gateway tells more.',
};

/** Turns a failed request into an error that says what to do. Nothing that the server wrote goes into it but identifiers. */
export function classifyStatus(failure: ApiFailure, target: Target): ModelError {
  const { host } = target.endpoint;
  const requestId = requestIdOf(failure.headers);
  if (isFiltered(failure)) {
    return new ModelOutputError(`A content filter of ${host} took the prompt away.`, {
      kind: 'filtered',
      requestId,
      hint: 'Read the text that was sent; the filter of an Azure resource can be configured.',
    });
  }
  const { code, says, hint, retryable = false } = CASES.find(({ when }) => when(failure)) ?? OTHERWISE;
  return new ModelRequestError(`${host} answered ${failure.status}${identifiers(failure)}: ${says(target)}.`, {
    code,
    hint,
    retryable,
    status: failure.status,
    retryAfterMs: retryAfterMs(failure.headers),
    requestId,
  });
}

function isFiltered({ code, innerCode }: ApiFailure): boolean {
  return (
    ['content_filter', 'content_policy_violation', 'invalid_prompt'].includes(code) ||
    innerCode === 'ResponsibleAIPolicyViolation'
  );
}

/** ` (invalid_request_error, unsupported_value, temperature)`: what can only be a name. */
function identifiers({ type, code, param, status }: ApiFailure): string {
  const words = [type, code, param].filter((word) => /^[A-Za-z][\w.-]{0,47}$/.test(word) && word !== String(status));
  return words.length > 0 ? ` (${[...new Set(words)].join(', ')})` : '';
}
