import type { Reservation } from '../cost/budget.ts';
import { estimateInputTokens } from '../cost/estimate-tokens.ts';
import { costOf } from '../cost/prices.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';
import { ModelRequestError } from '../errors/model-request-error.ts';
import { ModelTimeoutError } from '../errors/model-timeout-error.ts';
import type { PaceSignal } from '../pacing/pacer.ts';
import { readRateLimits, waitForRoomMs } from '../pacing/rate-limits.ts';
import { type Spending, UNKNOWN_USAGE } from '../token-usage.ts';
import type { ChatContext } from './context.ts';
import { DeadlineError, withDeadline } from './deadline.ts';
import type { Dialect } from './dialect.ts';
import { type ChatRequest, requestBody } from './request-body.ts';
import { type Sent, send } from './send.ts';

/** What came of one attempt. */
export interface Attempt {
  readonly sent: Sent;
  /** What was sent. */
  readonly body: object;
  readonly spending: Spending;
}

/** How one attempt is made. */
export interface AttemptOptions {
  readonly signal: AbortSignal | undefined;
  readonly onText: ((text: string) => void) | undefined;
  /** How long all requests pause where the server wants fewer of them and does not say for how long. */
  readonly backoffMs: number;
}

/**
 * Waits for its turn and for room in the budget, and sends one request within its time.
 * @throws {ModelBudgetError} @throws what stopped the run. @throws the signal's reason.
 */
export async function attemptOnce(
  context: ChatContext,
  request: ChatRequest,
  dialect: Dialect,
  { signal, onText, backoffMs }: AttemptOptions,
): Promise<Attempt> {
  const { client, target, timeoutMs, pacer, price } = context;
  const body = requestBody(request, dialect);
  // Counting a long prompt takes longer than sending it: only where somebody wants to know.
  const inputTokens = () => estimateInputTokens(request.messages, request.schema);
  const permit = await pacer.enter(signal);
  let pace: PaceSignal = { kind: 'failed' };
  let reservation: Reservation | undefined;
  let costUsd = 0;
  try {
    const worstUsd = worstCost(context, request, inputTokens);
    reservation = worstUsd === undefined ? undefined : await context.budget?.reserve(worstUsd, signal);
    // Until the answer tells otherwise; an abort leaves it at that.
    costUsd = worstUsd ?? 0;
    const sent = await withDeadline(timeoutMs, signal, (signal) =>
      send(client, target, body, { signal, onText }),
    ).catch((error: unknown) => timedOut(error, context));
    const usage = sent.ok ? sent.completion.usage : UNKNOWN_USAGE;
    const knownUsd = costOf(usage, price);
    costUsd = knownUsd ?? (sent.ok || mayHaveCost(sent.error) ? costUsd : 0);
    const neededTokens = () => (usage.inputTokens ?? inputTokens()) + (usage.outputTokens ?? 0);
    pace = paceOf(sent, context, neededTokens, backoffMs);
    return { sent, body, spending: { attempts: 1, usage, costUsd: knownUsd } };
  } finally {
    reservation?.settle(costUsd);
    permit.leave(pace);
  }
}

function timedOut(error: unknown, { target, timeoutMs }: ChatContext): Sent {
  if (!(error instanceof DeadlineError)) throw error;
  const message = `${target.endpoint.host} did not finish its answer within ${timeoutMs / 1000} s.`;
  const hint = 'Allow more time for an answer, or use a faster model; a local server may be loading its model.';
  return { ok: false, error: new ModelTimeoutError(message, { timeoutMs, hint }) };
}

function worstCost(context: ChatContext, { parameters }: ChatRequest, inputTokens: () => number): number | undefined {
  if (!context.budget) return undefined;
  if (parameters.maxOutputTokens === undefined) {
    throw new ModelConfigError('A limit of cost needs a limit of output tokens.', {
      code: 'output-limit-missing',
      hint: 'Set maxOutputTokens.',
    });
  }
  const usage = { ...UNKNOWN_USAGE, inputTokens: inputTokens(), outputTokens: parameters.maxOutputTokens };
  return costOf(usage, context.price);
}

/** Whether the model may have worked for a request that brought no answer. */
function mayHaveCost(error: Error): boolean {
  if (ModelTimeoutError.isInstance(error)) return true;
  return ModelRequestError.isInstance(error) && ['connection-lost', 'malformed-response'].includes(error.code);
}

function paceOf(sent: Sent, { maxRetryAfterMs }: ChatContext, tokens: () => number, backoffMs: number): PaceSignal {
  if (sent.ok) return { kind: 'answered', pauseMs: roomMs(sent.headers, tokens) };
  const { error, failure } = sent;
  if (!ModelRequestError.isInstance(error)) return { kind: 'failed' };
  if (error.code === 'wrong-key' || error.code === 'quota-exhausted') {
    return { kind: 'stop', reason: () => new ModelRequestError(error.message, { ...error, spent: undefined }) };
  }
  if (error.code !== 'rate-limited' || !failure) return { kind: 'failed' };
  const asked = error.retryAfterMs;
  // A wait that nobody is willing to make ends this call; it must not hold the others.
  if (asked !== undefined) return { kind: 'throttled', pauseMs: asked > maxRetryAfterMs ? 0 : asked };
  return { kind: 'throttled', pauseMs: roomMs(failure.headers, tokens) || backoffMs };
}

function roomMs(headers: Headers, tokens: () => number): number {
  const limits = readRateLimits(headers);
  return waitForRoomMs(limits, limits.tokens ? tokens() : 0);
}
