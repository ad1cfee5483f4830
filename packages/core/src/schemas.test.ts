import { expect, test } from 'vitest';
import { jsonSchemaOf, SCHEMA_NAMES } from './schemas.ts';

// After a change of a schema, write the files anew with: vitest run packages/core/src/schemas.test.ts -u
test.each(SCHEMA_NAMES)('schema/%s.schema.json is up to date', async (name) => {
  const text = `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../schema/${name}.schema.json`);
});

test.each(['rubric', 'profile'] as const)('the schema of a %s file tells of every key that needs telling', (name) => {
  expect(silentKeys(jsonSchemaOf(name))).toEqual([]);
});

test.each([
  ['extends', 'onsite-support'],
  ['use', 'field-blank'],
  ['signal', 'what-was-done'],
  ['fields', 'closeNotes'],
])('an editor is offered what may stand under %s', (key, word) => {
  expect(offered(jsonSchemaOf('rubric'), key)).toContain(word);
});

/** The words that a schema lists for a key, wherever it stands. */
function offered(schema: unknown, key: string): unknown[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) => [
    ...(name === key ? ((value?.enum ?? value?.items?.enum ?? []) as unknown[]) : []),
    ...offered(value, key),
  ]);
}

/** Keys whose meaning their name says. */
const PLAIN = new Set([
  '$schema',
  'id',
  'title',
  'description',
  'name',
  'aliases',
  'type',
  'field',
  'phrases',
  'fields',
]);

/** Paths of properties without a description. */
function silentKeys(schema: unknown, path: readonly string[] = []): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const inside = silentKeys(value, [...path, key]);
    if (path.at(-1) !== 'properties' || PLAIN.has(key) || 'description' in Object(value)) return inside;
    return [[...path.filter((step) => step !== 'properties'), key].join('.'), ...inside];
  });
}
