import { z } from 'zod';

const name = z.string().trim().min(1).max(200);
const count = z.int().min(1).max(1_000_000);
const line = z
  .string()
  .min(1)
  .regex(/^\P{Cc}*$/u);

/** Which tickets are reviewed, as `docs/selecting.md` has it. Empty: all of them. */
const selectionSchema = z.strictObject({
  /** Conditions such as `priority<=2`; all of them must hold. */
  where: z.array(line.max(500)).max(20).optional(),
  /** Closed on this day or later. */
  since: z.iso.date().optional(),
  /** Closed on this day or earlier. */
  until: z.iso.date().optional(),
  limit: count.optional(),
  /** A random sample of so many. Not together with `limit`. */
  sample: count.optional(),
  seed: line.max(100).optional(),
  stratify: z.enum(['analyst', 'group', 'priority', 'contact-type']).optional(),
});

/** How a run is made. Fixed at its start: what is changed afterwards concerns the next one. */
export const runSettingsSchema = z.strictObject({
  /** Ids from the catalogue. Each ticket is scored on each of them. */
  rubrics: z
    .array(name)
    .min(1)
    .max(8)
    .refine((ids) => new Set(ids).size === ids.length, 'Each rubric once.'),
  /** An id from the catalogue. */
  profile: name,
  /** `model`: the one that the session has. */
  judge: z.enum(['offline', 'model']),
  /** Spelling is examined. */
  spelling: z.boolean().default(true),
  /** Personal values are masked before a model sees them. */
  redact: z.boolean().default(true),
  /** Reports have pseudonyms in place of names. */
  anonymize: z.boolean().default(false),
  /** How reports write numbers and times: `en`, `en-GB`, `de`. */
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/)
    .optional(),
  /** A model is asked every question so many times. */
  votes: z.union([z.literal(1), z.literal(3), z.literal(5)]).default(1),
  /** US dollars; the run stops before a model costs more. */
  maxCostUsd: z.number().positive().max(1_000_000).optional(),
  selection: selectionSchema.default({}),
});
/** Settings with everything filled in. */
export type RunSettings = z.infer<typeof runSettingsSchema>;
/** Settings as they may be given. */
export type RunSettingsInput = z.input<typeof runSettingsSchema>;
