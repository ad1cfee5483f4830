import { z } from 'zod';
import { BoundedCache } from '../../text/bounded-cache.ts';
import type { Item } from './items.ts';

/** An answer as a model gives it: the evidence before the verdict. */
export interface RawAnswer {
  readonly field: string;
  readonly quote: string | null;
  readonly reason: string;
  readonly verdict: string;
}

/** Answers by the ids of what was asked. */
export type RawAnswers = Readonly<Record<string, RawAnswer>>;

/** Sets of questions that occur in a run are few, and to make a schema of one takes longer than to find it. */
const made = new BoundedCache<string, z.ZodType<RawAnswers>>(500);

/** The schema of exactly these answers: every key is required, nothing else may stand there, and only allowed values. */
export function answerSchema(items: readonly Item[]): z.ZodType<RawAnswers> {
  const key = JSON.stringify(items.map(({ id, fields, verdicts }) => [id, fields, verdicts]));
  const known = made.get(key);
  if (known !== undefined) return known;
  const schema = z.strictObject(Object.fromEntries(items.map((item) => [item.id, schemaOf(item)])));
  made.set(key, schema);
  return schema;
}

function schemaOf({ fields, verdicts }: Item): z.ZodType<RawAnswer> {
  return z.strictObject({
    field: z.enum(fields),
    quote: z.string().nullable(),
    reason: z.string(),
    verdict: z.enum(verdicts),
  });
}
