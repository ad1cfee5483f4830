import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const fieldName = z.string().min(1);

/** A reference to a rule or a condition by its id, with its options. */
export const ruleRefSchema = z.strictObject({
  use: id,
  with: z.record(z.string(), z.unknown()).default({}),
});
export type RuleRef = z.infer<typeof ruleRefSchema>;

/** One possible outcome of a criterion. */
export const levelSchema = z.strictObject({
  id,
  points: z.number().nonnegative(),
  /** Points taken off the ticket's total. */
  deduction: z.number().positive().optional(),
  /** The ticket's final score becomes 0. */
  autoFail: z.boolean().default(false),
  /** What a ticket at this level looks like. */
  descriptor: z.string().min(1),
  /** What to do better, said to the analyst in the second person. */
  coaching: z.string().min(1).optional(),
});
/** See {@link levelSchema}. */
export type Level = z.infer<typeof levelSchema>;

/** Phrases that answer a question without a model. See the phrase language in docs/phrases.md. */
export const phrasesSchema = z.strictObject({
  met: z.array(z.string().min(1)).default([]),
  notMet: z.array(z.string().min(1)).default([]),
});
export type DeclaredPhrases = z.infer<typeof phrasesSchema>;

/** One yes/no question about a ticket. */
export const checkSchema = z.strictObject({
  id,
  /** The element in a few words, as a list item: `contact number`. */
  title: z.string().min(1),
  question: z.string().min(1),
  /** The fields that it may be answered from. */
  fields: z.array(fieldName).min(1),
  /** The check counts only where one of these phrases stands in the fields. Absent: always. */
  appliesWhen: z
    .strictObject({ fields: z.array(fieldName).min(1), phrases: z.array(z.string().min(1)).min(1) })
    .optional(),
  /** What proves `not-met`: a quote, or the absence of the element from every field. `met` always needs a quote. */
  notMetBy: z.enum(['quote', 'absence']).default('absence'),
  /** The offline signal that answers it. */
  signal: id.optional(),
  /** Or phrases that do. */
  phrases: phrasesSchema.optional(),
  /** One text that meets it, and one that only seems to. */
  examples: z.strictObject({ positive: z.string().min(1), trap: z.string().min(1) }).optional(),
  coaching: z.string().min(1),
});
/** See {@link checkSchema}. */
export type Check = z.infer<typeof checkSchema>;

/** Yes/no checks; the number of unmet ones picks the level. */
export const checklistSchema = z.strictObject({
  type: z.literal('checklist'),
  checks: z.array(checkSchema).min(1),
  /** Level ids by number of unmet checks: none, one, two …; the last one also stands for more. */
  levels: z.array(id).min(2),
});
/** See {@link checklistSchema}. */
export type Checklist = z.infer<typeof checklistSchema>;

/** The judge picks a level from its descriptors. */
export const gradeSchema = z.strictObject({
  type: z.literal('grade'),
  question: z.string().min(1),
  signal: id.optional(),
  /** Phrases for each level id; the best level with a matching phrase wins. */
  phrases: z.record(id, z.array(z.string().min(1)).min(1)).optional(),
});
/** See {@link gradeSchema}. */
export type Grade = z.infer<typeof gradeSchema>;

export const evaluatorSchema = z.strictObject({
  /** In order; the first verdict wins. */
  rules: z.array(ruleRefSchema).default([]),
  /** Answers where no rule did. */
  judge: z.discriminatedUnion('type', [checklistSchema, gradeSchema]).optional(),
});

/** A condition over one field: its value, compared without regard to case, hyphens and underscores. */
export const conditionSchema = z.strictObject({
  field: fieldName,
  /** Holds where the value is one of these. */
  is: z.array(z.string()).min(1).optional(),
  /** Holds where the value is none of these. */
  isNot: z.array(z.string()).min(1).optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

/** One thing that a ticket is scored on. A gate has 0 points to earn and can only deduct or fail. */
export const criterionSchema = z.strictObject({
  id,
  title: z.string().min(1),
  guidance: z.string().min(1),
  /** Every field that the criterion looks at. */
  fields: z.array(fieldName).min(1),
  /** Best first. */
  levels: z.array(levelSchema).min(2),
  /** All must hold, else the criterion is not applicable. */
  appliesWhen: z.array(conditionSchema).default([]),
  /** Whether the judge may answer that the criterion does not apply, with a quote. */
  judgeMayWaive: z.boolean().default(false),
  evaluator: evaluatorSchema,
});
/** See {@link criterionSchema}. */
export type Criterion = z.infer<typeof criterionSchema>;

/** A name for scores from a percentage on, up to the next band. */
export const bandSchema = z.strictObject({
  id,
  title: z.string().min(1),
  /** Percent, inclusive. */
  from: z.number().min(0).max(100),
});
/** See {@link bandSchema}. */
export type Band = z.infer<typeof bandSchema>;

/** A rubric as data: what is scored, for how many points, and who answers. */
export const rubricSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use a version like 1.0.0'),
  title: z.string().min(1),
  description: z.string().min(1),
  /** Percent of the possible points. */
  passMark: z.number().min(0).max(100),
  /** Highest first, the last one from 0. */
  bands: z.array(bandSchema).min(1),
  criteria: z.array(criterionSchema).min(1),
});
/** See {@link rubricSchema}. */
export type Rubric = z.infer<typeof rubricSchema>;
