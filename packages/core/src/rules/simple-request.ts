import { z } from 'zod';
import { findSimpleRequest, type SimpleKind } from '../handling/simple-request.ts';
import { evidenceOf } from '../text/find.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

const NAMES: Readonly<Record<SimpleKind, string>> = {
  'password-reset': 'a password reset',
  unlock: 'an unlock',
  access: 'an access request',
};

/** Where a password, a lock or an access is all that a ticket is about, there is nothing to troubleshoot. */
export const simpleRequest = defineRule({
  id: 'simple-request',
  title: 'Simple request',
  description:
    'Waives the criterion for a password reset, an unlock or an access request with nothing else to find out.',
  requires: ['shortDescription', 'description'],
  options: z.strictObject({}),
  levels: () => [],
  evaluate({ text }): RuleOutcome {
    const simple = findSimpleRequest(text);
    if (simple === undefined) return { status: 'undecided' };
    return {
      status: 'not-applicable',
      rationale: `The ticket is about ${NAMES[simple.kind]}, and tells of nothing else to find out.`,
      evidence: [evidenceOf(simple.found)],
    };
  },
});
