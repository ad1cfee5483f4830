import { applyDecisions, type CompiledRubric, type ReportMask, type ShownTicket } from '@tqrs/core';
import type { DecisionsByTicket } from '@tqrs/core/runs';

/** What stands between a review and its reports. */
export interface Showing {
  readonly rubrics: readonly CompiledRubric[];
  /** What people decided. Absent: nothing. */
  readonly decisions?: DecisionsByTicket | undefined;
  /** What the reports hide. Absent: nothing. */
  readonly mask?: ReportMask | undefined;
}

/** A reviewed ticket as reports show it: under the decisions of people, and without what is to be hidden. */
export function shownTicket(reviewed: ShownTicket, { rubrics, decisions, mask }: Showing): ShownTicket {
  const ofTicket = decisions?.get(reviewed.ticket.number);
  const decided = ofTicket === undefined ? reviewed : { ...reviewed, scorecards: underDecisions() };
  return mask?.reviewed(decided) ?? decided;

  function underDecisions() {
    return reviewed.scorecards.map((card, index) => {
      const rubric = rubrics[index];
      return rubric === undefined ? card : applyDecisions(card, rubric.data, ofTicket ?? []);
    });
  }
}
