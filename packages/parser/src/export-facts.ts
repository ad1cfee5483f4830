import { z } from 'zod';

/**
 * What an export as a whole tells about its fields. One ticket cannot show whether an empty journal was left empty or
 * was never exported; all tickets together can.
 */
export const exportFactsSchema = z.strictObject({
  /** How many records were looked at. */
  records: z.int().nonnegative(),
  /** Whether that was the whole export. */
  complete: z.boolean(),
  /** Fields that at least one record carried, blank or not. */
  exported: z.array(z.string()),
  /** Fields that at least one record filled. */
  filled: z.array(z.string()),
});

/** See {@link exportFactsSchema}. */
export type ExportFacts = z.infer<typeof exportFactsSchema>;
