/**
 * Lays a profile file over its base: maps merge key by key, at every depth; a list or a single value replaces what the
 * base has. So `contactTypes: { phone: [Anruf] }` changes the phone values only, and `locations: [Oslo]` all locations.
 */
export function mergeOver(base: unknown, over: unknown): unknown {
  if (!isMap(base) || !isMap(over)) return over;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    merged.set(key, merged.has(key) ? mergeOver(merged.get(key), value) : value);
  }
  return Object.fromEntries(merged);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
