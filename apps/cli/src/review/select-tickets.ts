import type { Selection, SelectionReport, TicketSet } from '@tqrs/core';
import type { ExportFacts } from '@tqrs/parser';
import type { Input } from './inputs.ts';
import { type ReadOptions, readInput } from './read-input.ts';

/** Which tickets of a run's exports are reviewed. */
export interface ChosenTickets {
  /** For each export. */
  readonly exports: readonly TicketSet[];
  readonly report: SelectionReport;
}

/**
 * Reads every export once before the review, to know which of its tickets are selected and what is left out. What cannot be read
 * is told of by the review, not here.
 */
export async function selectTickets(
  found: readonly Input[],
  facts: readonly (ExportFacts | undefined)[],
  selection: Selection,
  read: ReadOptions,
): Promise<ChosenTickets> {
  const pass = selection.begin();
  for (const [index, input] of found.entries()) {
    const take = pass.open(facts[index]);
    for await (const ticket of readInput(input, { ...read, onProblem: () => {} })) take(ticket);
  }
  return pass.finish();
}
