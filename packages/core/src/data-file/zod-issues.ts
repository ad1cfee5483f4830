import type { z } from 'zod';
import { suggest } from './closest.ts';
import { type DataIssue, type DataPath, valueAt } from './issue.ts';
import { knownKeys } from './known-keys.ts';
import type { DataFile } from './read-data-file.ts';

/** What was checked, and where it stands. */
interface Checked {
  readonly file: DataFile;
  readonly value: unknown;
  readonly schema: z.core.$ZodType;
  /** Where `value` stands in the file. Absent: it is the whole of it. */
  readonly prefix?: DataPath;
}

/** What zod found, said for the person who wrote the file. */
export function issuesOf(error: z.ZodError, checked: Checked): DataIssue[] {
  return error.issues.flatMap((issue) => toIssues(issue, checked));
}

function toIssues(issue: z.core.$ZodIssue, { file, value, schema, prefix = [] }: Checked): DataIssue[] {
  const steps = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = [...prefix, ...steps];
  const name = String(path.at(-1) ?? 'the document');
  const given = valueAt(value, steps);

  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, steps, value);
    return issue.keys.map((key) => {
      const cure = known.length === 0 ? 'Check its indentation, or remove it.' : suggest(key, known);
      return file.issueAt([...path, key], `unknown key "${key}"`, cure);
    });
  }
  if (given === undefined && issue.code !== 'custom') {
    return [file.issueAt(path, `"${name}" is missing`, expectation(issue) ?? 'Add it.')];
  }
  if (given === null && path.length === 0) {
    return [file.issueAt(path, 'there is nothing in it', 'Write keys and values, beginning with `schemaVersion: 1`.')];
  }
  if (given === null) {
    return [file.issueAt(path, `"${name}" is empty`, 'Give it a value (`[]` for an empty list), or remove the line.')];
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof given !== 'object') {
    return [file.issueAt(path, `"${name}" is a ${typeof given}, not a text`, `Put it in quotes: "${String(given)}".`)];
  }
  if (issue.code === 'invalid_key') {
    const cure = issue.issues[0]?.message ?? 'Use one of the keys that the schema lists';
    return [file.issueAt(path, `the key "${name}" is not allowed`, `${capital(cure)}.`)];
  }
  if (issue.code === 'invalid_format' && !issue.message.startsWith('Invalid')) {
    return [file.issueAt(path, `"${String(given)}" does not have the right form`, `${capital(issue.message)}.`)];
  }
  return [
    file.issueAt(
      path,
      `"${name}" is not valid (${describe(given)})`,
      expectation(issue, given) ?? `${capital(issue.message)}.`,
    ),
  ];
}

function expectation(issue: z.core.$ZodIssue, given?: unknown): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `It must be ${EXPECTED[issue.expected] ?? issue.expected}${likely(issue.expected, given)}.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `It must be ${String(issue.values[0])}.`
        : `It must be one of: ${issue.values.join(', ')}.`;
    case 'too_small':
      if (issue.origin === 'array')
        return `It needs at least ${issue.minimum} ${Number(issue.minimum) === 1 ? 'entry' : 'entries'}.`;
      if (issue.origin === 'string') return 'It must not be blank.';
      return `It must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}.`;
    case 'too_big':
      return `It must be at most ${issue.maximum}.`;
    case 'invalid_union':
      return 'Its "type" must be one that the schema knows: checklist or grade.';
    default:
      return undefined;
  }
}

/** How somebody who wrote `given` would write what is expected. */
function likely(expected: string, given: unknown): string {
  if (expected === 'array' && typeof given === 'string') return `: [${given}]`;
  if (expected === 'number' && typeof given === 'string') {
    const digits = /^\s*(\d{1,9}(?:\.\d{1,9})?)/.exec(given)?.[1];
    return digits === undefined ? '' : `: ${digits}`;
  }
  return Array.isArray(given) && EXPECTED[expected] === EXPECTED.object ? ', each on a line without a leading "-"' : '';
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list is given';
  if (typeof value === 'object') return 'a map is given';
  const text = JSON.stringify(value) ?? String(value);
  return `${text.length > 60 ? `${text.slice(0, 57)}…` : text} is given`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
