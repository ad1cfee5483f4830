import { expect, test } from 'vitest';
import { z } from 'zod';
import { profileFileSchema } from './profile/schema.ts';
import { rubricSchema } from './rubric/schema.ts';
import { scorecardSchema } from './scorecard/schema.ts';
import { runSummarySchema } from './summary/schema.ts';

const SCHEMAS = [
  { name: 'rubric', title: 'TQRS rubric', schema: rubricSchema, io: 'input' },
  {
    name: 'profile',
    title: 'TQRS profile, as a file gives it: whatever it leaves out comes from its base',
    schema: profileFileSchema,
    io: 'input',
  },
  { name: 'scorecard', title: 'TQRS scorecard', schema: scorecardSchema, io: 'output' },
  { name: 'run-summary', title: 'TQRS run summary', schema: runSummarySchema, io: 'output' },
] as const;

// After a change of a schema, write the files anew with: vitest run packages/core/src/schemas.test.ts -u
test.each(SCHEMAS)('schema/$name.schema.json is up to date', async ({ name, title, schema, io }) => {
  const json = { title, ...z.toJSONSchema(schema, { io }) };
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`../schema/${name}.schema.json`);
});
