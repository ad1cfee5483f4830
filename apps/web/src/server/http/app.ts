import { Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { errorDetails, type Log } from '../log.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { ApiError } from './api-error.ts';
import type { HttpEnvironment } from './environment.ts';
import { guardHost } from './guard-host.ts';
import { guardOrigin } from './guard-origin.ts';
import { securityHeaders } from './headers.ts';
import type { PageFiles } from './page-files.ts';
import { withSession } from './with-session.ts';

/** What the application is put together from. */
export interface AppOptions {
  /** Names that the server goes by, beside `localhost` and its addresses. */
  readonly names: readonly string[];
  readonly publicUrl: URL | undefined;
  readonly sessions: SessionStore;
  readonly cookie: string;
  /** Routes that need a session, by their first part. */
  readonly api: Readonly<Record<string, Hono<HttpEnvironment>>>;
  /** Routes that look after themselves. */
  readonly session: Hono<HttpEnvironment>;
  readonly reports: Hono<HttpEnvironment>;
  readonly page: PageFiles;
  readonly log: Log;
}

/** The application: guards first, then routes, and every failure as one JSON object. */
export function createApp(options: AppOptions): Hono<HttpEnvironment> {
  const { names, publicUrl, sessions, cookie, api, session, reports, page, log } = options;
  const app = new Hono<HttpEnvironment>();

  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    const { complete, readableDidRead } = context.env.incoming;
    // What is left of a body is not read, and its sender is not to go on sending.
    if (!complete || (readableDidRead && context.res.status >= 400)) context.header('connection', 'close');
    // The route, not the address: ids and keys stay out of the log.
    const route = matchedRoutes(context).findLast(({ path }) => !path.includes('*'))?.path ?? '*';
    const { method } = context.req;
    const { status } = context.res;
    const details = { method, route, status, ms: Math.round(performance.now() - start) };
    if (status < 400) log.debug('request', details);
    else log.info('request', details);
  });
  app.use(securityHeaders(publicUrl?.protocol === 'https:'));
  app.use(guardHost(names));
  app.use(guardOrigin(publicUrl));

  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.route('/api/session', session);
  for (const [name, routes] of Object.entries(api)) {
    app.use(`/api/${name}/*`, withSession(sessions, cookie));
    app.route(`/api/${name}`, routes);
  }
  app.all('/api/*', () => {
    throw new ApiError(404, 'not-found', 'The API has no such address.');
  });
  app.route('/reports', reports);
  app.get('*', (context) => page.serve(context));
  app.notFound(() => {
    throw new ApiError(404, 'not-found', 'There is nothing at this address.');
  });
  app.onError((error, context) => {
    const known = error instanceof ApiError ? error : fullDisk(error);
    if (known === undefined) log.error('defect', errorDetails(error));
    const told = known ?? new ApiError(500, 'defect', 'This is a defect of TQRS.', 'The log of the server tells more.');
    return context.json(told.toBody(), told.status);
  });
  return app;
}

function fullDisk({ code }: NodeJS.ErrnoException): ApiError | undefined {
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return undefined;
  return new ApiError(503, 'disk-full', 'The disk of the server is full.', 'Delete runs that nobody needs any more.');
}
