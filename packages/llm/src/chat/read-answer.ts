import type { z } from 'zod';
import { ModelOutputError } from '../errors/model-output-error.ts';
import { requestIdOf } from '../failure/api-failure.ts';
import type { Target } from '../failure/classify-status.ts';
import type { AnswerFormat } from './dialect.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Sent } from './send.ts';

/**
 * The object that a completion holds.
 * @throws {ModelOutputError} where it was refused, filtered or cut off, or does not fit.
 */
export function readAnswer<Schema extends z.ZodType>(
  { completion, headers }: Extract<Sent, { ok: true }>,
  schema: Schema,
  format: AnswerFormat,
  { modelId, endpoint }: Target,
): z.infer<Schema> {
  const details = { requestId: requestIdOf(headers) };
  switch (completion.finishReason) {
    case 'refusal':
      throw new ModelOutputError(`${modelId} refused to answer.`, { ...details, kind: 'refusal' });
    case 'content-filter':
      throw new ModelOutputError(`A content filter of ${endpoint.host} took the answer of ${modelId} away.`, {
        ...details,
        kind: 'filtered',
        hint: 'Read the text that was sent; the filter of an Azure resource can be configured.',
      });
    case 'length':
      throw new ModelOutputError(`The answer of ${modelId} was cut off at its limit of output tokens.`, {
        ...details,
        kind: 'truncated',
        hint: 'Allow more output tokens; models that think before they answer need several times as many.',
      });
  }
  const parsed = parseAnswer(completion.text, schema, format);
  if (parsed.fits) return parsed.object;
  throw new ModelOutputError(`The answer of ${modelId} does not fit the schema: ${parsed.paths.join(', ')}.`, {
    ...details,
    kind: 'invalid',
    paths: parsed.paths,
    hint: 'Use a model that keeps to a JSON schema.',
  });
}
