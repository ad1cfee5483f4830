import { ModelRequestError } from '../errors/model-request-error.ts';
import { safeCause } from '../failure/safe-cause.ts';

/** A token with its end, as `TokenCredential.getToken` of `@azure/identity` gives it. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresOnTimestamp: number;
}

/** Gets a token of Microsoft Entra. A bare string is taken to live as long as it says itself, if it does. */
export type TokenProvider = () => Promise<AccessToken | string | null>;

/** A token is renewed that long before its end, so that none ends under way. */
const MARGIN_MS = 2 * 60_000;

/**
 * Asks a provider for a token only where the last one is about to end, and once for all who wait. The SDK asks at every
 * attempt.
 */
export function cacheTokens(provider: TokenProvider, now: () => number = Date.now): () => Promise<string> {
  let current: AccessToken | undefined;
  let pending: Promise<AccessToken> | undefined;
  return async () => {
    if (current && current.expiresOnTimestamp - MARGIN_MS > now()) return current.token;
    pending ??= fetchToken(provider, now).finally(() => {
      pending = undefined;
    });
    current = await pending;
    return current.token;
  };
}

async function fetchToken(provider: TokenProvider, now: () => number): Promise<AccessToken> {
  let given: AccessToken | string | null;
  try {
    given = await provider();
  } catch (error) {
    throw noToken(error);
  }
  const token = typeof given === 'string' ? { token: given, expiresOnTimestamp: endOf(given) ?? now() } : given;
  if (!token?.token) throw noToken(undefined);
  return token;
}

function noToken(cause: unknown): ModelRequestError {
  return new ModelRequestError('No access token could be had from the token provider.', {
    code: 'no-token',
    retryable: true,
    cause: safeCause(cause),
    hint: 'Sign in again, and check the identity that the command runs as.',
  });
}

/** When a JWT says that it ends. */
function endOf(token: string): number | undefined {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof claims.exp === 'number' ? claims.exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
