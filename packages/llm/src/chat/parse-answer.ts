import type { z } from 'zod';
import type { AnswerFormat } from './dialect.ts';

/** An answer that fits its schema, or the places where it does not. */
export type ParsedAnswer<Value> =
  | { readonly fits: true; readonly object: Value }
  | { readonly fits: false; readonly paths: readonly string[] };

/**
 * Reads the text of an answer. Where the server does not enforce the schema, models like to think aloud first and to put
 * their JSON into a fenced block; that is tolerated there, and only there.
 */
export function parseAnswer<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  format: AnswerFormat,
): ParsedAnswer<z.infer<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(format === 'json_schema' ? text : bareJson(text));
  } catch {
    return { fits: false, paths: ['(not JSON)'] };
  }
  const checked = schema.safeParse(value);
  if (checked.success) return { fits: true, object: checked.data };
  const paths = new Set(checked.error.issues.map(({ path }) => path.map(plainKey).join('.') || '(top)'));
  return { fits: false, paths: [...paths].slice(0, 10) };
}

/** The keys of a record are text of the answer; those of an object are names. */
function plainKey(key: PropertyKey): string {
  return typeof key === 'number' || /^\w{1,40}$/.test(String(key)) ? String(key) : '*';
}

/** Plain searches: a pattern could be made to take very long by an answer. */
function bareJson(text: string): string {
  const thoughtsEnd = text.trimStart().startsWith('<think>') ? text.indexOf('</think>') : -1;
  const said = (thoughtsEnd === -1 ? text : text.slice(thoughtsEnd + '</think>'.length)).trim();
  const isFenced = said.length > 6 && said.startsWith('```') && said.endsWith('```');
  return isFenced ? said.slice(3, -3).replace(/^[a-z]{0,20}/i, '') : said;
}
