import { z } from 'zod';
import {
  bandSchema,
  checkSchema,
  conditionSchema,
  criterionSchema,
  evaluatorSchema,
  gradeSchema,
  idSchema,
  levelSchema,
  phrasesSchema,
  rubricSchema,
  ruleRefSchema,
  signalIdSchema,
} from './schema.ts';

export const baseIdSchema = idSchema.describe('The id of the built-in rubric that this one starts from.');

const level = levelSchema.shape;
const levelChangeSchema = z.strictObject({
  points: level.points.optional(),
  deduction: level.deduction
    .unwrap()
    .nullable()
    .optional()
    .describe("Points taken off the ticket's total; null: none."),
  autoFail: level.autoFail.unwrap().optional().describe("The ticket's final score becomes 0."),
  descriptor: level.descriptor.optional(),
  provenBy: level.provenBy.unwrap().optional().describe("What proves a language model's choice of it."),
  coaching: level.coaching.unwrap().nullable().optional().describe('What to do better; null: nothing is said.'),
});

const check = checkSchema.shape;
const checkChangeSchema = z.strictObject({
  title: check.title.optional(),
  question: check.question.optional(),
  fields: check.fields.optional(),
  appliesWhen: check.appliesWhen.unwrap().nullable().optional().describe('When the check counts; null: always.'),
  notMetBy: check.notMetBy.unwrap().optional().describe('What proves that it is not met.'),
  judgeMayWaive: check.judgeMayWaive
    .unwrap()
    .optional()
    .describe('Whether a language model may answer that it does not apply.'),
  vetoes: check.vetoes.unwrap().optional().describe("What keeps a language model's quote from proving it."),
  needs: check.needs.unwrap().optional().describe('Parts of the profile that a language model has to see.'),
  signal: signalIdSchema.nullable().optional().describe('Takes the place of phrases, if there were any.'),
  phrases: phrasesSchema.nullable().optional().describe('Take the place of the signal or phrases that were there.'),
  examples: check.examples.unwrap().nullable().optional().describe('Texts that meet it, and seem to; null: none.'),
  coaching: check.coaching.optional(),
});

const criterion = criterionSchema.shape;
const grade = gradeSchema.shape;
const criterionChangeSchema = z.strictObject({
  title: criterion.title.optional(),
  guidance: criterion.guidance.optional(),
  fields: criterion.fields.optional(),
  appliesWhen: z.array(conditionSchema).optional().describe('Takes the place of all conditions; `[]`: always.'),
  judgeMayWaive: criterion.judgeMayWaive
    .unwrap()
    .optional()
    .describe('Whether the judge may answer that it does not apply.'),
  levels: z.record(idSchema, levelChangeSchema).optional().describe('What changes about levels, by their ids.'),
  rules: z.array(ruleRefSchema).optional().describe('Takes the place of all rules.'),
  secondKey: evaluatorSchema.shape.secondKey
    .unwrap()
    .nullable()
    .optional()
    .describe('What a language model is asked for want of a second key; null: nothing.'),
  again: grade.again
    .unwrap()
    .nullable()
    .optional()
    .describe('Asks for the level in other words, before a severe one stands; null: in general words.'),
  question: grade.question.optional().describe('What a grade asks.'),
  vetoes: grade.vetoes
    .unwrap()
    .optional()
    .describe("For a grade: what keeps a language model's quote from proving it."),
  needs: grade.needs
    .unwrap()
    .optional()
    .describe('For a grade: parts of the profile that a language model has to see.'),
  examples: grade.examples.unwrap().nullable().optional().describe('For a grade: texts for and against; null: none.'),
  signal: signalIdSchema
    .nullable()
    .optional()
    .describe('Answers a grade; takes the place of phrases, if there were any.'),
  phrases: grade.phrases
    .unwrap()
    .nullable()
    .optional()
    .describe('For a grade, by level id. Take the place of the signal or phrases that were there.'),
  checks: z.record(idSchema, checkChangeSchema).optional().describe('What changes about checks, by their ids.'),
  withoutChecks: z.array(idSchema).optional().describe('Ids of checks that are no longer asked.'),
  addChecks: z.array(checkSchema).optional().describe('New checks, asked after the others.'),
});
/** What changes about one criterion. A key that is not there leaves things as they are. */
export type CriterionChange = z.infer<typeof criterionChangeSchema>;

/** A rubric file that says how it differs from a rubric that ships with the package. */
export const rubricExtensionSchema = z.strictObject({
  schemaVersion: rubricSchema.shape.schemaVersion,
  extends: baseIdSchema,
  id: rubricSchema.shape.id,
  version: rubricSchema.shape.version,
  title: rubricSchema.shape.title,
  description: rubricSchema.shape.description,
  passMark: rubricSchema.shape.passMark.optional(),
  bands: z
    .array(bandSchema)
    .min(1)
    .optional()
    .describe('Take the place of all bands: highest first, the last one from 0.'),
  change: z.record(idSchema, criterionChangeSchema).default({}).describe('What changes about criteria, by their ids.'),
  without: z.array(idSchema).default([]).describe('Ids of criteria that are left out.'),
  add: z
    .array(
      criterionSchema.extend({
        after: idSchema.optional().describe('The criterion that it stands after. Absent: at the end.'),
      }),
    )
    .default([])
    .describe('New criteria, each complete.'),
});
/** See {@link rubricExtensionSchema}. */
export type RubricExtension = z.infer<typeof rubricExtensionSchema>;
