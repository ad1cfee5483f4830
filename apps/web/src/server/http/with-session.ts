import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { SessionStore } from '../sessions/session-store.ts';
import { ApiError } from './api-error.ts';
import type { HttpEnvironment } from './environment.ts';

/** Lets only those in who have a session. */
export function withSession(sessions: SessionStore, cookie: string): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const session = sessions.find(getCookie(context, cookie));
    if (session === undefined)
      throw new ApiError(401, 'session-needed', 'There is no session.', 'Begin one with POST /api/session.');
    context.set('session', session);
    await next();
  };
}
