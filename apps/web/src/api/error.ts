import { z } from 'zod';

/** The body of every answer whose status is 400 or above. It repeats nothing of the request. */
export const errorSchema = z.strictObject({
  error: z.strictObject({
    /** What programs tell errors apart by: `session-needed`, `upload-unknown`, `file-too-large`. */
    code: z.string(),
    message: z.string(),
    /** What to do next. */
    hint: z.string().optional(),
  }),
});
/** See {@link errorSchema}. */
export type ApiErrorBody = z.infer<typeof errorSchema>;
