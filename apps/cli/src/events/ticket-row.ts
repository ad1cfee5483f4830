import type { Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import type { TicketResult, TicketRow } from '@tqrs/web/api';

/** As much as a table shows. */
const LONGEST = 160;

/** A {@link TicketRow} before its page has a name. */
export type UnplacedRow = Omit<TicketRow, 'page'>;

/** A reviewed ticket in a line; `scorecards` in the order of the run's rubrics. */
export function rowOf(ticket: Ticket, scorecards: readonly Scorecard[]): UnplacedRow {
  const about = scorecards[0]?.ticket;
  return {
    number: ticket.number,
    shortDescription: cut(ticket.shortDescription ?? ''),
    assignedTo: cut(about?.assignedTo ?? ''),
    group: cut(about?.assignmentGroup ?? ''),
    openedAt: cut(about?.openedAt ?? ''),
    results: scorecards.map(resultOf),
  };
}

function resultOf(card: Scorecard): TicketResult {
  const { score, range, band } = card;
  return {
    percent: score?.percent ?? null,
    range: range && { min: range.min.percent, max: range.max.percent },
    band,
    outcome: outcomeOf(card),
    needsReview: card.needsReview.length > 0,
  };
}

function outcomeOf({ autoFailedBy, passed, status }: Scorecard): TicketResult['outcome'] {
  if (autoFailedBy.length > 0) return 'auto-failed';
  if (passed !== null) return passed ? 'passed' : 'failed';
  return status === 'not-applicable' ? 'not-applicable' : 'open';
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}…`;
}
