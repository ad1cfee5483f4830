import { z } from 'zod';
import { FIELD_NAMES } from './data-file/ticket-fields.ts';
import { SIGNALS } from './judge/offline/signals/index.ts';
import { profileFileSchema } from './profile/schema.ts';
import { baseIdSchema, rubricExtensionSchema } from './rubric/extension-schema.ts';
import { extendableRubrics } from './rubric/load.ts';
import { fieldNameSchema, rubricSchema, ruleIdSchema, signalIdSchema } from './rubric/schema.ts';
import { RULES } from './rules/index.ts';
import { scorecardSchema } from './scorecard/schema.ts';
import { runSummarySchema } from './summary/schema.ts';

/** What there is a JSON Schema of: the files that people write, and what a review gives. */
export type SchemaName = 'rubric' | 'profile' | 'scorecard' | 'run-summary';

const BY_NAME: Readonly<Record<SchemaName, () => object>> = {
  rubric: rubricFile,
  profile: () => ({
    title: 'TQRS profile, as a file gives it: whatever it leaves out comes from the default profile',
    ...withSchemaKey(written(profileFileSchema)),
  }),
  scorecard: () => ({ title: 'TQRS scorecard', ...z.toJSONSchema(scorecardSchema) }),
  'run-summary': () => ({ title: 'TQRS run summary', ...z.toJSONSchema(runSummarySchema) }),
};

/** The names of all JSON Schemas. */
export const SCHEMA_NAMES = Object.keys(BY_NAME) as readonly SchemaName[];

/** A JSON Schema, for editors and other tools. The same stand in the package under `schema/`. */
export function jsonSchemaOf(name: SchemaName): object {
  return BY_NAME[name]();
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What an editor may offer for a word that the loader looks up. */
const CHOICES: ReadonlyMap<unknown, readonly string[]> = new Map<unknown, readonly string[]>([
  [fieldNameSchema, FIELD_NAMES],
  [ruleIdSchema, RULES.map(({ id }) => id)],
  [signalIdSchema, SIGNALS.map(({ id }) => id)],
  [baseIdSchema, extendableRubrics],
]);

/** Draft 7 is what editors know best. */
function written(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override({ zodSchema, jsonSchema }) {
      const choices = CHOICES.get(zodSchema);
      if (choices !== undefined) jsonSchema.enum = [...choices].sort();
    },
  });
}

/** A rubric is complete, or extends another: an editor tells the two apart as the loader does. */
function rubricFile(): object {
  const { $schema, ...complete } = withSchemaKey(written(rubricSchema));
  const { $schema: _, ...extension } = withSchemaKey(written(rubricExtensionSchema));
  return {
    title: 'TQRS rubric',
    $schema,
    type: 'object',
    if: { properties: { extends: { description: 'A rubric of the package to start from.' } }, required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: extension,
    else: complete,
  };
}

/** A JSON file names its schema itself. */
function withSchemaKey(schema: JsonSchema): JsonSchema {
  return { ...schema, properties: { $schema: { type: 'string' }, ...schema.properties } };
}
