import { isSysId, TEXT_FIELDS, type TextField } from '@tqrs/parser';
import { z } from 'zod';
import { quoteField } from '../text/find.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

/** A bare sys_id shows that the field was filled, and no more: full points, counted as not examined. */
export const opaqueReference = defineRule({
  id: 'opaque-reference',
  title: 'Opaque reference',
  description: 'Decides when a reference was exported as a bare sys_id that the profile has no name for.',
  requires: ({ field }: { field: TextField }): readonly TextField[] => [field],
  options: z.strictObject({ field: z.enum(TEXT_FIELDS), right: z.string() }),
  levels: ({ right }) => [right],
  evaluate({ ticket, profile, options: { field, right } }): RuleOutcome {
    const value = ticket[field] ?? '';
    const id = value.trim();
    if (!isSysId(id) || profile.nameOf(id) !== id) return { status: 'undecided' };
    return {
      status: 'scored',
      levelId: right,
      confidence: 'low',
      basis: 'presence',
      rationale:
        'The field is filled, but the export holds only a sys_id, so the value itself was not examined. Export display values (in the Table API: sysparm_display_value=all), or name the sys_id in the profile.',
      evidence: [quoteField(field, value)],
    };
  },
});
