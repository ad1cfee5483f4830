import type { ChosenModel } from '../models/chosen-model.ts';
import { newId, newSecret } from '../storage/ids.ts';

const KEPT_MS = 12 * 60 * 60_000;
const ADMIN_MS = 60 * 60_000;
const MOST_SESSIONS = 10_000;

/** Somebody's browser, for some hours. In memory alone: a restart forgets it, and its credentials. */
export interface SessionRecord {
  /** Tells sessions apart in counts. It opens nothing. */
  readonly id: string;
  /** Who decides in it, as they name themselves. */
  name: string | undefined;
  /** The model that was set up for it. */
  model: ChosenModel | undefined;
  /** Until when it is an administrator's, in milliseconds since 1970. */
  adminUntil: number;
  usedAt: number;
}

/** Sessions by their secret, which is in a cookie and nowhere else. */
export class SessionStore {
  readonly #sessions = new Map<string, SessionRecord>();

  /** Begins a session, and gives its secret. */
  create(): { readonly secret: string; readonly session: SessionRecord } {
    this.#sweep();
    const secret = newSecret();
    const session: SessionRecord = {
      id: newId(),
      name: undefined,
      model: undefined,
      adminUntil: 0,
      usedAt: Date.now(),
    };
    this.#sessions.set(secret, session);
    return { secret, session };
  }

  /** The session of a secret; undefined where there is none (any more). */
  find(secret: string | undefined): SessionRecord | undefined {
    const session = secret === undefined ? undefined : this.#sessions.get(secret);
    if (session === undefined) return undefined;
    if (Date.now() - session.usedAt > KEPT_MS) {
      this.remove(secret);
      return undefined;
    }
    session.usedAt = Date.now();
    return session;
  }

  /** Gives a session another secret: the one before opens nothing any more. */
  renew(before: string | undefined): string {
    const session = this.find(before);
    if (session === undefined) throw new TypeError('Only a session that is there can be renewed.');
    this.remove(before);
    const secret = newSecret();
    this.#sessions.set(secret, session);
    return secret;
  }

  remove(secret: string | undefined): void {
    if (secret !== undefined) this.#sessions.delete(secret);
  }

  #sweep(): void {
    const oldest = Date.now() - KEPT_MS;
    for (const [secret, { usedAt }] of this.#sessions)
      if (usedAt < oldest || this.#sessions.size >= MOST_SESSIONS) this.#sessions.delete(secret);
  }
}

/** Whether a session is an administrator's now. */
export function isAdmin({ adminUntil }: SessionRecord): boolean {
  return Date.now() < adminUntil;
}

/** Makes a session an administrator's for an hour. */
export function makeAdmin(session: SessionRecord): void {
  session.adminUntil = Date.now() + ADMIN_MS;
}
