import { z } from 'zod';
import { usageSchema } from '../../scorecard/schema.ts';
import type { Outcome } from './asking/asker.ts';

const sentOutcomeSchema = z.union([
  z.strictObject({
    /** Of the answer in the cache. Absent where it was put together from those of an earlier run. */
    key: z.string().optional(),
    /** It was asked for in this run. */
    isNew: z.boolean(),
    answeredBy: z.string(),
    fingerprint: z.string().nullable(),
    usage: usageSchema,
  }),
  z.strictObject({ failure: z.string(), usage: usageSchema }),
]);
/** What one request came to, without the answers. */
export type SentOutcome = z.infer<typeof sentOutcomeSchema>;

/** What was sent to a language model about one ticket. It holds no text of the ticket. */
export const sentRecordSchema = z.strictObject({
  /** Fields that were sent and not blank. */
  fields: z.array(z.string()),
  /** Values that were masked, by their kind. */
  masked: z.record(z.string(), z.int().nonnegative()),
  /** The ticket holds text that tries to instruct whoever reads it. */
  isFlagged: z.boolean(),
  outcomes: z.array(sentOutcomeSchema),
});
/** See {@link sentRecordSchema}. */
export type SentRecord = z.infer<typeof sentRecordSchema>;

/** What a record keeps of an outcome. */
export function sentOutcome(outcome: Outcome): SentOutcome {
  if ('failure' in outcome) return { failure: outcome.failure.reason, usage: outcome.failure.usage };
  const { key, isNew, stored } = outcome;
  const { answeredBy, fingerprint, usage } = stored;
  return { ...(key !== undefined && { key }), isNew, answeredBy, fingerprint, usage };
}
