import { type RunRecord, resultOf } from '@tqrs/core/runs';
import type { ExportFacts } from '@tqrs/parser';
import type { RunInfo } from '@tqrs/report';
import type { RunEvent, TicketEvent } from '../review/run-events.ts';
import { RunTally, unionOf } from '../review/run-tally.ts';
import { type Showing, shownTicket } from './shown-ticket.ts';

/** How a run that is kept is told again. */
export interface RecordedOptions extends Showing {
  /** The run as its reports tell of it, for each rubric. */
  readonly describe: (facts: ExportFacts) => readonly RunInfo[];
}

/** Tells a kept run as its review told it: every ticket that is finished, in order. Nothing is reviewed. */
export async function* recordedEvents(
  record: RunRecord,
  options: RecordedOptions,
): AsyncGenerator<RunEvent, void, undefined> {
  const sources = record.sources();
  const facts = unionOf(sources.map((source) => source.facts));
  yield { type: 'start', runs: options.describe(facts) };
  const tally = new RunTally(options.rubrics);
  for (const [position, { name, facts: ofSource }] of sources.entries()) {
    const count = tally.begin(name, ofSource);
    for (const { stored } of record.tickets(position)) {
      const result = resultOf(stored);
      let event: TicketEvent;
      if (!('error' in result)) event = { type: 'reviewed', ...result, shown: shownTicket(result, options) };
      else event = { type: 'failed', number: 'failed' in stored ? stored.failed.number : '', error: result.error };
      count(event);
      yield event;
    }
  }
  const { selection } = record;
  yield { type: 'end', summaries: tally.finish(facts), ...(selection && { selection }) };
}
