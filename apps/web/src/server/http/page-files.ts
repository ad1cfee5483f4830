import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { ApiError } from './api-error.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};
/** Names of files in here change with what is in them. */
const HASHED = '/assets/';
/** Addresses of views: the page reads them itself. */
const VIEW = /^\/(?:(?:new|runs)(?:\/[\w-]+)*)?$/;

/** The files of the page, by their paths: what is asked for is looked up, and never becomes a path. */
export class PageFiles {
  readonly #files = new Map<string, string>();

  /** @param folder Undefined, or not there: the page was not built. */
  constructor(folder: string | undefined) {
    if (folder === undefined || !existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && TYPES[extname(path)] !== undefined)
        this.#files.set(`/${relative(folder, path).replaceAll(sep, '/')}`, path);
    }
  }

  /** Answers with a file; addresses of views are the page itself. */
  async serve(context: Context): Promise<Response> {
    const wanted = VIEW.test(context.req.path) ? '/index.html' : context.req.path;
    const path = this.#files.get(wanted);
    if (path === undefined) {
      if (wanted === '/index.html') throw new ApiError(503, 'page-missing', 'The page was not built with this server.');
      throw new ApiError(404, 'not-found', 'There is nothing at this address.');
    }
    context.header('content-type', TYPES[extname(path)]);
    context.header('cache-control', wanted.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache');
    return context.body(new Uint8Array(await readFile(path)));
  }
}
