import type { Ticket } from '@tqrs/parser';
import { foldLabel } from '../profile/fold-label.ts';
import { quoteField } from '../text/find.ts';
import type { Evidence } from '../verdict.ts';

/** The table that interactions are kept in. */
const TABLE = 'interaction';
/** The number of an interaction, as a reference displays it. */
const NUMBER = /^\s{0,4}(?:Interaction:?\s{0,4})?IMS\d{4,12}\s{0,4}$/i;

/** What shows that an interaction is attached: the origin, or the parent. */
export function attachedInteraction(ticket: Ticket): Evidence | undefined {
  const { originTable, originId, parent } = ticket;
  if (originTable !== undefined && isTable(originTable, ticket.codes.originTable) && originId?.trim() !== '')
    return quoteField('originTable', originTable);
  if (originId !== undefined && NUMBER.test(originId)) return quoteField('originId', originId);
  return parent !== undefined && NUMBER.test(parent) ? quoteField('parent', parent) : undefined;
}

function isTable(label: string, code: string | undefined): boolean {
  return foldLabel(label) === TABLE || code === TABLE;
}
