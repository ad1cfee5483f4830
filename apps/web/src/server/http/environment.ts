import type { HttpBindings } from '@hono/node-server';
import type { SessionRecord } from '../sessions/session-store.ts';

/** What handlers find in their context. */
export interface HttpEnvironment {
  readonly Bindings: HttpBindings;
  readonly Variables: { session: SessionRecord };
}
