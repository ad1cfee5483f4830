import { z } from 'zod';
import { problemSchema } from './problem.ts';

/**
 * What `tqrs review --events <fd>` writes while it goes on: one JSON object a line. A run tells `start` once its exports are looked
 * through, then `tickets`, `progress` and `problem` as they come, and `end` last of all, also where it never started. A run that is gone
 * on with tells everything anew, what was finished before included.
 *
 * Beside numbers and names, the only text of a ticket in here is its short description.
 */

/** ISO 8601, UTC. */
const time = z.iso.datetime();
const percent = z.number().min(0).max(100);

/** A step of the scale that scores are sorted into. */
export const bandSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** In percent; the band reaches up to the next one. */
  from: percent,
});
/** See {@link bandSchema}. */
export type Band = z.infer<typeof bandSchema>;

/** The exports are looked through, and the first ticket is about to be reviewed. */
const startSchema = z.strictObject({
  type: z.literal('start'),
  schemaVersion: z.literal(1),
  at: time,
  /** The program and its version. */
  engine: z.string(),
  /** Names of the exports. */
  sources: z.array(z.string()),
  /** Tickets to review; null where nobody can know (standard input). */
  total: z.int().nonnegative().nullable(),
  /** In the order of each ticket's `results`. */
  rubrics: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      version: z.string(),
      /** In percent. */
      passMark: percent,
      bands: z.array(bandSchema),
    }),
  ),
  profile: z.string(),
  /** `offline`, or the model's name. */
  judge: z.string(),
});

/** What one rubric gives a ticket. */
const ticketResultSchema = z.strictObject({
  /** Null where there is no score: see `range`, else nothing applied. */
  percent: percent.nullable(),
  /** Between what the score lies, where something is unscored. */
  range: z.strictObject({ min: percent, max: percent }).nullable(),
  /** The id of the band. */
  band: z.string().nullable(),
  outcome: z.enum(['passed', 'failed', 'auto-failed', 'open', 'not-applicable']),
  /** A person should look at it. */
  needsReview: z.boolean(),
});
/** See {@link ticketResultSchema}. */
export type TicketResult = z.infer<typeof ticketResultSchema>;

/** A reviewed ticket in a line. */
export const ticketRowSchema = z.strictObject({
  number: z.string(),
  /** Its page in the HTML report: `tickets/<page>`, in the folder of each rubric where there are several. */
  page: z.string(),
  shortDescription: z.string(),
  assignedTo: z.string(),
  group: z.string(),
  /** As the export gave it, or ISO 8601; blank where it is not known. */
  openedAt: z.string(),
  results: z.array(ticketResultSchema),
});
/** See {@link ticketRowSchema}. */
export type TicketRow = z.infer<typeof ticketRowSchema>;

/** Tickets that were reviewed since the last of these, in the order of the exports. Their pages are written. */
const ticketsSchema = z.strictObject({ type: z.literal('tickets'), tickets: z.array(ticketRowSchema) });

/** How far the run is. Told about once a second while nothing else happens, too. */
const progressSchema = z.strictObject({
  type: z.literal('progress'),
  at: time,
  /** Tickets that are done, those that failed included. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  /** Requests to the model. */
  requests: z.int().nonnegative(),
  /** US dollars; null where nobody knows the price. */
  costUsd: z.number().nonnegative().nullable(),
});

/** Something that could not be read or reviewed as it stands. At most a thousand are told one by one. */
const problemEventSchema = problemSchema.extend({
  type: z.literal('problem'),
  /** `error`: it is not among the results. `warning`: it is. */
  severity: z.enum(['error', 'warning']),
});

/** A run in numbers, for one rubric. The reports hold more. */
export const summarySchema = z.strictObject({
  tickets: z.int().nonnegative(),
  scored: z.int().nonnegative(),
  partial: z.int().nonnegative(),
  notApplicable: z.int().nonnegative(),
  failedReviews: z.int().nonnegative(),
  passed: z.int().nonnegative(),
  autoFailed: z.int().nonnegative(),
  needsReview: z.int().nonnegative(),
  /** Of the scored tickets; null where none is. */
  passRate: percent.nullable(),
  /** Of the scored tickets; null where none is. */
  meanPercent: percent.nullable(),
  /** Tickets in each band, in the order of the rubric's bands. */
  bands: z.array(z.int().nonnegative()),
});
/** See {@link summarySchema}. */
export type Summary = z.infer<typeof summarySchema>;

/** The last event. */
const endSchema = z.strictObject({
  type: z.literal('end'),
  at: time,
  /**
   * `finished`: to the last ticket. `interrupted`: by Ctrl-C or a signal. `stopped`: by the judge (no credit, a limit of cost).
   * `failed`: with an error, perhaps before it began.
   */
  reason: z.enum(['finished', 'interrupted', 'stopped', 'failed']),
  /** What the command ends with. */
  exitCode: z.int(),
  /** Why it stopped or failed. */
  error: problemSchema.optional(),
  /** For each rubric; empty where the run did not come so far. */
  summaries: z.array(summarySchema),
  /** Problems in all, with those that were not told one by one. */
  problems: z.int().nonnegative(),
  /** Requests to the model. */
  requests: z.int().nonnegative(),
  /** US dollars; null where nobody knows the price. */
  costUsd: z.number().nonnegative().nullable(),
});

/** One line of `--events`. */
export const runEventSchema = z.discriminatedUnion('type', [
  startSchema,
  ticketsSchema,
  progressSchema,
  problemEventSchema,
  endSchema,
]);
/** See {@link runEventSchema}. */
export type RunEvent = z.infer<typeof runEventSchema>;
/** The event of one type. */
export type RunEventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;
