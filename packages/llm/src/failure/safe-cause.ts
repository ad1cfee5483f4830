/**
 * The chain of causes without headers, bodies and sockets. Errors of the SDK and of fetch can hold keys and prompts, so only
 * names and codes are kept, and the messages of errors that have a system code (`ECONNREFUSED`, `UND_ERR_SOCKET`).
 */
export function safeCause(error: unknown, depth = 0): Error | undefined {
  if (!(error instanceof Error) || depth > 4) return undefined;
  const code = codeOf(error);
  const cause = safeCause(nextCause(error), depth + 1);
  const safe = new Error(code === undefined ? error.name : error.message, cause && { cause });
  safe.name = error.name;
  safe.stack = `${safe.name}: ${safe.message}`;
  return code === undefined ? safe : Object.assign(safe, { code });
}

/** The error and its causes, the outermost first. */
export function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let next = error; next instanceof Error && chain.length < 6; next = nextCause(next)) chain.push(next);
  return chain;
}

/** A system code, as Node, its TLS and undici give. */
export function codeOf(error: Error): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : undefined;
}

/** An attempt at several addresses of a host fails with an error for each; the first stands for all. */
function nextCause(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : error.cause;
}
