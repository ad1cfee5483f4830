import { z } from 'zod';

/** How the parts of a rubric are named. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
/** The name of a field of a ticket. */
export const fieldNameSchema = z.string().min(1).describe('A field of a ticket, such as `description`.');
const phrase = z.string().min(1).describe('Words to find in a sentence, as docs/phrases.md tells.');

export const ruleIdSchema = idSchema.describe('The id of the rule; docs/rules.md lists them.');
export const signalIdSchema = idSchema.describe('The offline signal that answers it; docs/rules.md lists them.');

/** A reference to a rule or a condition by its id, with its options. */
export const ruleRefSchema = z.strictObject({
  use: ruleIdSchema,
  with: z.record(z.string(), z.unknown()).default({}).describe('The options of the rule.'),
});
export type RuleRef = z.infer<typeof ruleRefSchema>;

/** What proves an answer. */
const proofSchema = z.enum(['quote', 'absence']);

/** One possible outcome of a criterion. */
export const levelSchema = z.strictObject({
  id: idSchema,
  points: z.number().nonnegative().describe('Points that a ticket at this level earns.'),
  deduction: z.number().positive().optional().describe("Points taken off the ticket's total."),
  autoFail: z.boolean().default(false).describe("The ticket's final score becomes 0."),
  descriptor: z.string().min(1).describe('What a ticket at this level looks like.'),
  provenBy: proofSchema
    .default('quote')
    .describe("What proves a language model's choice of this level: a quote, or that nothing is there to quote."),
  coaching: z
    .string()
    .min(1)
    .optional()
    .describe(
      'What to do better, said to the analyst in the second person. {quote} and {missing} speak of the ticket.',
    ),
});
/** See {@link levelSchema}. */
export type Level = z.infer<typeof levelSchema>;

/** Phrases that answer a question without a model. See the phrase language in docs/phrases.md. */
export const phrasesSchema = z
  .strictObject({
    met: z.array(phrase).default([]).describe('Any one of these proves that the check is met.'),
    notMet: z.array(phrase).default([]).describe('Any one of these proves that it is not, and outweighs the others.'),
  })
  .describe('Phrases that answer the check without a language model.');
export type DeclaredPhrases = z.infer<typeof phrasesSchema>;

/** Two texts that show a language model, and people, where the line is. */
const examplesSchema = z.strictObject({
  positive: z.string().min(1).describe('A text that meets it.'),
  trap: z.string().min(1).describe('A text that only seems to.'),
});

/** Ways in which words can be there and prove nothing. `others`: it is not the user who says or does it. */
export const VETOES = ['negation', 'condition', 'future', 'question', 'request', 'others'] as const;
/** See {@link VETOES}. */
export type Veto = (typeof VETOES)[number];
const vetoesSchema = z
  .array(z.enum(VETOES))
  .default([])
  .describe(
    "What keeps a language model's quote from proving it: it is denied, supposed, to come, asked, requested, or somebody else's word.",
  );

/** Parts of the profile that a question cannot be answered without. */
export const PROFILE_PARTS = [
  'taxonomy',
  'applications',
  'close-codes',
  'routing-needs',
  'service-desk-groups',
] as const;
/** See {@link PROFILE_PARTS}. */
export type ProfilePart = (typeof PROFILE_PARTS)[number];
const needsSchema = z
  .array(z.enum(PROFILE_PARTS))
  .default([])
  .describe('Parts of the profile that a language model has to see to answer.');

/** One yes/no question about a ticket. */
export const checkSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1).describe('The element in a few words, as a list item: `contact number`.'),
  question: z.string().min(1).describe('A question whose answer is yes where the check is met.'),
  fields: z.array(fieldNameSchema).min(1).describe('The fields that it may be answered from.'),
  appliesWhen: z
    .strictObject({ fields: z.array(fieldNameSchema).min(1), phrases: z.array(phrase).min(1) })
    .optional()
    .describe('The check counts only where one of these phrases stands in the fields. Absent: always.'),
  notMetBy: proofSchema
    .default('absence')
    .describe('What proves that it is not met: a quote, or the absence of the element from every field.'),
  judgeMayWaive: z
    .boolean()
    .default(false)
    .describe('Whether a language model may answer that the check does not apply.'),
  vetoes: vetoesSchema,
  needs: needsSchema,
  signal: signalIdSchema.optional(),
  phrases: phrasesSchema.optional(),
  examples: examplesSchema.optional().describe('One text that meets it, and one that only seems to.'),
  coaching: z.string().min(1).describe('What to do where it is not met, said to the analyst in the second person.'),
});
/** See {@link checkSchema}. */
export type Check = z.infer<typeof checkSchema>;

const again = z
  .string()
  .min(1)
  .describe('Asks for the level in other words. A severe level of a language model has to be confirmed by it.');

/** Yes/no checks; the number of unmet ones picks the level. */
export const checklistSchema = z
  .strictObject({
    type: z.literal('checklist'),
    checks: z.array(checkSchema).min(1).describe('Each is one element that a ticket must show.'),
    levels: z
      .array(idSchema)
      .min(2)
      .describe('Level ids by the number of unmet checks: none, one, two …; the last one also stands for more.'),
    again: again.optional(),
  })
  .describe('Yes/no checks; the number of unmet ones picks the level.');
/** See {@link checklistSchema}. */
export type Checklist = z.infer<typeof checklistSchema>;

/** The judge picks a level from its descriptors. */
export const gradeSchema = z
  .strictObject({
    type: z.literal('grade'),
    question: z.string().min(1).describe('What the level answers.'),
    again: again.optional(),
    vetoes: vetoesSchema,
    needs: needsSchema,
    examples: examplesSchema.optional().describe('One text that earns the best level, and one that only seems to.'),
    signal: signalIdSchema.optional(),
    phrases: z
      .record(idSchema, z.array(phrase).min(1))
      .optional()
      .describe('Phrases for each level id; the best level with a matching phrase wins.'),
  })
  .describe('The judge picks a level from its descriptors.');
/** See {@link gradeSchema}. */
export type Grade = z.infer<typeof gradeSchema>;

export const evaluatorSchema = z
  .strictObject({
    rules: z.array(ruleRefSchema).default([]).describe('In order; the first verdict wins.'),
    judge: z
      .discriminatedUnion('type', [checklistSchema, gradeSchema])
      .optional()
      .describe('Answers where no rule did.'),
    secondKey: z
      .strictObject({ question: z.string().min(1).describe('Asks which level it is.'), again })
      .optional()
      .describe(
        'Asked of a language model where the rules leave a severe outcome open for want of a second key. Both questions must come to the same level.',
      ),
  })
  .describe('Who decides: rules, and a judge where no rule did.');

/** A condition over one field: its value, compared without regard to case, hyphens and underscores. */
export const conditionSchema = z.strictObject({
  field: fieldNameSchema,
  is: z.array(z.string()).min(1).optional().describe('Holds where the value is one of these.'),
  isNot: z.array(z.string()).min(1).optional().describe('Holds where the value is none of these.'),
});
export type Condition = z.infer<typeof conditionSchema>;

/** One thing that a ticket is scored on. A gate has 0 points to earn and can only deduct or fail. */
export const criterionSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  guidance: z.string().min(1).describe('What is asked for, told to people and to the judge.'),
  fields: z.array(fieldNameSchema).min(1).describe('Every field that the criterion looks at.'),
  levels: z.array(levelSchema).min(2).describe('Best first.'),
  appliesWhen: z.array(conditionSchema).default([]).describe('All must hold, else the criterion is not applicable.'),
  judgeMayWaive: z
    .boolean()
    .default(false)
    .describe('Whether the judge may answer that the criterion does not apply, with a quote.'),
  evaluator: evaluatorSchema,
});
/** See {@link criterionSchema}. */
export type Criterion = z.infer<typeof criterionSchema>;

/** A name for scores from a percentage on, up to the next band. */
export const bandSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  from: z.number().min(0).max(100).describe('Percent, inclusive.'),
});
/** See {@link bandSchema}. */
export type Band = z.infer<typeof bandSchema>;

/** A rubric as data: what is scored, for how many points, and who answers. */
export const rubricSchema = z.strictObject({
  schemaVersion: z.literal(1).describe('The version of this format: 1.'),
  id: idSchema.describe('Stands in every scorecard.'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'use a version like 1.0.0')
    .describe('Raise it with every change that people should know of: 1.0.0.'),
  title: z.string().min(1),
  description: z.string().min(1),
  passMark: z.number().min(0).max(100).describe('Percent of the possible points.'),
  bands: z.array(bandSchema).min(1).describe('Highest first, the last one from 0.'),
  criteria: z.array(criterionSchema).min(1).describe('In the order in which reports show them.'),
});
/** See {@link rubricSchema}. */
export type Rubric = z.infer<typeof rubricSchema>;
