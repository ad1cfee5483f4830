import { z } from 'zod';
import type { Verdict } from '../verdict.ts';

/** What a person decided about a criterion. `withdraw` takes an earlier decision back. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('overrule'), levelId: z.string() }),
  z.strictObject({ kind: z.literal('not-applicable') }),
  z.strictObject({ kind: z.literal('withdraw') }),
]);
/** See {@link outcomeSchema}. */
export type DecisionOutcome = z.infer<typeof outcomeSchema>;

/** A person's decision about one criterion of one ticket: an entry of a log to which is only added. */
export const decisionSchema = z.strictObject({
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** Who decided, as they name themselves. */
  by: z.string().trim().min(1).max(100),
  /** The ticket's number. */
  ticket: z.string().min(1).max(200),
  rubric: z.string().min(1).max(100),
  criterion: z.string().min(1).max(100),
  /** The verdict that was decided on: see {@link verdictKey}. On another one the decision does not hold. */
  on: z.string().min(1).max(300),
  outcome: outcomeSchema,
  /** Why. May be empty where a verdict is accepted or a decision withdrawn. */
  reason: z.string().trim().max(2_000),
});
/** See {@link decisionSchema}. */
export type Decision = z.infer<typeof decisionSchema>;

/** What a verdict came to, in a word: `scored:wrong`, `unscored:needs-model`, `not-applicable`. */
export function verdictKey(verdict: Verdict): string {
  if (verdict.status === 'scored') return `scored:${verdict.levelId}`;
  return verdict.status === 'unscored' ? `unscored:${verdict.reason}` : verdict.status;
}
