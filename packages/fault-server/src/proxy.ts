import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** An HTTP proxy under a test's control. */
export interface Proxy extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** The hosts, with their ports, that a tunnel was asked for. */
  readonly tunnels: readonly string[];
  close(): Promise<void>;
}

/** What a proxy is started with. */
export interface ProxyOptions {
  /** `user:password`. Requests without it are refused with 407. */
  readonly credentials?: string;
  /** Refuses every tunnel with this status. */
  readonly refuseWith?: number;
}

/** Starts a proxy that leads every tunnel, whatever its host, to a port of 127.0.0.1. */
export async function startProxy(targetPort: number, { credentials, refuseWith }: ProxyOptions = {}): Promise<Proxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server = createServer((_, response) => response.writeHead(501).end());
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  server.on('connect', (request, client: Socket) => {
    tunnels.push(request.url ?? '');
    const refusal = wanted && request.headers['proxy-authorization'] !== wanted ? 407 : refuseWith;
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
    tunnels,
    close,
    [Symbol.asyncDispose]: close,
  };
}
