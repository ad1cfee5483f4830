import { z } from 'zod';
import { CONVERSATION_FIELDS, conversationOf } from '../conversation/conversation-of.ts';
import { notExported } from '../export-facts/exported.ts';
import { nameFields } from '../text/name-fields.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

/** What is asked about a conversation stays unscored where there is none, or where it may stand in what was not exported. */
export const conversationNeeded = defineRule({
  id: 'conversation-needed',
  title: 'Conversation needed',
  description: 'Leaves the criterion unscored where the ticket holds no conversation.',
  requires: [],
  options: z.strictObject({}),
  levels: () => [],
  evaluate({ ticket, text, criterion }): RuleOutcome {
    if (conversationOf(text) !== undefined) return { status: 'undecided' };
    const unseen = notExported(ticket, CONVERSATION_FIELDS);
    const found = 'No chat or call transcript and no comments were found';
    return {
      status: 'unscored',
      ...(unseen.length > 0
        ? {
            reason: 'field-not-exported' as const,
            detail: `${found}, but a conversation may stand in what the export does not carry: ${nameFields(unseen)}.`,
          }
        : { reason: 'no-conversation' as const, detail: `${found} in ${nameFields(CONVERSATION_FIELDS)}.` }),
      possibleLevels: criterion.levels.map(({ id }) => id),
      ...(criterion.judgeMayWaive && { mayNotApply: true as const }),
    };
  },
});
