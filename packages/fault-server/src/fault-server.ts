import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { apiError, type Reply } from './reply.ts';
import { toWire, type WireResponse } from './wire.ts';

/** What a request looked like. */
export interface ReceivedRequest {
  /** Which request it is, from 0. */
  readonly index: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body as JSON; an empty object where it is none. */
  readonly body: ReceivedBody;
}

/** What tests look at in a request for a chat completion. */
export interface ReceivedBody {
  readonly model?: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly stream?: boolean;
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: object } };
  readonly [parameter: string]: unknown;
}

/** Replies in the order of the requests, the last one repeated, or a function of the request. */
export type ReplyScript = readonly Reply[] | ((request: ReceivedRequest) => Reply | Promise<Reply>);

/** A server under a test's control. */
export interface FaultServer extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, without a path. */
  readonly url: string;
  readonly port: number;
  /** Everything received so far. */
  readonly requests: readonly ReceivedRequest[];
  /** The most requests that were answered at the same time. */
  readonly mostAtOnce: number;
  /** Follows another script from the next request on, which is its first. */
  follow(script: ReplyScript): void;
  close(): Promise<void>;
}

/** What a server is started with. */
export interface FaultServerOptions {
  /** Serves HTTPS with this key and certificate, both PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Starts a server on a free port of 127.0.0.1. Close it, or declare it with `await using`. */
export async function startFaultServer(first: ReplyScript, { tls }: FaultServerOptions = {}): Promise<FaultServer> {
  let script = first;
  let scriptStart = 0;
  let atOnce = 0;
  let mostAtOnce = 0;
  const requests: ReceivedRequest[] = [];

  async function nextReply(request: ReceivedRequest): Promise<Reply> {
    if (!request.path.endsWith('/chat/completions')) return apiError(404, { message: `Unknown path ${request.path}` });
    if (typeof script === 'function') return script(request);
    return script[request.index - scriptStart] ?? script.at(-1) ?? apiError(500, { message: 'The script is empty.' });
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on('close', () => {
      atOnce -= 1;
    });
    // An index belongs to the order of arrival, which is before the body is there.
    const index = requests.length;
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const request: { -readonly [Key in keyof ReceivedRequest]: ReceivedRequest[Key] } = {
      index,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: incoming.headers as Record<string, string | undefined>,
      body: {},
    };
    requests.push(request);
    request.body = parse(await text(incoming));
    const reply = await nextReply(request);
    await send(response, reply, toWire(reply, index, request.body.stream === true));
  }

  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    // A client that went away is part of the game; what a script throws is answered.
    serve(incoming, response).catch(
      (error: unknown) => response.writableEnded || response.writeHead(500).end(`${error}`),
    );
  };
  const server = tls ? createHttpsServer(tls, listener) : createHttpServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    requests,
    get mostAtOnce() {
      return mostAtOnce;
    },
    follow(next) {
      script = next;
      scriptStart = requests.length;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function send(response: ServerResponse, delivery: Reply, { status, headers, body }: WireResponse): Promise<void> {
  if (delivery.drop) return void response.destroy();
  if (delivery.delayMs) await wait(delivery.delayMs);
  const bytes = Buffer.from(body);
  const stop = delivery.stallAfterBytes ?? delivery.cutAfterBytes;
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  if (stop !== undefined) {
    // The head leaves with the first byte of the body.
    if (stop === 0) response.flushHeaders();
    else await new Promise((resolve) => response.write(bytes.subarray(0, stop), resolve));
    if (delivery.cutAfterBytes !== undefined) response.destroy();
    return;
  }
  const { bytes: size, everyMs } = delivery.drip ?? { bytes: bytes.length || 1, everyMs: 0 };
  for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
    response.write(bytes.subarray(start, start + size));
    if (everyMs > 0) await wait(everyMs);
  }
  response.end();
}

function parse(body: string): ReceivedBody {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
