import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** The first and the last day, as `2026-03-01`. */
const daysSchema = z.strictObject({ first: z.iso.date(), last: z.iso.date() });

/** What limits a review of the export, and how to export it better. */
const exportFindingSchema = z.strictObject({ id: z.string(), message: z.string(), recipe: z.string() });

/** One file, looked through. */
const inspectedFileSchema = z.strictObject({
  name: z.string(),
  /** Found by content. Null: it is no export, and `problems` says why. */
  format: z.enum(['json', 'csv', 'xlsx', 'xml', 'pdf']).nullable(),
  tickets: z.int().nonnegative(),
  /** Fields of a ticket by what the export has of them; names as in the scorecard, such as `closeNotes`. */
  fields: z.strictObject({
    filled: z.array(z.string()),
    /** Exported, and blank in every ticket. */
    blank: z.array(z.string()),
    missing: z.array(z.string()),
  }),
  /** Null where no ticket has a day that can be read without doubt. */
  opened: daysSchema.nullable(),
  closed: daysSchema.nullable(),
  /** The commonest first, twenty at most. */
  contactTypes: z.array(z.strictObject({ value: z.string(), tickets: z.int().positive() })),
  findings: z.array(exportFindingSchema),
  /** What could not be read; the first twenty. */
  problems: z.array(problemSchema),
  /** Problems in all. */
  problemCount: z.int().nonnegative(),
});
/** See {@link inspectedFileSchema}. */
export type InspectedFile = z.infer<typeof inspectedFileSchema>;

/** What `tqrs inspect --format json` prints: what was found, before anything is reviewed. */
export const inspectionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** Ids of the rubrics that the findings are about. */
  rubrics: z.array(z.string()),
  profile: z.string(),
  files: z.array(inspectedFileSchema),
  /** Sources that are not there, and files of folders that are no exports. */
  skipped: z.array(problemSchema),
  /** Tickets of all files. */
  tickets: z.int().nonnegative(),
});
/** See {@link inspectionSchema}. */
export type Inspection = z.infer<typeof inspectionSchema>;
