import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { ModelError } from '../errors/model-error.ts';
import { ModelOutputError } from '../errors/model-output-error.ts';
import { ModelRequestError } from '../errors/model-request-error.ts';
import { ModelTimeoutError } from '../errors/model-timeout-error.ts';
import { requestIdOf } from '../failure/api-failure.ts';
import type { GeneratedObject } from '../language-model.ts';
import { addSpending, NOTHING_SPENT } from '../token-usage.ts';
import { type Attempt, attemptOnce } from './attempt.ts';
import type { ChatContext } from './context.ts';
import { type Dialect, learn, mergeDialects } from './dialect.ts';
import { readAnswer } from './read-answer.ts';
import type { ChatRequest } from './request-body.ts';
import type { Sent } from './send.ts';

/** One question, with what it takes to ask it again. */
export interface Question<Schema extends z.ZodType> {
  readonly request: ChatRequest;
  readonly schema: Schema;
  readonly signal: AbortSignal | undefined;
  readonly onText: ((text: string) => void) | undefined;
}

/** Asks until there is an answer that fits, or nothing is left to try. */
export async function ask<Schema extends z.ZodType>(
  context: ChatContext,
  { request: first, schema, signal, onText }: Question<Schema>,
): Promise<GeneratedObject<z.infer<Schema>>> {
  const call = new Call(context, first, signal, onText);
  for (;;) {
    const { sent, body } = await call.attempt();
    if (sent.ok) {
      try {
        return call.answered(sent, readAnswer(sent, schema, call.dialect.format, context.target));
      } catch (error) {
        if (!ModelOutputError.isInstance(error)) throw error;
        call.askedOnceMore(error);
      }
    } else if (!call.learned(sent, body)) {
      await call.failed(sent.error);
    }
  }
}

/** The state of one call between its attempts. */
class Call {
  dialect: Dialect;
  readonly #context: ChatContext;
  readonly #signal: AbortSignal | undefined;
  readonly #onText: ((text: string) => void) | undefined;
  #request: ChatRequest;
  #spent = NOTHING_SPENT;
  #failures = 0;
  /** What was already asked once more, by the kind of the output error. */
  #repeated = new Map<string, ModelOutputError>();
  /** The dialect was changed on a guess: it is remembered only if it helps. */
  #guessed = false;
  #backoffMs: number;

  constructor(
    context: ChatContext,
    request: ChatRequest,
    signal: AbortSignal | undefined,
    onText: ((text: string) => void) | undefined,
  ) {
    this.#context = context;
    this.#request = request;
    this.#signal = signal;
    this.#onText = onText;
    this.dialect = context.dialect;
    this.#backoffMs = this.#nextBackoff();
  }

  async attempt(): Promise<Attempt> {
    const options = { signal: this.#signal, onText: this.#onText, backoffMs: this.#backoffMs };
    try {
      const attempt = await attemptOnce(this.#context, this.#request, this.dialect, options);
      this.#spent = addSpending(this.#spent, attempt.spending);
      return attempt;
    } catch (error) {
      throw ModelError.isInstance(error) ? this.#charged(error) : error;
    }
  }

  answered<Value>({ completion, headers }: Extract<Sent, { ok: true }>, object: Value): GeneratedObject<Value> {
    this.#remember();
    return {
      object,
      finishReason: completion.finishReason,
      usage: completion.usage,
      spent: this.#spent,
      modelId: completion.modelId ?? this.#context.target.modelId,
      requestId: requestIdOf(headers),
      fingerprint: completion.fingerprint,
    };
  }

  /** Whether the refusal of a request taught how to ask. It costs no try. */
  learned({ failure }: Extract<Sent, { ok: false }>, body: object): boolean {
    const lesson = failure && learn(this.dialect, failure, body);
    if (!lesson) return false;
    this.dialect = lesson;
    return true;
  }

  /** Prepares to ask for a useful answer once more. @throws the error where that is pointless, or was done. */
  askedOnceMore(error: ModelOutputError): void {
    if (!this.#guessed) this.#remember();
    const limit = this.#request.parameters.maxOutputTokens;
    const { kind } = error;
    const isWorthIt = kind === 'invalid' || (kind === 'truncated' && limit !== undefined);
    if (!isWorthIt || this.#repeated.has(kind)) throw this.#charged(error);
    this.#repeated.set(kind, error);
    if (kind === 'truncated' && limit !== undefined) {
      const parameters = { ...this.#request.parameters, maxOutputTokens: limit * 2 };
      this.#request = { ...this.#request, parameters };
    } else if (this.#context.mayIgnoreSchemas && this.dialect.format === 'json_schema') {
      this.dialect = { ...this.dialect, format: 'json_object' };
      this.#guessed = true;
    }
    this.#tell(error, 0);
  }

  /** Waits before the next try. @throws the error where there is none. */
  async failed(error: ModelError): Promise<void> {
    const { tries, maxRetryAfterMs } = this.#context;
    this.#failures += 1;
    const isFinal = !isRetryable(error) || this.#failures >= tries;
    if (isFinal) throw this.#charged(this.#cutOff(error) ?? error);
    const asked = ModelRequestError.isInstance(error) ? error.retryAfterMs : undefined;
    if (asked !== undefined && asked > maxRetryAfterMs) throw this.#charged(tooLong(error, asked, maxRetryAfterMs));

    const delayMs = asked ?? this.#backoffMs;
    this.#backoffMs = this.#nextBackoff();
    this.#tell(error, delayMs);
    // Where all requests pause together, the pacer holds this one back as well.
    const isShared = ModelRequestError.isInstance(error) && error.code === 'rate-limited';
    if (!isShared) await pause(delayMs, this.#signal);
  }

  /** A larger limit that the server does not take leaves the answer cut off; that is what went wrong. */
  #cutOff(error: ModelError): ModelOutputError | undefined {
    const isOfRequest = ModelRequestError.isInstance(error) && ['bad-request', 'context-length'].includes(error.code);
    return isOfRequest ? this.#repeated.get('truncated') : undefined;
  }

  /** Full jitter: anything up to 1, 2, 4 times the base. */
  #nextBackoff(): number {
    return Math.random() * this.#context.backoffMs * 2 ** this.#failures;
  }

  #remember(): void {
    this.#context.dialect = mergeDialects(this.#context.dialect, this.dialect);
  }

  #tell(error: ModelError, delayMs: number): void {
    this.#context.onRetry?.({ attempts: this.#spent.attempts, error, delayMs });
  }

  #charged<Failure extends ModelError>(error: Failure): Failure {
    return Object.assign(error, { spent: this.#spent });
  }
}

function isRetryable(error: ModelError): boolean {
  return ModelTimeoutError.isInstance(error) || (ModelRequestError.isInstance(error) && error.retryable);
}

function tooLong(error: ModelError, askedMs: number, maxMs: number): ModelRequestError {
  const { status, requestId } = error as ModelRequestError;
  const message = `The server asks for a pause of ${askedMs / 1000} s, and no more than ${maxMs / 1000} s are allowed.`;
  const hint = 'Run again after that time, or allow a longer pause.';
  return new ModelRequestError(message, {
    code: 'retry-after-too-long',
    hint,
    retryable: true,
    status,
    retryAfterMs: askedMs,
    requestId,
  });
}

/** A timer holds 24 days at most; nobody asks for more in earnest. */
async function pause(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(Math.min(delayMs, 0x7fffffff), undefined, { signal }).catch(() => {});
  signal?.throwIfAborted();
}
