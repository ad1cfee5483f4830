import type { Context } from 'hono';
import type { HttpEnvironment } from './environment.ts';

/** Where a request comes from, for counting. Behind a proxy all requests come from that. */
export function clientAddress({ env }: Context<HttpEnvironment>): string {
  return env.incoming.socket.remoteAddress ?? '';
}
