import { expect, test } from 'vitest';
import { z } from 'zod';
import { formatIssue } from './issue.ts';
import { readDataFile } from './read-data-file.ts';
import { issuesOf } from './zod-issues.ts';

const schema = z.strictObject({
  mark: z.number().optional(),
  names: z.array(z.string()).default([]),
  levels: z.record(z.string(), z.strictObject({ points: z.number() }).nullable()).optional(),
  rows: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('grade'), question: z.string().optional() }),
        z.strictObject({ type: z.literal('list'), checks: z.string().optional() }),
      ]),
    )
    .optional(),
  rest: z.record(z.string(), z.unknown()).optional(),
});

function issueOf(yaml: string): string | undefined {
  const file = readDataFile(yaml);
  const { error } = schema.safeParse(file.value);
  return error && issuesOf(error, { file, value: file.value, schema }).map(formatIssue)[0];
}

test.each([
  ['mrak: 90', 'line 1, column 1, at mrak: unknown key "mrak". Did you mean "mark"?'],
  [
    'levels: { right: { poinst: 5, points: 5 } }',
    'line 1, column 20, at levels.right.poinst: unknown key "poinst". Did you mean "points"?',
  ],
  [
    'rows: [{ type: list, chekcs: a }]',
    'line 1, column 22, at rows[0].chekcs: unknown key "chekcs". Did you mean "checks"?',
  ],
  ['mark: 90 %', 'line 1, column 1, at mark: "mark" is not valid ("90 %" is given). It must be a number: 90.'],
  ['names: Oslo', 'line 1, column 1, at names: "names" is not valid ("Oslo" is given). It must be a list: [Oslo].'],
  [
    'levels: [{ right: 5 }]',
    'line 1, column 1, at levels: "levels" is not valid (a list is given). It must be a map of keys and values, each on a line without a leading "-".',
  ],
  [
    'names:',
    'line 1, column 1, at names: "names" is empty. Give it a value (`[]` for an empty list), or remove the line.',
  ],
  ['names: [1]', 'line 1, column 9, at names[0]: "0" is a number, not a text. Put it in quotes: "1".'],
  ['', 'there is nothing in it. Write keys and values, beginning with `schemaVersion: 1`.'],
  ['names: [Oslo]\nrest: { any: thing }', undefined],
])('%j: %s', (yaml, issue) => {
  expect(issueOf(yaml)).toBe(issue);
});
