import type { Ticket } from '@tqrs/parser';
import { z } from 'zod';
import { closeMeaningOf } from '../handling/close-meaning.ts';
import { findClosingByCaller, findDuplicate } from '../handling/no-own-resolution.ts';
import { ownerOf } from '../handling/outside-group.ts';
import { standingOf, stateEvidence } from '../handling/standing.ts';
import { quoteField } from '../text/find.ts';
import type { Evidence } from '../verdict.ts';
import { defineRule, type RuleContext, type RuleOutcome } from './define-rule.ts';

/** Waives resolution notes where nobody of the service desk resolved the ticket. */
export const resolutionNotesApply = defineRule({
  id: 'resolution-notes-apply',
  title: 'Resolution notes apply',
  description:
    'Waives the criterion for a ticket that is not resolved, canceled, closed by the caller, a duplicate, or resolved by another group.',
  requires: [],
  options: z.strictObject({}),
  levels: () => [],
  evaluate(context): RuleOutcome {
    const reason = reasonToWaive(context);
    if (reason !== undefined) return { status: 'not-applicable', ...reason };
    const unseen = unseenReason(context);
    if (unseen === undefined) return { status: 'undecided' };
    return {
      status: 'unscored',
      reason: 'field-not-exported',
      detail: unseen,
      possibleLevels: context.criterion.levels.map(({ id }) => id),
      mayNotApply: true,
    };
  },
});

type Context = RuleContext<never, unknown>;

function reasonToWaive({ ticket, text, profile }: Context): { rationale: string; evidence: Evidence[] } | undefined {
  const standing = standingOf(ticket);
  if (standing === 'open') return { rationale: 'The ticket is not resolved.', evidence: stateEvidence(ticket) };
  if (standing === 'canceled') return { rationale: 'The ticket was canceled.', evidence: stateEvidence(ticket) };
  if (closeMeaningOf(ticket, profile) === 'canceled') {
    return { rationale: 'The ticket was canceled.', evidence: [quoteField('closeCode', ticket.closeCode ?? '')] };
  }
  const byCaller = findClosingByCaller(text, profile);
  if (byCaller !== undefined) return { rationale: 'The caller closed the ticket.', evidence: [byCaller] };
  const duplicate = findDuplicate(text, profile);
  if (duplicate !== undefined) return { rationale: 'The ticket is a duplicate.', evidence: [duplicate] };
  const owner = ownerOf(ticket, profile);
  if (owner.owner !== 'outside') return undefined;
  return { rationale: 'A group outside the service desk resolved the ticket.', evidence: [owner.evidence] };
}

/** Whether somebody else may have resolved it, which the export does not show. */
function unseenReason({ ticket, profile }: Context): string | undefined {
  if (standingOf(ticket) === undefined && isBlank(ticket.closeNotes))
    return 'The export does not tell whether the ticket was resolved.';
  const owner = ownerOf(ticket, profile);
  return owner.owner === 'unknown' && (owner.reason === 'not-exported' || owner.reason === 'opaque')
    ? 'The export does not tell which group resolved the ticket.'
    : undefined;
}

function isBlank(notes: Ticket['closeNotes']): boolean {
  return notes === undefined || notes.trim() === '';
}
