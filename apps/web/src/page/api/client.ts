import type { Session } from '../../api/index.ts';
import { API_HEADER } from '../../api/routes.ts';
import { ApiFailure } from './failure.ts';

/**
 * Asks the server. Its answers are taken by their types alone: page and server come out of one build and share `api/`, where the
 * server's side is checked. Parsing them again would cost 26 kB of script, and time for each of ten thousand rows.
 */
async function send(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const headers: Record<string, string> = method === 'GET' ? {} : { [API_HEADER]: '1' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const options: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (body !== undefined) options.body = JSON.stringify(body);
  if (signal !== undefined) options.signal = signal;
  try {
    return await fetch(path, options);
  } catch (error) {
    if (signal?.aborted && !isTimeout(signal.reason)) throw error;
    throw ApiFailure.offline();
  }
}

const isTimeout = (reason: unknown) => reason instanceof DOMException && reason.name === 'TimeoutError';

/** Who wants to know of sessions that begin or cannot. */
interface SessionListener {
  /** A new session took the place of one that was forgotten, and with it the model that was set up. */
  readonly onRenewed: (session: Session) => void;
  /** The server wants a token. */
  readonly onSignedOut: () => void;
}

let listener: SessionListener | undefined;
let renewing: Promise<void> | undefined;

/** Tells of sessions from now on. */
export function listenToSessions(to: SessionListener): void {
  listener = to;
}

/**
 * Begins a session, or finds the one that is there.
 * @throws {ApiFailure} `token-needed` where the server wants a token.
 */
export async function openSession(token?: string): Promise<Session> {
  const response = await send('POST', '/api/session', token === undefined ? {} : { token }, undefined);
  const text = await response.text();
  if (!response.ok) throw ApiFailure.from(text);
  return JSON.parse(text) as Session;
}

/** The session is gone: servers forget them when they start again. All who notice at the same time ask for one new one. */
export async function renewSession(): Promise<void> {
  renewing ??= openSession()
    .then((session) => listener?.onRenewed(session))
    .catch((error: unknown) => {
      if (error instanceof ApiFailure && error.code === 'token-needed') listener?.onSignedOut();
      throw error;
    })
    .finally(() => {
      renewing = undefined;
    });
  await renewing;
}

/** What a request may have. */
export interface AskOptions {
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks, and gives what was answered; undefined where the answer is empty.
 * @throws {ApiFailure} where it is an error, or there is none.
 */
export async function ask<Answer>(method: string, path: string, { body, signal }: AskOptions = {}): Promise<Answer> {
  let response = await send(method, path, body, signal);
  if (response.status === 401) {
    const failure = ApiFailure.from(await response.text());
    if (failure.code !== 'session-needed') throw failure;
    await renewSession();
    response = await send(method, path, body, signal);
  }
  const text = await response.text().catch(() => {
    throw ApiFailure.offline();
  });
  if (!response.ok) throw ApiFailure.from(text);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}
