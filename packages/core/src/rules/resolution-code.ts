import type { Ticket } from '@tqrs/parser';
import { z } from 'zod';
import { closeMeaningOf } from '../handling/close-meaning.ts';
import { ownerOf } from '../handling/outside-group.ts';
import { findSelfService } from '../handling/self-service.ts';
import { standingOf, stateEvidence } from '../handling/standing.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import { quoteField } from '../text/find.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { NotApplicableVerdict } from '../verdict.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

/** Is there a resolution code, and does the profile list it? Whether it fits what was done is the judge's question. */
export const resolutionCode = defineRule({
  id: 'resolution-code',
  title: 'Resolution code',
  description: 'Decides when a resolved ticket has no resolution code, or one that the profile does not list.',
  requires: [],
  options: z.strictObject({ wrong: z.string() }),
  levels: ({ wrong }) => [wrong],
  evaluate({ ticket, text, profile, criterion, options: { wrong } }): RuleOutcome {
    const waived = needsNoCode(ticket, text, profile);
    if (waived !== undefined) return waived;
    const { closeCode } = ticket;
    if (closeCode === undefined || (closeCode.trim() === '' && standingOf(ticket) === undefined)) {
      return {
        status: 'unscored',
        reason: closeCode === undefined || ticket.state === undefined ? 'field-not-exported' : 'undecided',
        detail:
          closeCode === undefined
            ? 'The export does not carry the resolution code.'
            : 'The resolution code is blank, and whether the ticket was resolved cannot be seen.',
        possibleLevels: criterion.levels.map(({ id }) => id),
        mayNotApply: true,
      };
    }
    if (closeCode.trim() === '') {
      return {
        status: 'scored',
        levelId: wrong,
        confidence: 'high',
        rationale: 'The ticket was resolved without a resolution code.',
        evidence: [],
        missing: [{ element: 'resolution code', searched: ['closeCode'] }],
      };
    }
    const isListed =
      profile.closeCodeOf(closeCode) !== undefined || profile.closeCodeOf(ticket.codes.closeCode) !== undefined;
    if (profile.data.closeCodes.length === 0 || isListed) return { status: 'undecided' };
    return {
      status: 'scored',
      levelId: wrong,
      confidence: 'high',
      rationale: `The profile does not list the resolution code “${closeCode.trim()}”.`,
      evidence: [quoteField('closeCode', closeCode)],
    };
  },
});

/** A ticket that was routed, is not resolved, or that self-service resolved. */
function needsNoCode(ticket: Ticket, text: TicketText, profile: CompiledProfile): NotApplicableVerdict | undefined {
  const standing = standingOf(ticket);
  if (standing === 'open' || standing === 'canceled') {
    const rationale = standing === 'open' ? 'The ticket is not resolved.' : 'The ticket was canceled.';
    return { status: 'not-applicable', rationale, evidence: stateEvidence(ticket) };
  }
  const owner = ownerOf(ticket, profile);
  if (owner.owner === 'outside') {
    return {
      status: 'not-applicable',
      rationale: 'The ticket was routed to a group outside the service desk.',
      evidence: [owner.evidence],
    };
  }
  const selfService =
    closeMeaningOf(ticket, profile) === 'self-service'
      ? quoteField('closeCode', ticket.closeCode ?? '')
      : findSelfService(text);
  return (
    selfService && {
      status: 'not-applicable',
      rationale: 'The user resolved it by self-service.',
      evidence: [selfService],
    }
  );
}
