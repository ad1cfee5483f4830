import { z } from 'zod';

const reasons = [
  'field-not-exported',
  'contact-type-unknown',
  'needs-second-key',
  'needs-model',
  'undecided',
  'language-not-supported',
  'no-conversation',
];

/** A level id, `not-applicable`, or `unscored: <reason>`. */
export const outcomeSchema = z
  .string()
  .regex(
    new RegExp(`^([a-z0-9]+(-[a-z0-9]+)*|unscored: (${reasons.join('|')}))$`),
    'use a level id, not-applicable, or unscored: <reason>',
  );

const labelSchema = z.strictObject({
  number: z.string().min(1),
  /** Id of a built-in profile, where it is not the file's own. */
  profile: z.string().min(1).optional(),
  /** What a careful person gives, by criterion id. */
  criteria: z.record(z.string(), outcomeSchema),
  /** Answers to the checks of checklists, by check id. Empty where a rule decides first, as for a blank description. */
  checks: z.record(z.string(), z.enum(['met', 'not-met', 'not-applicable'])),
  /** The misspelt words, as they stand in the ticket. */
  misspelt: z.array(z.string().min(1)).optional(),
  /** What makes it tricky, by criterion or check id. */
  why: z.record(z.string(), z.string().min(1)).optional(),
});

/** What a careful person says about every ticket of one or more exports. */
export const labelFileSchema = z.strictObject({
  schemaVersion: z.literal(1),
  rubric: z.string().min(1),
  /** A profile file beside the label file, or the id of a built-in profile. */
  profile: z.string().min(1).optional(),
  /** Labels by the name of the export file beside the label file. */
  exports: z.record(z.string(), z.array(labelSchema).min(1)),
});

/** See {@link labelFileSchema}. */
export type LabelFile = z.infer<typeof labelFileSchema>;

/** The label of one ticket. */
export type Label = z.infer<typeof labelSchema>;

/**
 * Reads a label file.
 *
 * @throws Error that lists every place where the file is not as it should be.
 */
export function parseLabels(json: string, source: string): LabelFile {
  const read = labelFileSchema.safeParse(JSON.parse(json));
  if (read.success) return read.data;
  throw new Error(`${source} is not a label file:\n${z.prettifyError(read.error)}`);
}
