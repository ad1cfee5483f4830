import { TEXT_FIELDS, type TextField } from '@tqrs/parser';
import { z } from 'zod';
import { quoteField } from '../text/find.ts';
import { nameFields } from '../text/name-fields.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

/** A filled field is the level that the rubric names, whatever its value. A blank one is left to others. */
export const fieldFilled = defineRule({
  id: 'field-filled',
  title: 'Field is filled',
  description: 'Decides when a field was filled in.',
  requires: ({ field }: { field: TextField }): readonly TextField[] => [field],
  options: z.strictObject({ field: z.enum(TEXT_FIELDS), level: z.string() }),
  levels: ({ level }) => [level],
  evaluate({ ticket, options: { field, level } }): RuleOutcome {
    const value = ticket[field] ?? '';
    if (value.trim() === '') return { status: 'undecided' };
    return {
      status: 'scored',
      levelId: level,
      confidence: 'high',
      rationale: `Filled: ${nameFields([field])}.`,
      evidence: [quoteField(field, value)],
    };
  },
});
