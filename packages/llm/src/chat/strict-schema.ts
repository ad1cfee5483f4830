import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import { ModelConfigError } from '../errors/model-config-error.ts';

/** A JSON Schema, as a value of JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A judge asks the same questions of many tickets. */
const made = new WeakMap<z.ZodType, JsonSchema>();

/**
 * The strict JSON Schema of an answer: every key required, nothing else allowed.
 * @throws {ModelConfigError} where the zod schema says something that a strict schema cannot.
 */
export function strictSchema(schema: z.ZodType): JsonSchema {
  const known = made.get(schema);
  if (known) return known;
  const fresh = make(schema);
  made.set(schema, fresh);
  return fresh;
}

function make(schema: z.ZodType): JsonSchema {
  try {
    return zodResponseFormat(schema, 'answer').json_schema.schema ?? {};
  } catch (error) {
    throw new ModelConfigError(`No strict JSON Schema can be made of this zod schema: ${(error as Error).message}`, {
      code: 'schema-unsupported',
      hint: 'Use an object at the top, .nullable() instead of .optional(), and no transforms.',
    });
  }
}
