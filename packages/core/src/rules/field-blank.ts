import { TEXT_FIELDS, type TextField } from '@tqrs/parser';
import { z } from 'zod';
import { defineRule, type RuleOutcome } from './define-rule.ts';

/** A blank field is the level that the rubric names. A filled one is left to the rules and the judge that follow. */
export const fieldBlank = defineRule({
  id: 'field-blank',
  title: 'Field is blank',
  description: 'Decides when a field was left blank.',
  requires: ({ field }: { field: TextField }): readonly TextField[] => [field],
  options: z.strictObject({ field: z.enum(TEXT_FIELDS), level: z.string() }),
  levels: ({ level }) => [level],
  evaluate({ ticket, options: { field, level } }): RuleOutcome {
    if (ticket[field]?.trim() !== '') return { status: 'undecided' };
    const element = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return {
      status: 'scored',
      levelId: level,
      confidence: 'high',
      rationale: `The ${element} ${element.endsWith('s') ? 'are' : 'is'} blank.`,
      evidence: [],
      missing: [{ element, searched: [field] }],
    };
  },
});
