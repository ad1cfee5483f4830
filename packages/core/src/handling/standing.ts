import { stateOf, type Ticket } from '@tqrs/parser';
import { quoteField } from '../text/find.ts';
import type { Evidence } from '../verdict.ts';

/** Whether a ticket is still being worked on, was resolved (closed counts), or was canceled. */
export type Standing = 'open' | 'resolved' | 'canceled';

/** Where a ticket stands. Without a state that can be read, a time of resolution tells. Undefined: nobody can tell. */
export function standingOf(ticket: Ticket): Standing | undefined {
  const state = stateOf(ticket);
  if (state === 'canceled') return 'canceled';
  if (state === 'resolved' || state === 'closed') return 'resolved';
  if (state !== undefined) return 'open';
  return isFilled(ticket.resolvedAt?.text) || isFilled(ticket.resolvedBy) ? 'resolved' : undefined;
}

/** The state, as evidence. None where it was not exported or is blank. */
export function stateEvidence({ state = '' }: Ticket): Evidence[] {
  return state === '' ? [] : [quoteField('state', state)];
}

function isFilled(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}
