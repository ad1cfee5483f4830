import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** An HTTP proxy under a test's control. */
export interface Proxy extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** What it was asked for: `host:port` of a tunnel, or the whole address of a request. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** What a proxy is started with. */
export interface ProxyOptions {
  /** `user:password`. Requests without it are refused with 407. */
  readonly credentials?: string;
  /** Refuses everything with this status. */
  readonly refuseWith?: number;
}

/** Starts a proxy that leads every tunnel and request, whatever its host, to a port of 127.0.0.1. */
export async function startProxy(targetPort: number, { credentials, refuseWith }: ProxyOptions = {}): Promise<Proxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const refusalOf = ({ headers }: IncomingMessage) =>
    wanted && headers['proxy-authorization'] !== wanted ? 407 : refuseWith;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const refusal = refusalOf(request);
    if (refusal) return void response.writeHead(refusal).end();
    const { pathname, search } = new URL(request.url ?? '');
    const { method, headers } = request;
    const forwarded = httpRequest({ port: targetPort, host: '127.0.0.1', path: pathname + search, method, headers });
    forwarded.on('response', (answer) => {
      answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
    });
    request.pipe(forwarded.on('error', () => response.destroy()));
  });
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  server.on('connect', (request, client: Socket) => {
    asked.push(request.url ?? '');
    const refusal = refusalOf(request);
    if (refusal) return void client.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`);
    const target = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    sockets.add(target.on('error', () => client.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close,
    [Symbol.asyncDispose]: close,
  };
}
