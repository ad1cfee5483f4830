import { z } from 'zod';

/** Who or what decided: a rule in code, a language model, the built-in offline judge, or a person. */
export const methodSchema = z.enum(['rule', 'model', 'offline', 'human']);
/** See {@link methodSchema}. */
export type Method = z.infer<typeof methodSchema>;

/** How far a verdict can be relied on. `low`: only presence was seen, or the words can be read otherwise. */
export const confidenceSchema = z.enum(['high', 'medium', 'low']);
/** See {@link confidenceSchema}. */
export type Confidence = z.infer<typeof confidenceSchema>;

/**
 * Words of the ticket that prove a point. `start` and `end` are UTF-16 offsets into the field as it stands in the
 * `Ticket` (for a journal: into the text of entry number `entry`), and `quote` is exactly what stands there, secrets blotted out
 * as in the ticket that a review gives back.
 */
export const evidenceSchema = z.strictObject({
  /** A field of the `Ticket`, or `flags.<column>` for a record flag, whose text is `true` or `false`. */
  field: z.string(),
  entry: z.int().nonnegative().optional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
});
/** See {@link evidenceSchema}. */
export type Evidence = z.infer<typeof evidenceSchema>;

/** Something that is required and stands nowhere in the fields searched, all of which were exported. */
export const missingSchema = z.strictObject({
  element: z.string(),
  searched: z.array(z.string()).min(1),
});
/** See {@link missingSchema}. */
export type Missing = z.infer<typeof missingSchema>;

/** What one check came to. `cannot-assess` keeps its criterion open; `not-applicable` does not count. */
export const checkAnswerSchema = z.enum(['met', 'not-met', 'not-applicable', 'cannot-assess']);
/** See {@link checkAnswerSchema}. */
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

/** Why a criterion has no score. None of them is a loss. */
export const unscoredReasonSchema = z.enum([
  /** A loss would rest on something absent from a field that the export did not carry. */
  'field-not-exported',
  /** What applies depends on how the caller made contact, and that is blank or unknown. */
  'contact-type-unknown',
  /** What is asked is about a conversation, and the ticket holds none. */
  'no-conversation',
  /** A severe outcome was shown by one solid fact, and two are needed. */
  'needs-second-key',
  /** Only a language model or a person can answer this. */
  'needs-model',
  /** No rule and no judge decided. */
  'undecided',
  /** The judge's quote does not stand in the ticket. */
  'evidence-not-found',
  /** The text is in a language that cannot be examined. */
  'language-not-supported',
  /** The judge or a rule failed. Never the analyst's doing. */
  'judge-failed',
  /** The language model refused to answer. */
  'refused',
  /** The provider's content filter took the question or the answer away. */
  'filtered',
  /** The run came to its end before this was asked: a limit of cost was reached, or the model cannot be used. */
  'not-asked',
]);
/** See {@link unscoredReasonSchema}. */
export type UnscoredReason = z.infer<typeof unscoredReasonSchema>;

/** How often each answer was given, where a question was asked more than once. */
const votesSchema = z.record(z.string(), z.int().positive());

/** The answer to one check of a checklist, with its proof. */
export const checkResultSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  answer: checkAnswerSchema,
  rationale: z.string(),
  evidence: z.array(evidenceSchema),
  missing: z.array(missingSchema).optional(),
  method: methodSchema,
  confidence: confidenceSchema,
  /** Why there is no answer, where `answer` is `cannot-assess`. */
  reason: unscoredReasonSchema.optional(),
  votes: votesSchema.optional(),
});
/** See {@link checkResultSchema}. */
export type CheckResult = z.infer<typeof checkResultSchema>;

const scoredSchema = z.strictObject({
  status: z.literal('scored'),
  levelId: z.string(),
  method: methodSchema,
  confidence: confidenceSchema,
  rationale: z.string(),
  evidence: z.array(evidenceSchema),
  missing: z.array(missingSchema).optional(),
  checks: z.array(checkResultSchema).optional(),
  /** Only the presence of a value could be seen, not whether it is right. Such points count as not examined. */
  basis: z.literal('presence').optional(),
  votes: votesSchema.optional(),
  /** Advice that belongs to this very outcome and costs nothing. */
  advice: z.array(z.string()).optional(),
});

const notApplicableSchema = z.strictObject({
  status: z.literal('not-applicable'),
  rationale: z.string(),
  evidence: z.array(evidenceSchema).optional(),
});

const unscoredSchema = z.strictObject({
  status: z.literal('unscored'),
  reason: unscoredReasonSchema,
  detail: z.string(),
  /** Levels that the criterion could still come to. They bound the ticket's range. */
  possibleLevels: z.array(z.string()).min(1),
  /** It could also turn out not to apply. */
  mayNotApply: z.literal(true).optional(),
  evidence: z.array(evidenceSchema).optional(),
  checks: z.array(checkResultSchema).optional(),
  votes: votesSchema.optional(),
});

/** The outcome of one criterion. A union, so that nobody can average an outcome that is not a score. */
export const verdictSchema = z.discriminatedUnion('status', [scoredSchema, notApplicableSchema, unscoredSchema]);
/** See {@link verdictSchema}. */
export type Verdict = z.infer<typeof verdictSchema>;
/** A level was reached, with the proof of it. */
export type ScoredVerdict = z.infer<typeof scoredSchema>;
/** The criterion does not apply: neither its points nor its deductions count. */
export type NotApplicableVerdict = z.infer<typeof notApplicableSchema>;
/** Nobody can tell which of `possibleLevels` it is. */
export type UnscoredVerdict = z.infer<typeof unscoredSchema>;
