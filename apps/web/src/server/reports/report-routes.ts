import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { HttpEnvironment } from '../http/environment.ts';
import type { RunStore } from '../runs/run-store.ts';
import { missingPage } from './missing-page.ts';
import type { ViewKeys } from './view-keys.ts';

/**
 * Pages as reports name them: none is hidden, none leads up, and all are HTML. `~` stands in names of pages whose ticket numbers
 * are alike.
 */
const PAGE = /^(?:[A-Za-z0-9_~-][A-Za-z0-9_~.-]*\/){0,2}[A-Za-z0-9_~-][A-Za-z0-9_~.-]*\.html$/;
/** A report is a page of no origin: it may run its own script (by its own policy, by hash) and do nothing else. */
const POLICY = "sandbox allow-scripts allow-popups; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
/** The first page of a report, which is written last. */
const FIRST_PAGE = /^([A-Za-z0-9_~-][A-Za-z0-9_~.-]*\/)?index\.html$/;

/** `/reports/<key>/…`: the HTML pages of reports, each in a sandbox. */
export function reportRoutes(store: RunStore, keys: ViewKeys): Hono<HttpEnvironment> {
  return new Hono<HttpEnvironment>().get('/:key/:page{.+}', async (context) => {
    const run = keys.runOf(context.req.param('key'));
    const page = context.req.param('page');
    context.header('content-security-policy', POLICY);
    const isPage = run !== undefined && store.has(run) && PAGE.test(page);
    const html = isPage ? await readFile(join(store.reportOf(run), page)).catch(() => undefined) : undefined;
    if (html === undefined) {
      const state = isPage && FIRST_PAGE.test(page) ? store.get(run).state : undefined;
      const isAwaited = state === 'queued' || state === 'running';
      return context.html(missingPage(isAwaited), isAwaited ? 202 : 404);
    }
    context.header('content-type', 'text/html; charset=utf-8');
    return context.body(new Uint8Array(html));
  });
}
