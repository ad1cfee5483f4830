import { open, rename, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { type BodyLimits, readBody } from '../http/read-body.ts';

/**
 * Writes a request's body to disk as it comes. Unless all of it came, nothing is left.
 * @returns The bytes that came.
 * @throws {ApiError} where it is too large, or its sender too slow or gone.
 */
export async function receiveFile(incoming: IncomingMessage, path: string, limits: BodyLimits): Promise<number> {
  const partial = `${path}.part`;
  let bytes = 0;
  try {
    const file = await open(partial, 'w', 0o600);
    try {
      for await (const chunk of readBody(incoming, limits)) {
        await file.writeFile(chunk);
        bytes += chunk.length;
      }
    } finally {
      await file.close();
    }
    await rename(partial, path);
    return bytes;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

const LONGEST_NAME = 200;

/** The name of a file as reports may call it: one line, no folders. */
export function fileNameFrom(header: string | undefined): string {
  const decoded = decode(header ?? '');
  const last = decoded.split(/[/\\]/).at(-1) ?? '';
  const name = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed();
  return name === '' ? 'export' : name;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
