import { z } from 'zod';
import { usageSchema } from '../../../scorecard/schema.ts';
import { BoundedCache } from '../../../text/bounded-cache.ts';

/** A validated answer as it is kept. It holds what the model said, with placeholders in place of personal values. */
export const storedAnswerSchema = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
  /** The model that answered, as it names itself. */
  answeredBy: z.string(),
  fingerprint: z.string().nullable(),
  /** What it took, all attempts together. */
  usage: usageSchema,
  /** The key of each question by itself, by the id of its answer. See `questionKey`. */
  questions: z.record(z.string(), z.string()),
});
/** See {@link storedAnswerSchema}. */
export type StoredAnswer = z.infer<typeof storedAnswerSchema>;

/**
 * Keeps answers by their key, a SHA-256 of everything that shapes them. Only validated answers are kept, never failures. What
 * comes back is validated again: an entry that does not fit counts as missing.
 */
export interface AnswerCache {
  get(key: string): StoredAnswer | undefined | Promise<StoredAnswer | undefined>;
  /**
   * The answer is used only once it is kept. Where that fails, nothing more is asked.
   * @param isNew It was asked for just now, and not found in another cache.
   */
  set(key: string, answer: StoredAnswer, isNew: boolean): void | Promise<void>;
}

/** The answer to one question, as an earlier run had it. */
export interface KeptAnswer extends Pick<StoredAnswer, 'answeredBy' | 'fingerprint'> {
  readonly answer: unknown;
}

/** The answers of an earlier run, question by question, for runs that ask some questions anew. */
export interface KeptAnswers {
  /** @param key See `questionKey`. */
  find(key: string): KeptAnswer | undefined;
}

/** Answers that are kept in memory at least, the latest ones; at most twice as many. */
const KEPT = 1_000;

/** Keeps the latest answers as long as the process lives, so that equal tickets of an export are asked about once. */
export function memoryCache(): AnswerCache {
  const answers = new BoundedCache<string, StoredAnswer>(KEPT);
  return {
    get: (key) => answers.get(key),
    set: (key, answer) => answers.set(key, answer),
  };
}
