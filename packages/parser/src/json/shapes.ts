import { type ProblemDetails, safeName } from '../problems.ts';

/** What a parsed value of the source holds. */
export type Shape =
  | { readonly kind: 'records'; readonly records: readonly Record<string, unknown>[] }
  | { readonly kind: 'fault'; readonly fault: Pick<ProblemDetails, 'code' | 'what' | 'hint'> };

const EXPORT_AS = 'Pass a ServiceNow JSON export: {"records":[…]}, {"result":[…]}, an array, or one record a line.';

/** Finds the records in one value: the value itself, or what `result` or `records` wraps. */
export function recordsIn(value: unknown): Shape {
  if (!isObject(value)) return fault('record-type', `a record must be an object, and this is ${nameOfType(value)}`);
  if ('number' in value) return { kind: 'records', records: [value] };
  const wrapped = value.result ?? value.records;
  if (isObject(wrapped) && !('display_value' in wrapped || 'link' in wrapped)) {
    return { kind: 'records', records: [wrapped] };
  }
  if (Array.isArray(wrapped)) return { kind: 'records', records: wrapped.filter(isObject) };
  const failure = serviceFailure(value);
  if (failure !== undefined) return { kind: 'fault', fault: failure };
  const lists = Object.keys(value).filter((key) => holdsObjects(value[key]));
  if (lists.length === 0) return { kind: 'records', records: [value] };
  const names = lists.slice(0, 5).map((name) => `"${safeName(name)}"`);
  return fault(
    'no-record-array',
    `no "records" or "result" stands at the top level; lists are under ${names.join(', ')}`,
  );
}

/** The failure that an instance reports in place of records or after them, where the members hold one. */
export function serviceFailure(
  members: Record<string, unknown>,
): Pick<ProblemDetails, 'code' | 'what' | 'hint'> | undefined {
  const error = members.error;
  if (!isObject(error) || 'display_value' in error) return undefined;
  const { message, detail } = error;
  const said = [message, detail]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .map(safeName);
  return {
    code: 'service-error',
    what: `the instance answered with an error${said.length > 0 ? `: ${said.join('; ')}` : ''}`,
    hint: 'Check the sign-in, the permissions and the size of the query, then export again.',
  };
}

/** The members beside the array, from the text before or after it. Nothing where they cannot be read. */
export function envelopeMembers(text: string): Record<string, unknown> | undefined {
  let body = text.trim();
  if (body.endsWith(':')) {
    // Cut in front of the key whose array comes next.
    const closing = body.lastIndexOf('"');
    body = body.slice(0, body.lastIndexOf('"', closing - 1)).trimEnd();
    if (body.endsWith(',')) body = body.slice(0, -1);
    body += '}';
  }
  if (!body.startsWith('{')) body = `{${body.startsWith(',') ? body.slice(1) : body}`;
  try {
    const members: unknown = JSON.parse(body);
    return isObject(members) ? members : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function holdsObjects(value: unknown): boolean {
  return Array.isArray(value) && value.some(isObject);
}

function nameOfType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function fault(code: string, what: string): Shape {
  return { kind: 'fault', fault: { code, what, hint: EXPORT_AS } };
}
