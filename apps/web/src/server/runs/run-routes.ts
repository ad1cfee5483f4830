import { join } from 'node:path';
import { Hono } from 'hono';
import { type Run, resumeRunSchema, startRunSchema, type View } from '../../api/index.ts';
import { ApiError } from '../http/api-error.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { readJsonBody } from '../http/read-body.ts';
import { streamBody } from '../http/stream-body.ts';
import type { Log } from '../log.ts';
import { openDownload } from '../reports/download.ts';
import type { ViewKeys } from '../reports/view-keys.ts';
import { goingOn } from '../review/open-record.ts';
import type { ReportRewriter } from '../review/report-rewriter.ts';
import type { UploadStore } from '../uploads/upload-store.ts';
import type { Changes } from './changes.ts';
import { hasSeenAll, placeFrom, watchRun } from './event-stream.ts';
import type { RunService } from './run-service.ts';
import { type RunStore, type StoredRun, shown } from './run-store.ts';
import type { Runner } from './runner.ts';

const STARTS = { times: 30, perMs: 60_000 };
/** Watchers of all runs at the same time. */
const MOST_WATCHERS = 200;

/** A download waits so long for a report that is being written. */
const DOWNLOAD_WAIT_MS = 30_000;

/** What the routes of runs need. */
export interface RunRoutesOptions {
  readonly store: RunStore;
  readonly service: RunService;
  readonly runner: Runner;
  readonly changes: Changes;
  readonly uploads: UploadStore;
  readonly keys: ViewKeys;
  readonly rewriter: ReportRewriter;
  /** Aborted where the server comes to its end. */
  readonly closing: AbortSignal;
  readonly log: Log;
}

/** `/api/runs`: what is reviewed, how it goes, and what came of it. */
export function runRoutes(options: RunRoutesOptions): Hono<HttpEnvironment> {
  const { store, service, runner, changes, uploads, keys, rewriter, closing, log } = options;
  const starts = new RateLimit(STARTS);
  let watchers = 0;

  return new Hono<HttpEnvironment>()
    .get('/', (context) => context.json({ runs: store.list().map(shown) }))
    .post('/', async (context) => {
      const session = context.get('session');
      const { upload: id, settings } = await readJsonBody(context.env.incoming, startRunSchema);
      starts.take(session.id);
      const upload = uploads.get(id);
      if (upload.files.length === 0)
        throw new ApiError(409, 'upload-empty', 'The upload holds no file.', 'Add one first.');
      return context.json(shown(await service.begin(upload, settings, session)) satisfies Run, 201);
    })
    .get('/:run', (context) => context.json(shown(store.get(context.req.param('run')))))
    .delete('/:run', async (context) => {
      await service.remove(context.req.param('run'));
      changes.tell(context.req.param('run'));
      return context.body(null, 204);
    })
    .post('/:run/cancel', async (context) => {
      const { id } = store.get(context.req.param('run'));
      await runner.cancel(id);
      return context.json(shown(store.get(id)));
    })
    .post('/:run/resume', async (context) => {
      const session = context.get('session');
      const { retryUnscored } = await readJsonBody(context.env.incoming, resumeRunSchema);
      starts.take(session.id);
      return context.json(shown(await service.resume(context.req.param('run'), retryUnscored, session)));
    })
    .post('/:run/view', (context) => {
      const { id } = store.get(context.req.param('run'));
      return context.json({ base: `/reports/${keys.issue(context.get('session').id, id)}/` } satisfies View);
    })
    .post('/:run/report', (context) => {
      const { id, state } = store.get(context.req.param('run'));
      if (state === 'queued' || state === 'running') throw goingOn();
      rewriter.writeNow(id);
      return context.json(shown(store.get(id)), 202);
    })
    .get('/:run/download/:format', async (context) => {
      const run = store.get(context.req.param('run'));
      const format = context.req.param('format');
      if (!run.hasReport)
        throw new ApiError(409, 'report-missing', 'The report is not there yet.', 'It is written when the run ends.');
      if (!(await rewriter.isCurrent(run.id, DOWNLOAD_WAIT_MS))) throw notWritten(store.get(run.id));
      const { folder, title } = reportFolder(store, run, context.req.query('rubric'));
      const { name, bytes, length } = await openDownload(folder, format, title);
      context.header('content-type', 'application/octet-stream');
      context.header('content-disposition', `attachment; filename="${name}"`);
      if (length !== undefined) context.header('content-length', String(length));
      return context.body(streamBody(context, bytes, log));
    })
    .get('/:run/events', (context) => {
      const { id } = store.get(context.req.param('run'));
      const seen = placeFrom(context.req.header('last-event-id'));
      if (hasSeenAll(store.get(id), seen)) return context.body(null, 204);
      if (watchers >= MOST_WATCHERS)
        throw new ApiError(503, 'too-many-watchers', 'Too many pages watch at the same time.', 'Close some of them.');
      const signal = AbortSignal.any([context.req.raw.signal, closing]);
      async function* watch() {
        watchers++;
        try {
          const encoder = new TextEncoder();
          for await (const text of watchRun({ id, store, changes, seen, signal })) yield encoder.encode(text);
        } finally {
          watchers--;
        }
      }
      context.header('content-type', 'text/event-stream; charset=utf-8');
      context.header('x-accel-buffering', 'no');
      return context.body(streamBody(context, watch(), log));
    });
}

/** Why a report does not show what people decided. */
function notWritten({ decisions }: StoredRun): ApiError {
  return decisions.report === 'failed'
    ? new ApiError(
        409,
        'report-not-written',
        'The report could not be written anew, with what people decided.',
        'Nothing decided is lost. The log of the server tells why; try again then.',
      )
    : new ApiError(
        409,
        'report-being-written',
        'The report is being written anew, with what people decided.',
        'Try again in a minute.',
      );
}

/** With one rubric its report is the folder; with several, each has one of its own, by its id. */
function reportFolder(store: RunStore, run: StoredRun, wanted: string | undefined): { folder: string; title: string } {
  const rubric = wanted === undefined ? run.rubrics[0] : run.rubrics.find(({ id }) => id === wanted);
  if (rubric === undefined) throw new ApiError(404, 'rubric-unknown', 'The run has no such rubric.');
  const folder = store.reportOf(run.id);
  const day = run.createdAt.slice(0, 10);
  return { folder: run.rubrics.length > 1 ? join(folder, rubric.id) : folder, title: `tqrs-${rubric.id}-${day}` };
}
