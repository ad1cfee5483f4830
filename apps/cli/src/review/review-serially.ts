import { type ReviewTicketsOptions, reviewTickets, type Scorecard } from '@tqrs/core';
import type { ExportFacts, Ticket } from '@tqrs/parser';
import type { Input } from './inputs.ts';
import { type ReadInputOptions, readInput } from './read-input.ts';
import type { InputEvent } from './run-events.ts';

/**
 * Reviews an export in this thread, with as many tickets in flight as the judge can take. Where the signal is aborted, it
 * ends with what was finished in order.
 * @param onRead Is told of every ticket that is read, before what is read after it.
 */
export async function* reviewSerially(
  input: Input,
  review: Omit<ReviewTicketsOptions, 'rubric' | 'facts'> & {
    readonly rubrics: ReviewTicketsOptions['rubric'];
    readonly signal: AbortSignal;
  },
  facts: ExportFacts | undefined,
  read: ReadInputOptions,
  onRead: () => void,
): AsyncGenerator<InputEvent, void, undefined> {
  const { rubrics, ...options } = review;
  let scorecards: Scorecard[] = [];
  let count = 0;
  try {
    for await (const event of reviewTickets(noting(readInput(input, read), onRead), {
      ...options,
      rubric: rubrics,
      ...(facts && { facts }),
      ...(input.kept && { known: input.kept.findingsOf }),
    })) {
      if (event.type === 'run-start') {
        count = event.rubrics.length;
        yield { type: 'facts', facts: event.facts };
      } else if (event.type === 'review-error') {
        yield { type: 'failed', number: event.number, error: event.error };
      } else if (event.type === 'review-end') {
        scorecards.push(event.scorecard);
        if (scorecards.length < count) continue;
        const { ticket, sent } = event;
        yield { type: 'reviewed', ticket, scorecards, ...(sent !== undefined && { sent }) };
        scorecards = [];
      } else if (event.type === 'run-end' && event.stopped !== undefined) {
        yield { type: 'stopped', error: event.stopped };
      }
    }
  } catch (error) {
    if (error !== review.signal.reason) throw error;
  }
}

async function* noting(tickets: AsyncIterable<Ticket>, onRead: () => void): AsyncGenerator<Ticket> {
  for await (const ticket of tickets) {
    onRead();
    yield ticket;
  }
}
