import { z } from 'zod';
import { evidenceSchema, verdictSchema } from '../verdict.ts';

/** Points earned of points possible. `percent` has one decimal; bands and the pass mark use the unrounded value. */
export const scoreSchema = z.strictObject({
  earned: z.number().nonnegative(),
  possible: z.number().positive(),
  percent: z.number().min(0).max(100),
});
/** See {@link scoreSchema}. */
export type Score = z.infer<typeof scoreSchema>;

/** Between what the final score must lie, whatever the unscored criteria come to. Points and percent. */
export const rangeSchema = z.strictObject({
  min: z.strictObject({ earned: z.number().nonnegative(), percent: z.number().min(0).max(100) }),
  max: z.strictObject({ earned: z.number().nonnegative(), percent: z.number().min(0).max(100) }),
});
/** See {@link rangeSchema}. */
export type ScoreRange = z.infer<typeof rangeSchema>;

/** What a criterion came to, and what that is worth. */
const standingSchema = z.strictObject({
  /** Points earned; null where the criterion is unscored or does not apply. */
  points: z.number().nonnegative().nullable(),
  /** Points to earn; null where it does not apply. */
  possible: z.number().nonnegative().nullable(),
  /** Points taken off the total. */
  deduction: z.number().nonnegative(),
  autoFail: z.boolean(),
  verdict: verdictSchema,
});

const decidedSchema = z.strictObject({
  /** Who decided, as they name themselves. */
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  reason: z.string().optional(),
});

/** A person's decision about a criterion. Where it overrules, what the machine said stands beside it. */
export const humanDecisionSchema = z.discriminatedUnion('outcome', [
  decidedSchema.extend({ outcome: z.literal('accepted') }),
  decidedSchema.extend({ outcome: z.literal('overruled'), machine: standingSchema }),
]);
/** See {@link humanDecisionSchema}. */
export type HumanDecision = z.infer<typeof humanDecisionSchema>;

/** One criterion's line on the scorecard. */
export const criterionResultSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  ...standingSchema.shape,
  coaching: z.array(z.string()),
  /** Present where a person accepted or overruled the verdict. */
  human: humanDecisionSchema.optional(),
});
/** See {@link criterionResultSchema}. */
export type CriterionResult = z.infer<typeof criterionResultSchema>;

/** Something worth knowing about the ticket that costs nothing. */
export const findingSchema = z.strictObject({
  id: z.string(),
  message: z.string(),
  /** The words that show it, where there are any. */
  evidence: z.array(evidenceSchema).optional(),
});
/** See {@link findingSchema}. */
export type Finding = z.infer<typeof findingSchema>;

/** One fix on the way to the pass mark. */
export const pathStepSchema = z.strictObject({
  criterionId: z.string(),
  title: z.string(),
  fromLevel: z.string(),
  toLevel: z.string(),
  /** Points that the fix brings: points gained plus deduction avoided. */
  gain: z.number().nonnegative(),
  /** It also lifts an automatic fail. */
  liftsAutoFail: z.boolean(),
  /** What to reach, in short. How to get there is told by the criterion's own coaching. */
  coaching: z.array(z.string()),
});
/** See {@link pathStepSchema}. */
export type PathStep = z.infer<typeof pathStepSchema>;

/**
 * What the language model used: requests, tokens, US dollars, every attempt counted. All 0 where none was asked, and null where
 * nobody told. Answers that were kept from an earlier run count with what they took then.
 */
export const usageSchema = z.strictObject({
  requests: z.int().nonnegative(),
  inputTokens: z.int().nonnegative().nullable(),
  /** The part of `inputTokens` that came from the provider's cache. */
  cachedInputTokens: z.int().nonnegative().nullable(),
  outputTokens: z.int().nonnegative().nullable(),
  costUsd: z.number().nonnegative().nullable(),
});
/** See {@link usageSchema}. */
export type Usage = z.infer<typeof usageSchema>;

/** The language model behind a scorecard. */
export const modelProvenanceSchema = z.strictObject({
  provider: z.string(),
  /** Where the requests went. */
  host: z.string(),
  /** The model or deployment that was asked for. */
  model: z.string(),
  /** The models that answered, as they name themselves. */
  answeredBy: z.array(z.string()),
  /** The provider's marks of the configurations that answered. */
  fingerprints: z.array(z.string()),
  promptVersion: z.string(),
  /** Whether personal values were masked before anything was sent. */
  redacted: z.boolean(),
});
/** See {@link modelProvenanceSchema}. */
export type ModelProvenance = z.infer<typeof modelProvenanceSchema>;

/** What made a scorecard: enough to make it again. Hashes are SHA-256 in hex; `reviewedAt` is ISO 8601, UTC. */
export const provenanceSchema = z.strictObject({
  /** Which judge answered: `offline`, or the model's name. */
  judge: z.string(),
  /** Present where a language model answered. */
  model: modelProvenanceSchema.optional(),
  profile: z.strictObject({ id: z.string(), hash: z.string() }),
  /** Hash of the export facts that the review relied on. */
  facts: z.string(),
  engine: z.string(),
  reviewedAt: z.iso.datetime(),
});
/** See {@link provenanceSchema}. */
export type Provenance = z.infer<typeof provenanceSchema>;

/** What a ticket came to. */
const totalsSchema = z.strictObject({
  /** `partial`: something is unscored. `not-applicable`: no criterion with points applies. */
  status: z.enum(['complete', 'partial', 'not-applicable']),
  score: scoreSchema.nullable(),
  /** Present exactly where `status` is `partial`. */
  range: rangeSchema.nullable(),
  /** The score before an automatic fail; null where there is no score. */
  calculated: scoreSchema.nullable(),
  deductions: z.number().nonnegative(),
  band: z.string().nullable(),
  passed: z.boolean().nullable(),
  /** Ids of the criteria that failed the ticket. */
  autoFailedBy: z.array(z.string()),
});

/** The result for one ticket and one rubric: the contract between the engine and everything after it. */
export const scorecardSchema = z.strictObject({
  schemaVersion: z.literal(1),
  ticket: z.strictObject({
    number: z.string(),
    sysId: z.string().optional(),
    assignedTo: z.string().optional(),
    assignmentGroup: z.string().optional(),
    contactType: z.string().optional(),
    category: z.string().optional(),
    openedAt: z.string().optional(),
    /** When it was closed, else resolved. */
    closedAt: z.string().optional(),
  }),
  rubric: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  ...totalsSchema.shape,
  /** Ids of the criteria that a person should look at. */
  needsReview: z.array(z.string()),
  criteria: z.array(criterionResultSchema),
  /** Points that stand on the mere presence of a value. */
  notExamined: z.number().nonnegative(),
  findings: z.array(findingSchema),
  strengths: z.array(z.strictObject({ criterionId: z.string(), text: z.string() })),
  improvements: z.array(z.strictObject({ criterionId: z.string(), gain: z.number().nonnegative(), text: z.string() })),
  pathToPass: z.array(pathStepSchema),
  provenance: provenanceSchema,
  /** With several rubrics one request serves a ticket: it counts on the first of them that asked. */
  usage: usageSchema,
  /** Present where people decided about criteria: the totals are theirs then, and these are the machine's. */
  human: z.strictObject({ machine: totalsSchema }).optional(),
});
/** See {@link scorecardSchema}. */
export type Scorecard = z.infer<typeof scorecardSchema>;
