import type { z } from 'zod';
import { ApiError } from './api-error.ts';

/** Reads the query of an address. @throws {ApiError} where it is not of that shape. */
export function readQuery<Schema extends z.ZodType>(
  query: Readonly<Record<string, string>>,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new ApiError(422, 'request-invalid', 'The query of the address is not of the expected form.');
}
