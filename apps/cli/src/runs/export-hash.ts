import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Input } from '../review/inputs.ts';

/** The content of an export as a SHA-256 in hex; null where it can be read only once, or not at all. */
export async function hashOfInput(input: Input, signal: AbortSignal): Promise<string | null> {
  if (input.kept !== undefined) return input.kept.hash;
  if (!input.reopenable) return null;
  const hash = createHash('sha256');
  try {
    await pipeline(input.open(), hash, { signal });
  } catch {
    // Reading the tickets tells why.
    return null;
  }
  return hash.digest('hex');
}
