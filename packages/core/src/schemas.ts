import { z } from 'zod';
import { profileFileSchema } from './profile/schema.ts';
import { rubricExtensionSchema } from './rubric/extension-schema.ts';
import { rubricSchema } from './rubric/schema.ts';
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

/** Draft 7 is what editors know best. */
function written(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
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
