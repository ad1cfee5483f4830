import { z } from 'zod';

/** What went wrong, where, and what to do about it. It holds no text of a ticket. */
export const problemSchema = z.strictObject({
  /** What programs tell problems apart by: `file-unreadable`, `record-without-number`. */
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  /** The export that it is about, by its name. */
  source: z.string().optional(),
  /** The position of the record in its export, from 1. */
  record: z.int().positive().optional(),
  /** The ticket's number, where it is known. */
  number: z.string().optional(),
});
/** See {@link problemSchema}. */
export type Problem = z.infer<typeof problemSchema>;
