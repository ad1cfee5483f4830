import type { LanguageModel, ModelParameters } from '@tqrs/llm';
import { z } from 'zod';
import { hashOf, hashOnce } from '../../../data-file/canonical-json.ts';
import type { RawAnswers } from '../answer-schema.ts';
import { PROMPT_VERSION } from '../prompt/instructions.ts';
import type { Asked } from '../prompt/messages.ts';

/** Everything that shapes an answer, and nothing else. */
export interface KeyParts {
  readonly asked: Asked;
  readonly schema: z.ZodType<RawAnswers>;
  readonly model: Pick<LanguageModel, 'provider' | 'endpointHost' | 'modelId'>;
  readonly parameters: ModelParameters;
  /** Which of several independent answers it is, from 1. */
  readonly vote: number;
}

/** The key of an answer: a SHA-256 in hex. The mark that fences a ticket off is random and no part of it. */
export function cacheKey({ asked, schema, model, parameters, vote }: KeyParts): string {
  const { bundle, ticket, items, corrections } = asked;
  return hashOf({
    ticket: ticket.map(({ head, text }) => [head, text]),
    questions: {
      bundle: bundle.hash,
      asked: items.map(({ id, inline, only }) => ({ id, inline, only })),
      corrections: [...(corrections ?? [])],
    },
    promptVersion: PROMPT_VERSION,
    provider: model.provider,
    endpointHost: model.endpointHost,
    model: model.modelId,
    parameters,
    schema: hashOnce(schema, '', () => z.toJSONSchema(schema)),
    vote,
  });
}
