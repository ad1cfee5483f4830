import { createHash } from 'node:crypto';

/** JSON with sorted keys and no white space: equal data gives equal text, whatever order a file was written in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** SHA-256 of the canonical JSON of a value, in hex. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

const hashes = new WeakMap<object, Map<string, string>>();

/** {@link hashOf} of what is read off an object under a name, worked out once for both. The object must not change. */
export function hashOnce(owner: object, name: string, read: () => unknown): string {
  const known = hashes.get(owner) ?? new Map<string, string>();
  hashes.set(owner, known);
  const hash = known.get(name) ?? hashOf(read());
  known.set(name, hash);
  return hash;
}
