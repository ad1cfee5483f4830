import { z } from 'zod';

/** What a model would have to do. */
const loadSchema = z.strictObject({
  requests: z.number().nonnegative(),
  inputTokens: z.number().nonnegative(),
  /** The part of `inputTokens` that the provider's cache is likely to answer. */
  cachedInputTokens: z.number().nonnegative(),
  outputTokens: z.number().nonnegative(),
  /** US dollars; null where nobody knows the price. */
  costUsd: z.number().nonnegative().nullable(),
});

/** What `tqrs review --estimate --format json` prints. Nothing was sent for it. */
export const estimateSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** The model's name. */
  judge: z.string(),
  tickets: z.int().nonnegative(),
  /** Tickets that a model would be asked about; rules decide the others. */
  asked: z.int().nonnegative(),
  likely: loadSchema,
  /** Every answer is doubtful, asked for again and as long as it may be. */
  worst: loadSchema,
});
/** See {@link estimateSchema}. */
export type EstimateReport = z.infer<typeof estimateSchema>;
