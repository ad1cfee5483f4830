import type { z } from 'zod';
import type { RawAnswer, RawAnswers } from '../judge/model/answer-schema.ts';

/** What a model is told to answer: a part of an answer, or one for each time that it is asked. */
export type Planned = Partial<RawAnswer> | readonly Partial<RawAnswer>[];

interface Call {
  readonly schema: z.ZodType;
}

/**
 * Answers each question that a call asks: by its plan, else with the first verdict and a quote. A list of plans is used up in
 * order, the last one repeated.
 */
export function answering(
  plans: Readonly<Record<string, Planned>> = {},
  otherwise: Partial<RawAnswer> = {},
): (call: Call) => { readonly object: RawAnswers } {
  const asked = new Map<string, number>();
  return ({ schema }) => {
    const { shape } = schema as unknown as {
      shape: Record<string, { shape: Record<'field' | 'verdict', { options: string[] }> }>;
    };
    const answers = Object.entries(shape).map(([id, item]) => {
      const times = asked.get(id) ?? 0;
      asked.set(id, times + 1);
      const plan = plans[id];
      const chosen = Array.isArray(plan) ? (plan[times] ?? plan.at(-1)) : plan;
      const { field, verdict } = item.shape;
      const standard = {
        field: field.options[0] ?? '',
        quote: null,
        reason: 'For tests.',
        verdict: verdict.options[0] ?? '',
      };
      return [id, { ...standard, ...(chosen ?? otherwise) }] as const;
    });
    return { object: Object.fromEntries(answers) };
  };
}

/** The ids that a call asks about, in their order. */
export function idsAsked({ schema }: Call): string[] {
  return Object.keys((schema as unknown as { shape: object }).shape);
}
