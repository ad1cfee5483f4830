import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';

/** Bytes of a JSON body. */
const MOST_JSON = 64 * 1024;
const JSON_MS = 10_000;

/** How a body is read. */
export interface BodyLimits {
  readonly maxBytes: number;
  /** A sender that is silent for so long is given up. */
  readonly idleMs: number;
  /** A body that did not end by then is given up, whatever comes. Absent: the server's own limit. */
  readonly wholeMs?: number;
}

/**
 * Reads a body chunk by chunk, as fast as its chunks are taken.
 * @throws {ApiError} where it is too long, or its sender too slow or gone.
 */
export async function* readBody(incoming: IncomingMessage, limits: BodyLimits): AsyncGenerator<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > limits.maxBytes) throw tooLarge(limits);
  let bytes = 0;
  let isIdle = false;
  const giveUp = () => {
    isIdle = true;
    incoming.destroy();
  };
  let timer = setTimeout(giveUp, limits.idleMs);
  const end = limits.wholeMs && setTimeout(giveUp, limits.wholeMs);
  try {
    // The answer goes over the same connection: it stays open where reading ends early.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      clearTimeout(timer);
      bytes += chunk.length;
      if (bytes > limits.maxBytes) throw tooLarge(limits);
      yield chunk;
      timer = setTimeout(giveUp, limits.idleMs);
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (isIdle) throw new ApiError(408, 'body-too-slow', 'The request came too slowly.', 'Try again.');
    throw new ApiError(400, 'body-cut-off', 'The request was cut off.', 'Try again.');
  } finally {
    clearTimeout(timer);
    clearTimeout(end);
  }
}

/**
 * Reads a JSON body of that shape. An empty body is an empty object.
 * @throws {ApiError}
 */
export async function readJsonBody<Schema extends z.ZodType>(
  incoming: IncomingMessage,
  schema: Schema,
): Promise<z.output<Schema>> {
  const chunks: Buffer[] = [];
  const limits = { maxBytes: MOST_JSON, idleMs: JSON_MS, wholeMs: JSON_MS };
  for await (const chunk of readBody(incoming, limits)) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const parsed = schema.safeParse(text === '' ? {} : parse(text));
  if (parsed.success) return parsed.data;
  // Paths are ours; messages could repeat what was sent.
  const paths = parsed.error.issues.map(({ path }) => path.map(String).join('.') || 'the body');
  throw new ApiError(
    422,
    'request-invalid',
    `The request is not of the expected form: ${[...new Set(paths)].slice(0, 5).join(', ')}.`,
    'Reload the page; it may be older than the server.',
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 'json-invalid', 'The request is no JSON.');
  }
}

function tooLarge({ maxBytes }: BodyLimits): ApiError {
  const megabytes = Math.max(1, Math.round(maxBytes / 1e6));
  return new ApiError(
    413,
    'body-too-large',
    `More than ${megabytes} MB are not taken at once.`,
    'Export in parts, or compress the file (.gz). Whoever runs the server can raise the limit.',
  );
}
