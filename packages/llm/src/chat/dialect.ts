import type { ApiFailure } from '../failure/api-failure.ts';

/** How a schema is asked for: enforced by the server, JSON of any form, or in words alone. */
export type AnswerFormat = 'json_schema' | 'json_object' | 'text';

/** What a server understands, as far as it has said so. */
export interface Dialect {
  readonly format: AnswerFormat;
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens' | undefined;
  /** Parameters that it does not take. */
  readonly without: ReadonlySet<OptionalParameter>;
}

/** A parameter that a request can do without. */
export type OptionalParameter = 'temperature' | 'seed' | 'stream_options';

/** What is tried first. */
export const FIRST_DIALECT: Dialect = { format: 'json_schema', tokenLimit: 'max_tokens', without: new Set() };

const OPTIONAL: readonly OptionalParameter[] = ['temperature', 'seed', 'stream_options'];
const NEXT_FORMAT: Readonly<Record<AnswerFormat, AnswerFormat | undefined>> = {
  json_schema: 'json_object',
  json_object: 'text',
  text: undefined,
};
const UNSUPPORTED =
  /unsupported|not support|unrecogni[sz]ed|unknown|unexpected|not permitted|not allowed|not available|extra_forbidden|extra (fields|inputs)|invalid (parameter|value)|must be|only for|deprecated|instead|schema|grammar/i;
const TOO_MUCH = /too (large|long|many|high)|at most|exceed|maximum|context/i;

/**
 * What a refused request teaches: a dialect that leaves out, or renames, a parameter that was sent and that the server named.
 * Undefined where the refusal is about something else. Every lesson takes something away, so that learning ends.
 */
export function learn(spoken: Dialect, failure: ApiFailure, sent: object): Dialect | undefined {
  if (![400, 422, 500, 501].includes(failure.status)) return undefined;
  const { message } = failure;
  if (!UNSUPPORTED.test(`${failure.code} ${message}`)) return undefined;
  const isAbout = (name: string) =>
    name in sent && (failure.param === name || new RegExp(`\\b${name}\\b`).test(message));

  if (isAbout('response_format') || /json_schema|json_object|structured output|grammar/i.test(message)) {
    const format = NEXT_FORMAT[spoken.format];
    if (format) return { ...spoken, format };
  }
  // Servers fail with 500 at schemas that they cannot turn into a grammar; anything else with 500 is theirs.
  if (failure.status >= 500) return undefined;
  if (spoken.tokenLimit && isAbout(spoken.tokenLimit) && !TOO_MUCH.test(message)) {
    return { ...spoken, tokenLimit: spoken.tokenLimit === 'max_tokens' ? 'max_completion_tokens' : undefined };
  }
  const refused = OPTIONAL.find(isAbout);
  return refused && { ...spoken, without: new Set([...spoken.without, refused]) };
}

/** What two calls have learned at the same time, put together. */
export function mergeDialects(a: Dialect, b: Dialect): Dialect {
  const order: readonly AnswerFormat[] = ['json_schema', 'json_object', 'text'];
  return {
    format: order.indexOf(a.format) > order.indexOf(b.format) ? a.format : b.format,
    tokenLimit: a.tokenLimit === FIRST_DIALECT.tokenLimit ? b.tokenLimit : a.tokenLimit,
    without: new Set([...a.without, ...b.without]),
  };
}
