import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { ApiError } from './api-error.ts';

/**
 * Answers only to its own names. A page elsewhere can let a name of its own resolve to this machine; it cannot make a browser send
 * another name than that, and an address is not resolved at all.
 */
export function guardHost(names: readonly string[]): MiddlewareHandler {
  const known = new Set(['localhost', ...names]);
  return async (context, next) => {
    const host = hostnameOf(context.req.header('host'));
    if (host === undefined || !(known.has(host) || isIP(host) !== 0))
      throw new ApiError(
        421,
        'host-unknown',
        'The server is not known by that name.',
        'Use the address that it printed at its start. Whoever runs it can add a name by TQRS_SERVE_URL.',
      );
    await next();
  };
}

function hostnameOf(header: string | undefined): string | undefined {
  if (header === undefined || !URL.canParse(`http://${header}`)) return undefined;
  const { hostname, username, pathname } = new URL(`http://${header}`);
  return username === '' && pathname === '/' ? hostname.replace(/^\[|\]$/g, '') : undefined;
}
