import { z } from 'zod';

/** What is set up. A key is never part of it. */
export const modelDescriptionSchema = z.strictObject({
  provider: z.enum(['openai', 'azure', 'compatible']),
  /** The model, or the deployment. */
  model: z.string(),
  /** Where requests go. */
  host: z.string(),
});
/** See {@link modelDescriptionSchema}. */
export type ModelDescription = z.infer<typeof modelDescriptionSchema>;

/** What `tqrs doctor --format json` prints: whether the judge that is set up answers. */
export const diagnosisSchema = z.discriminatedUnion('status', [
  /** No model is set up: the offline judge answers, and nothing was sent. */
  z.strictObject({ status: z.literal('offline') }),
  z.strictObject({
    status: z.literal('ok'),
    model: modelDescriptionSchema,
    /** The model that answered, as the provider names it. */
    answeredBy: z.string(),
    latencyMs: z.number().nonnegative(),
    tokens: z.int().nonnegative().nullable(),
    /** US dollars. */
    costUsd: z.number().nonnegative().nullable(),
  }),
  z.strictObject({
    status: z.literal('failed'),
    /** Null where the settings themselves are wrong. */
    model: modelDescriptionSchema.nullable(),
    /** `wrong-key`, `certificate`, `model-timeout`, `settings-incomplete`, … */
    problem: z.string(),
    message: z.string(),
    cure: z.string().nullable(),
  }),
]);
/** See {@link diagnosisSchema}. */
export type ConnectionDiagnosis = z.infer<typeof diagnosisSchema>;
