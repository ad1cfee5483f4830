import type { MiddlewareHandler } from 'hono';
import { API_HEADER } from '../../api/index.ts';
import { ApiError } from './api-error.ts';

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Lets only the server's own page change anything: by what browsers say of where a request comes from, and by a header that no page
 * of another origin can add.
 * @param publicUrl Where users find the server, where that is not its own address.
 */
export function guardOrigin(publicUrl: URL | undefined): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    if (!READING.has(req.method)) {
      const site = req.header('sec-fetch-site');
      const origin = req.header('origin');
      // A proxy in front may speak https, or go by another name.
      const own = [`http://${req.header('host')}`, `https://${req.header('host')}`, publicUrl?.origin];
      const isOwn = origin !== undefined && own.includes(origin);
      const isSameSite = site === undefined || site === 'same-origin';
      if (!isOwn || !isSameSite || req.header(API_HEADER) !== '1')
        throw new ApiError(403, 'not-same-origin', 'Only the page of this server may do that.');
    }
    await next();
  };
}
