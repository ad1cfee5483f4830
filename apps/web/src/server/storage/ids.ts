import { randomBytes } from 'node:crypto';

/** A new name for an upload or a run: 128 random bits in hex. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

/** A secret that nobody guesses: 256 random bits, safe in a cookie or an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
