import { isSysId, type Ticket } from '@tqrs/parser';
import { z } from 'zod';
import { attachedInteraction } from '../handling/attached-interaction.ts';
import { quoteField } from '../text/find.ts';
import { nameFields } from '../text/name-fields.ts';
import type { Evidence } from '../verdict.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

const PLACES = ['originTable', 'originId', 'parent'] as const;

const options = z.strictObject({ missing: z.string() });

/**
 * Was the incident made from an interaction? Only tickets of some channels begin as one. Whether an attached one should
 * have become an incident at all is the judge's question.
 */
export const interactionAttached = defineRule({
  id: 'interaction-attached',
  title: 'Interaction attached',
  description: 'Decides when no interaction is attached to a ticket whose channel begins with one.',
  requires: [],
  options,
  levels: ({ missing }) => [missing],
  evaluate({ ticket, profile, criterion, options: { missing } }): RuleOutcome {
    const channel = profile.channelOf(ticket.contactType);
    if (channel !== undefined && !profile.isInteractionChannel(channel)) {
      return {
        status: 'not-applicable',
        rationale: 'Tickets of this contact type do not begin as an interaction.',
        evidence: [quoteField('contactType', ticket.contactType ?? '')],
      };
    }
    if (attachedInteraction(ticket) !== undefined) return { status: 'undecided' };
    const everyLevel = criterion.levels.map(({ id }) => id);
    if (channel === undefined) {
      const unseen = ticket.contactType === undefined;
      return {
        status: 'unscored',
        reason: unseen ? 'field-not-exported' : 'contact-type-unknown',
        detail: `Whether the ticket began as an interaction is open: the contact type is ${unseen ? 'not exported' : 'blank or unknown'}.`,
        possibleLevels: everyLevel,
        mayNotApply: true,
      };
    }
    const hidden = hiddenPlaces(ticket);
    if (hidden.length > 0) {
      return {
        status: 'unscored',
        reason: 'field-not-exported',
        detail: `Whether an interaction is attached cannot be seen: the export does not tell the ${nameFields(hidden)}.`,
        possibleLevels: everyLevel,
      };
    }
    return {
      status: 'scored',
      levelId: missing,
      confidence: 'high',
      rationale: 'No interaction is attached.',
      evidence: filled(ticket),
      missing: [{ element: 'an attached interaction', searched: searchedPlaces(ticket) }],
    };
  },
});

/** Where an interaction may stand unseen: a field that was not exported, or a bare sys_id of anything. */
function hiddenPlaces({ originTable, originId, parent }: Ticket): string[] {
  const hidden: string[] = [];
  const isFilled = originId !== undefined && originId.trim() !== '';
  if (originTable === undefined && (originId === undefined || isFilled)) hidden.push('originTable');
  if (parent === undefined || isSysId(parent.trim())) hidden.push('parent');
  return hidden;
}

function searchedPlaces(ticket: Ticket): string[] {
  return PLACES.filter((place) => ticket[place] !== undefined);
}

function filled(ticket: Ticket): Evidence[] {
  return PLACES.flatMap((place) => {
    const value = ticket[place] ?? '';
    return value.trim() === '' ? [] : [quoteField(place, value)];
  });
}
