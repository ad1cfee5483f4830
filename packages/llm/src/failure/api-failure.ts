/** What a server says of a request that it did not take, as far as anything is decided by it. It may hold a prompt: never show it. */
export interface ApiFailure {
  readonly status: number;
  readonly code: string;
  readonly type: string;
  /** The parameter that the server names, if any. */
  readonly param: string;
  readonly message: string;
  /** Azure puts the reason of a content filter here. */
  readonly innerCode: string;
  readonly isWebPage: boolean;
  readonly headers: Headers;
}

/** Reads the body of a failed request: OpenAI's `{ error: {…} }`, and what gateways and local servers send in its place. */
export function readApiFailure(status: number, body: string, headers: Headers): ApiFailure {
  const root = record(parse(body));
  const error = record(root.error ?? root);
  const inner = record(error.innererror ?? error.inner_error);
  return {
    status,
    code: text(error.code),
    type: text(error.type),
    param: text(error.param),
    // Some have it elsewhere: `{ "error": "…" }`, `{ "detail": […] }`.
    message: text(error.message) || body,
    innerCode: text(inner.code),
    isWebPage: looksLikeWebPage(body),
    headers,
  };
}

/** Whether a body is a page for people. */
export function looksLikeWebPage(body: string): boolean {
  return /^\s*<(!doctype html|html|head|body)\b/i.test(body.slice(0, 200));
}

/** The provider's id of the request, where it sent one. */
export function requestIdOf(headers: Headers): string | undefined {
  return headers.get('x-request-id') ?? headers.get('apim-request-id') ?? undefined;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  if (value === null || value === undefined || value === 'None') return '';
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : JSON.stringify(value);
}
