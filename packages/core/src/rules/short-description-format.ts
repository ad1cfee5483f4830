import { z } from 'zod';
import { PARTS } from '../short-description/parts.ts';
import { readParts } from '../short-description/read-parts.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

/** Does the short description read `LoB - Location - Application - Brief description`? The wrong parts pick the level. */
export const shortDescriptionFormat = defineRule({
  id: 'short-description-format',
  title: 'Short description format',
  description: 'Counts the wrong or missing parts of “LoB - Location - Application - Brief description”.',
  requires: ['shortDescription'],
  options: z.strictObject({
    /** The most words of the brief description. */
    maxBriefWords: z.int().positive().default(8),
    /** Level ids for no wrong part, one, two, three and four. */
    levels: z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]),
  }),
  levels: ({ levels }) => levels,
  evaluate({ ticket, profile, options: { maxBriefWords, levels } }): RuleOutcome {
    const field = 'shortDescription';
    const text = ticket[field];
    const parts = readParts(text, { ticket, profile, maxBriefWords });
    const wrong = parts.filter(({ fault }) => fault !== undefined);
    const levelId = levels[wrong.length] ?? levels[PARTS.length];
    if (wrong.length === 0)
      return { status: 'scored', levelId, confidence: 'high', rationale: 'All four parts are there.', evidence: [] };
    return {
      status: 'scored',
      levelId,
      confidence: 'high',
      rationale:
        text.trim() === ''
          ? 'The short description is blank.'
          : `Of the four parts, ${wrong.map(({ fault }) => fault).join('; ')}.`,
      evidence: wrong.flatMap(({ span }) =>
        span === undefined ? [] : [{ field, ...span, quote: text.slice(span.start, span.end) }],
      ),
      missing: wrong.flatMap(({ part, span }) => (span === undefined ? [{ element: part, searched: [field] }] : [])),
    };
  },
});
