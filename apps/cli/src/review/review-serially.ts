import { type ReviewTicketsOptions, reviewTickets, type Scorecard } from '@tqrs/core';
import type { ExportFacts } from '@tqrs/parser';
import type { Input } from './inputs.ts';
import { type ReadInputOptions, readInput } from './read-input.ts';
import type { InputEvent } from './run-events.ts';

/** Reviews an export in this thread, with as many tickets in flight as the judge can take. */
export async function* reviewSerially(
  input: Input,
  review: Omit<ReviewTicketsOptions, 'rubric' | 'facts' | 'signal'> & {
    readonly rubrics: ReviewTicketsOptions['rubric'];
  },
  facts: ExportFacts | undefined,
  read: ReadInputOptions,
): AsyncGenerator<InputEvent, void, undefined> {
  const { rubrics, ...options } = review;
  let scorecards: Scorecard[] = [];
  let count = 0;
  for await (const event of reviewTickets(readInput(input, read), {
    ...options,
    rubric: rubrics,
    ...(facts && { facts }),
  })) {
    if (event.type === 'run-start') {
      count = event.rubrics.length;
      yield { type: 'facts', facts: event.facts };
    } else if (event.type === 'review-error') {
      yield { type: 'failed', number: event.number, error: event.error };
    } else if (event.type === 'review-end') {
      scorecards.push(event.scorecard);
      if (scorecards.length < count) continue;
      yield { type: 'reviewed', ticket: event.ticket, scorecards };
      scorecards = [];
    } else if (event.type === 'run-end' && event.stopped !== undefined) {
      yield { type: 'stopped', error: event.stopped };
    }
  }
}
