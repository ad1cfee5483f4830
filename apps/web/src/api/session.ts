import { z } from 'zod';
import { modelDescriptionSchema } from './diagnosis.ts';

/** `POST /api/session` and `POST /api/session/admin`. */
export const tokenSchema = z.strictObject({
  /** The token that the server printed at its start. Not needed for a session on the server's own machine. */
  token: z.string().max(500).optional(),
});
/** See {@link tokenSchema}. */
export type TokenRequest = z.infer<typeof tokenSchema>;

/** `PUT /api/session/name`: who decides, as they name themselves. Nothing that turns the direction of what stands beside it. */
export const nameSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u),
});
/** See {@link nameSchema}. */
export type NameRequest = z.infer<typeof nameSchema>;

/** A value that somebody typed into a form: one line. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .regex(/^[^\p{Cc}]*$/u);
const tuning = { temperature: z.number().min(0).max(2).optional(), timeoutSeconds: z.int().min(1).max(600).optional() };

/**
 * `PUT /api/session/model`: a model and its credentials, for this session alone. The server keeps them in memory and never gives
 * them back.
 */
export const modelSettingsSchema = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('openai'), apiKey: line, model: line.optional(), ...tuning }),
  z.strictObject({
    provider: z.literal('azure'),
    endpoint: line,
    apiKey: line,
    deployment: line,
    apiVersion: line.optional(),
    ...tuning,
  }),
  /** Any server that speaks chat completions, where this server allows its address. */
  z.strictObject({ provider: z.literal('compatible'), baseUrl: line, apiKey: line.optional(), model: line, ...tuning }),
]);
/** See {@link modelSettingsSchema}. */
export type ModelSettings = z.infer<typeof modelSettingsSchema>;

/** Where the model of a session comes from. */
export const modelStateSchema = z.strictObject({
  /** The model that a run started now would use; null: the offline judge alone. */
  current: modelDescriptionSchema.extend({ origin: z.enum(['session', 'server']) }).nullable(),
  /** The server's environment sets one up: sessions can set none of their own, but for administrators. */
  configuredOnServer: z.boolean(),
  /** Whether `PUT /api/session/model` is allowed. */
  mayChange: z.boolean(),
  /** Addresses that `compatible` may name: none, those listed (`*.example.com` for all below it), or any public one (`*`). */
  addresses: z.array(z.string()),
});

/** `GET /api/session`, and the answer to every change of it. */
export const sessionSchema = z.strictObject({
  /** An administrator's, for the time being. */
  admin: z.boolean(),
  /** Who decides in this session; null where they have not said. */
  name: z.string().nullable(),
  model: modelStateSchema,
});
/** See {@link sessionSchema}. */
export type Session = z.infer<typeof sessionSchema>;
