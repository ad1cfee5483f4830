import { z } from 'zod';
import { STRATIFY } from './sample/stratum.ts';

const count = z.int().nonnegative();

/** What tickets are selected by. All of it must hold. */
export const selectionOptionsSchema = z.strictObject({
  /** The first day, or the first moment. */
  since: z.string().optional(),
  /** The last day, or the last moment. */
  until: z.string().optional(),
  /** Any of these analysts. */
  assignedTo: z.array(z.string()).optional(),
  /** Any of these assignment groups. */
  groups: z.array(z.string()).optional(),
  /** Conditions on fields. */
  where: z.array(z.string()).optional(),
  /** The first so many of the tickets for which all of the above holds. Not together with a sample. */
  limit: z.int().positive().optional(),
  /** A random sample of the tickets for which all of the above holds. */
  sample: z
    .strictObject({ size: z.int().positive(), seed: z.string(), stratify: z.enum(STRATIFY).optional() })
    .optional(),
});
/** See {@link selectionOptionsSchema}. */
export type SelectionOptions = z.infer<typeof selectionOptionsSchema>;

/**
 * Why tickets were left out. `not-met`: a condition does not hold. `not-exported`, `unclear`: nobody can say whether it does.
 * `beyond-limit`, `not-sampled`: the conditions hold.
 */
export const LEFT_OUT_REASONS = ['not-met', 'not-exported', 'unclear', 'beyond-limit', 'not-sampled'] as const;

const leftOutSchema = z.strictObject({
  option: z.enum(['since', 'until', 'assigned-to', 'group', 'where', 'limit', 'sample']),
  /** What the option was given. */
  value: z.string(),
  reason: z.enum(LEFT_OUT_REASONS),
  tickets: z.int().positive(),
});
/** Tickets that one option left out for one reason. */
export type LeftOut = z.infer<typeof leftOutSchema>;

/** What a selection took and what it left out. `selected` and all of `leftOut` make up `tickets`. */
export const selectionReportSchema = z.strictObject({
  options: selectionOptionsSchema,
  /** Tickets that could be read. */
  tickets: count,
  selected: count,
  /** A ticket counts once: for the first of the options, in their order here, that it does not pass. */
  leftOut: z.array(leftOutSchema),
  /** Only of a stratified sample, in the order of their names. */
  strata: z.array(z.strictObject({ name: z.string(), tickets: count, selected: count })).optional(),
  /** The export gave times without a zone, and so many tickets lie so near to a date that the zone decides. */
  zoneAssumed: z.strictObject({ zone: z.string(), tickets: z.int().positive() }).optional(),
});
/** See {@link selectionReportSchema}. */
export type SelectionReport = z.infer<typeof selectionReportSchema>;
