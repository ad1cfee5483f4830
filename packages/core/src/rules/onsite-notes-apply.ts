import { z } from 'zod';
import { findAutomation } from '../handling/automated.ts';
import { findRouting } from '../handling/routing-told.ts';
import { standingOf, stateEvidence } from '../handling/standing.ts';
import { evidenceOf } from '../text/find.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

const CLOSE_NOTES = ['closeNotes'];
const WORK_NOTES = ['workNotes'];

/** Waives resolution notes where no technician resolved the ticket. */
export const onsiteNotesApply = defineRule({
  id: 'onsite-notes-apply',
  title: 'Onsite resolution notes apply',
  description:
    'Waives the criterion for a ticket in progress, canceled, routed elsewhere, or resolved by an automated tool.',
  requires: [],
  options: z.strictObject({}),
  levels: () => [],
  evaluate({ ticket, text, profile, criterion }): RuleOutcome {
    const standing = standingOf(ticket);
    if (standing === 'open' || standing === 'canceled') {
      const rationale = standing === 'open' ? 'The ticket is not resolved yet.' : 'The ticket was canceled.';
      return { status: 'not-applicable', rationale, evidence: stateEvidence(ticket) };
    }
    const automation = findAutomation(text, profile);
    if (automation !== undefined) {
      return { status: 'not-applicable', rationale: 'An automated tool resolved the ticket.', evidence: [automation] };
    }
    const routing = routedAtLast(text);
    if (routing !== undefined) {
      return { status: 'not-applicable', rationale: 'The ticket was routed elsewhere.', evidence: [routing] };
    }
    if (standing !== undefined || (ticket.closeNotes ?? '').trim() !== '') return { status: 'undecided' };
    return {
      status: 'unscored',
      reason: 'field-not-exported',
      detail: 'The export does not tell whether the ticket was resolved.',
      possibleLevels: criterion.levels.map(({ id }) => id),
      mayNotApply: true,
    };
  },
});

/** The close notes say so, or, where there are none, the newest work note. */
function routedAtLast(text: TicketText): Evidence | undefined {
  const closing = text.passages(CLOSE_NOTES);
  const found = findRouting(closing.length > 0 ? closing : text.passages(WORK_NOTES).slice(0, 1));
  return found && evidenceOf(found);
}
