import type OpenAI from 'openai';
import { APIError } from 'openai';
import { Stream } from 'openai/core/streaming';
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import type { ModelError } from '../errors/model-error.ts';
import { ModelRequestError } from '../errors/model-request-error.ts';
import { type ApiFailure, looksLikeWebPage, readApiFailure, requestIdOf } from '../failure/api-failure.ts';
import { classifyNetworkFailure } from '../failure/classify-network.ts';
import { classifyStatus, type Target } from '../failure/classify-status.ts';
import { type Completion, readCompletion } from './read-completion.ts';
import { readStream } from './read-stream.ts';

/** What came of a request. */
export type Sent =
  | { readonly ok: true; readonly completion: Completion; readonly headers: Headers }
  /** `failure`: what the server said, where it said something. */
  | { readonly ok: false; readonly error: ModelError; readonly failure?: ApiFailure };

/** How a request is sent. */
export interface SendOptions {
  readonly signal: AbortSignal;
  /** Gets the text so far while it comes. The body has to ask for a stream. */
  readonly onText: ((text: string) => void) | undefined;
}

/** Sends one request and reads its answer to the end. Only an abort is thrown. */
export async function send(
  client: OpenAI,
  target: Target,
  body: ChatCompletionCreateParams,
  { signal, onText }: SendOptions,
): Promise<Sent> {
  let response: Response;
  try {
    response = await client.chat.completions.create(body, { signal, maxRetries: 0 }).asResponse();
  } catch (error) {
    signal.throwIfAborted();
    return refused(error, target);
  }
  try {
    const isStream = response.headers.get('content-type')?.includes('text/event-stream');
    if (onText && isStream) return await readEvents(response, client, target, onText);
    return readBody(await response.text(), response, target);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof APIError) return refused(error, target);
    if (error instanceof SyntaxError) return malformed(response, target, 'sent an event that is not JSON');
    return { ok: false, error: classifyNetworkFailure(error, target.endpoint) };
  }
}

async function readEvents(
  response: Response,
  client: OpenAI,
  target: Target,
  onText: (text: string) => void,
): Promise<Sent> {
  const events = Stream.fromSSEResponse<unknown>(response, new AbortController(), client);
  const completion = await readStream(events, onText);
  if (completion) return { ok: true, completion, headers: response.headers };
  return { ok: false, error: classifyNetworkFailure(undefined, target.endpoint) };
}

/** Whatever content type it claims to be: gateways and local servers are not strict about it. */
function readBody(text: string, response: Response, target: Target): Sent {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    if (!looksLikeWebPage(text)) return malformed(response, target, 'answered with a body that is not JSON');
    const requestId = requestIdOf(response.headers);
    const error = new ModelRequestError(`${target.endpoint.host} answered with a web page, not with an API.`, {
      code: 'web-page',
      status: response.status,
      retryable: true,
      requestId,
      hint: 'Check the address; a login page of the network or a gateway may stand in the way.',
    });
    return { ok: false, error };
  }
  const completion = readCompletion(body);
  if (completion) return { ok: true, completion, headers: response.headers };
  const failure = readApiFailure(errorStatus(body), text, response.headers);
  // Some gateways answer 200 and put the error into the body.
  if (failure.status) return { ok: false, failure, error: classifyStatus(failure, target) };
  return malformed(response, target, 'answered with JSON that is not a chat completion');
}

/** The status that a body with an error claims; 502 where it claims none, and 0 where there is no error in it. */
function errorStatus(body: unknown): number {
  const error = (body as { error?: unknown } | null)?.error;
  if (!error) return 0;
  const claimed = Number((error as { status?: unknown }).status ?? (error as { code?: unknown }).code);
  return claimed >= 400 && claimed <= 599 ? claimed : 502;
}

function malformed({ status, headers }: Response, { endpoint }: Target, what: string): Sent {
  const error = new ModelRequestError(`${endpoint.host} ${what}.`, {
    code: 'malformed-response',
    status,
    retryable: true,
    requestId: requestIdOf(headers),
    hint: 'Try again; if it stays, the address may lead to something other than a chat completions API.',
  });
  return { ok: false, error };
}

/** The SDK throws for a status that is no success, and for a request that did not get through. */
function refused(error: unknown, target: Target): Sent {
  if (error instanceof APIError && typeof error.status === 'number') {
    const { status, headers } = error;
    // What was not JSON stands in the message, behind the status.
    const body =
      error.error === undefined ? error.message.replace(/^\d+ /, '') : JSON.stringify({ error: error.error });
    const failure = readApiFailure(status, body, headers ?? new Headers());
    return { ok: false, failure, error: classifyStatus(failure, target) };
  }
  if (error instanceof APIError && error.error !== undefined) {
    const failure = readApiFailure(errorStatus(error), JSON.stringify({ error: error.error }), new Headers());
    return { ok: false, failure, error: classifyStatus(failure, target) };
  }
  const own = (error as { cause?: unknown }).cause;
  if (ModelRequestError.isInstance(own)) return { ok: false, error: own };
  return { ok: false, error: classifyNetworkFailure(error, target.endpoint) };
}
