import { type Ticket, TqrsError } from '@tqrs/parser';
import { createSummary } from '../summary/create-summary.ts';
import type { ReviewEndEvent, ReviewErrorEvent, ReviewEvent } from './events.ts';
import { isThenable } from './is-thenable.ts';
import { mapInOrder } from './map-in-order.ts';
import { openRun, type Reviewed, type Reviewer } from './open-run.ts';
import type { ReviewTicketsOptions } from './options.ts';
import { reasonOf } from './reason-of.ts';
import { iteratorOf, surveyTickets } from './survey-tickets.ts';

const DEFAULT_CONCURRENCY = 8;

/**
 * Reviews a stream of tickets and tells what happens, in the order of the input.
 *
 * Pull-driven: nothing is read or reviewed ahead of the loop but for `concurrency` tickets in flight and as many
 * finished ones that wait for their turn. Leaving the loop aborts what is in flight and closes the source. So does the
 * signal, whose reason is then thrown; what was finished in order before comes first.
 *
 * A ticket whose review fails is a `review-error` event. An error of the source is thrown after the events of all
 * tickets before it, without a `run-end`.
 *
 * @throws {TqrsError} `concurrency-invalid`, at the first pull.
 */
export async function* reviewTickets(
  tickets: AsyncIterable<Ticket> | Iterable<Ticket>,
  options: ReviewTicketsOptions,
): AsyncGenerator<ReviewEvent, void, undefined> {
  const {
    rubric,
    profile,
    judge,
    spelling,
    signal,
    now = () => new Date(),
    concurrency = DEFAULT_CONCURRENCY,
  } = options;
  requireCount(concurrency);
  signal?.throwIfAborted();
  const { facts, tickets: replayed } =
    options.facts === undefined ? await surveyTickets(tickets) : { facts: options.facts, tickets };
  const source = iteratorOf(replayed);
  let opened = false;
  try {
    const review = openRun({ rubric, profile, judge, facts, spelling, now });
    const summary = createSummary(rubric.data);
    yield {
      type: 'run-start',
      rubric: { id: rubric.data.id, version: rubric.data.version, hash: rubric.hash },
      profile: { id: profile.data.id, hash: profile.hash },
      judge: judge.id,
      facts,
    };
    opened = true;
    const limits = { concurrency, ...(signal !== undefined && { signal }) };
    for await (const step of mapInOrder(source, (ticket, inFlight) => attempt(review, ticket, inFlight), limits)) {
      const { index, item } = step;
      if (step.kind === 'started') yield { type: 'review-start', index, number: item.number };
      else {
        const event = endEvent(index, item, step.result);
        if (event.type === 'review-end') summary.add(event.scorecard);
        else summary.addFailure();
        yield event;
      }
    }
    yield { type: 'run-end', summary: summary.finish(facts) };
  } finally {
    if (!opened) await source.return?.();
  }
}

function requireCount(concurrency: number): void {
  if (Number.isInteger(concurrency) && concurrency > 0) return;
  throw new TqrsError(`The concurrency must be a whole number from 1 on, not ${concurrency}.`, {
    code: 'concurrency-invalid',
    hint: 'Leave it out to use the default.',
  });
}

/** A review, or why there is none. */
type Attempt = Reviewed | { readonly error: TqrsError };

/** Only an aborted review throws or rejects. */
function attempt(review: Reviewer, ticket: Ticket, signal: AbortSignal): Attempt | Promise<Attempt> {
  const fail = (error: unknown): Attempt => {
    signal.throwIfAborted();
    return { error: toReviewError(error) };
  };
  try {
    const reviewed = review(ticket, signal);
    return isThenable(reviewed) ? reviewed.catch(fail) : reviewed;
  } catch (error) {
    return fail(error);
  }
}

function endEvent(index: number, { number }: Ticket, result: Attempt): ReviewEndEvent | ReviewErrorEvent {
  if ('error' in result) return { type: 'review-error', index, number, error: result.error };
  return { type: 'review-end', index, ticket: result.ticket, scorecard: result.scorecard };
}

function toReviewError(error: unknown): TqrsError {
  if (TqrsError.isInstance(error)) return error;
  return new TqrsError(`The review failed: ${reasonOf(error)}`, {
    code: 'review-failed',
    hint: 'The other tickets are not concerned. Please report this as a bug.',
    cause: error,
  });
}
