import { z } from 'zod';
import { modelDescriptionSchema } from './diagnosis.ts';
import { idSchema } from './id.ts';
import { problemSchema } from './problem.ts';
import { bandSchema, summarySchema } from './run-events.ts';
import { runSettingsSchema } from './run-settings.ts';

/**
 * Where a run stands. `queued` waits for others to end; `cancelled` was stopped by somebody; `interrupted` by something else: `error`
 * says by what. Both can be resumed. `finished` came to its last ticket; `failed` cannot go on as it is.
 */
export const runStateSchema = z.enum(['queued', 'running', 'cancelled', 'interrupted', 'finished', 'failed']);
/** See {@link runStateSchema}. */
export type RunState = z.infer<typeof runStateSchema>;

/** A run, as the list shows it. */
export const runSchema = z.strictObject({
  id: idSchema,
  state: runStateSchema,
  createdAt: z.iso.datetime(),
  /** When it last began to run. */
  startedAt: z.iso.datetime().nullable(),
  /** When it last ended. */
  endedAt: z.iso.datetime().nullable(),
  /** Names of the exports. */
  files: z.array(z.string()),
  settings: runSettingsSchema,
  /** Who judges; null: the offline judge. */
  model: modelDescriptionSchema.extend({ origin: z.enum(['session', 'server']) }).nullable(),
  /** Known once it began, in the order of `settings.rubrics`. */
  rubrics: z.array(
    z.strictObject({ id: z.string(), title: z.string(), passMark: z.number(), bands: z.array(bandSchema) }),
  ),
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  requests: z.int().nonnegative(),
  costUsd: z.number().nonnegative().nullable(),
  /** Problems that were met. */
  problems: z.int().nonnegative(),
  /** For each rubric, once it ended. */
  summaries: z.array(summarySchema),
  error: problemSchema.nullable(),
  /** Reports can be looked at and downloaded. */
  hasReport: z.boolean(),
  /** What people decided. */
  decisions: z.strictObject({
    /** Entries of the log. */
    count: z.int().nonnegative(),
    /** Whether reports show all of it: `stale` ones do not yet, and are written anew (`writing`) soon after, or could not be (`failed`). */
    report: z.enum(['current', 'stale', 'writing', 'failed']),
  }),
});
/** See {@link runSchema}. */
export type Run = z.infer<typeof runSchema>;

/** `GET /api/runs`: the newest first. */
export const runListSchema = z.strictObject({ runs: z.array(runSchema) });
/** See {@link runListSchema}. */
export type RunList = z.infer<typeof runListSchema>;

/** `POST /api/runs`. */
export const startRunSchema = z.strictObject({ upload: idSchema, settings: runSettingsSchema });
/** See {@link startRunSchema}. */
export type StartRun = z.input<typeof startRunSchema>;

/** `POST /api/runs/:run/resume`. */
export const resumeRunSchema = z.strictObject({
  /** Asks again what a failed request left unscored. */
  retryUnscored: z.boolean().default(false),
});
/** See {@link resumeRunSchema}. */
export type ResumeRun = z.input<typeof resumeRunSchema>;

/** `POST /api/runs/:run/view`: an address for an `<iframe sandbox="allow-scripts">` or a new tab. */
export const viewSchema = z.strictObject({
  /**
   * The folder of the report, `/reports/<key>/`. Below it `index.html` is the page of the run (`<rubric>/index.html` where there are
   * several) and `tickets/<page>` that of a ticket. It is good for this session, for twelve hours.
   */
  base: z.string(),
});
/** See {@link viewSchema}. */
export type View = z.infer<typeof viewSchema>;
