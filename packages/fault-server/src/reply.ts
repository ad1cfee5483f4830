/** What a completion tells beside its object. */
export interface CompletionDetails {
  readonly finishReason?: 'stop' | 'length' | 'content_filter' | null;
  /** The text instead of the object's JSON: fenced, cut or malformed. */
  readonly text?: string | null;
  readonly refusal?: string;
  /** Absent: 100 tokens in, 40 of them cached, and 20 out, 5 of them for reasoning. Null: the server tells none. */
  readonly usage?: object | null;
  readonly model?: string;
  readonly fingerprint?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a reply is sent. Absent: at once and whole. */
export interface Delivery {
  /** Milliseconds before the head is sent. */
  readonly delayMs?: number;
  /** Sends this many bytes of the body, and then nothing more, with the connection left open. */
  readonly stallAfterBytes?: number;
  /** Sends this many bytes of the body, and then breaks the connection. */
  readonly cutAfterBytes?: number;
  /** Breaks the connection before anything is sent. */
  readonly drop?: boolean;
  /** Sends the body in pieces of `bytes` every `everyMs`. */
  readonly drip?: { readonly bytes: number; readonly everyMs: number };
}

/** One reply: a completion, or a response as it stands on the wire. */
export type Reply = Delivery &
  (
    | { readonly kind: 'completion'; readonly object: unknown; readonly details: CompletionDetails }
    | {
        readonly kind: 'raw';
        readonly status: number;
        readonly headers: Readonly<Record<string, string>>;
        readonly body: string;
      }
  );

/** A chat completion whose answer is `object` as JSON. */
export function completion(object: unknown, details: CompletionDetails = {}): Reply {
  return { kind: 'completion', object, details };
}

/** A response as it stands on the wire; a body that is no text is sent as JSON. */
export function raw(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { kind: 'raw', status, headers: { 'content-type': 'application/json', ...headers }, body: text };
}

/** What an API says of an error, in the field `error` of the body. */
export interface ApiErrorBody {
  readonly message?: string;
  readonly type?: string | null;
  readonly param?: string | null;
  readonly code?: string | number | null;
  readonly [field: string]: unknown;
}

/** An error as OpenAI words it. */
export function apiError(
  status: number,
  error: ApiErrorBody = {},
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return raw(status, { error: { message: 'It failed.', type: null, param: null, code: null, ...error } }, headers);
}

/** A web page, as a login page or a wrong address would answer. */
export function webPage(status = 200): Reply {
  return raw(status, '<!DOCTYPE html><html><body>Please sign in.</body></html>', { 'content-type': 'text/html' });
}
