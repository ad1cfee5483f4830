import { type Ticket, TqrsError } from '@tqrs/parser';
import type { Judge } from '../judge/judge.ts';
import type { CompiledRubric } from '../rubric/compiled-rubric.ts';
import { createSummary } from '../summary/create-summary.ts';
import type { RunSummary } from '../summary/schema.ts';
import { createReviewer, type Reviewer } from './create-reviewer.ts';
import type { ReviewEvent } from './events.ts';
import { mapInOrder } from './map-in-order.ts';
import type { ReviewTicketsOptions } from './options.ts';
import { iteratorOf, surveyTickets } from './survey-tickets.ts';

const DEFAULT_CONCURRENCY = 8;

/**
 * Reviews a stream of tickets and tells what happens, in the order of the input.
 *
 * Pull-driven: nothing is read or reviewed ahead of the loop but for `concurrency` tickets in flight and as many
 * finished ones that wait for their turn. Leaving the loop aborts what is in flight and closes the source. So does the
 * signal, whose reason is then thrown; what was finished in order before comes first.
 *
 * A ticket whose review fails is a `review-error` event. A judge that stops (a wrong key, a limit of cost) ends the run as if
 * the source ended there: what is in flight is told, and `run-end` says why. An error of the source is thrown after the events of all
 * tickets before it, without a `run-end`.
 *
 * @throws {TqrsError} `concurrency-invalid`, `rubric-missing` or `rubric-twice`, at the first pull.
 */
export async function* reviewTickets(
  tickets: AsyncIterable<Ticket> | Iterable<Ticket>,
  options: ReviewTicketsOptions,
): AsyncGenerator<ReviewEvent, void, undefined> {
  const { profile, judge, spelling, signal, now, earlier, known, concurrency = DEFAULT_CONCURRENCY } = options;
  requireCount(concurrency);
  const rubrics = requireRubrics(options.rubric);
  signal?.throwIfAborted();
  const { facts, tickets: replayed } =
    options.facts === undefined ? await surveyTickets(tickets) : { facts: options.facts, tickets };
  const source = iteratorOf(replayed);
  let opened = false;
  try {
    const reviewer = createReviewer({ rubrics, profile, judge, facts, spelling, now, known });
    const review: Reviewer = (ticket, stop) => earlier?.(ticket) ?? reviewer(ticket, stop);
    const summaries = rubrics.map(({ data }) => createSummary(data));
    yield {
      type: 'run-start',
      rubrics: rubrics.map(({ data: { id, version }, hash }) => ({ id, version, hash })),
      profile: { id: profile.data.id, hash: profile.hash },
      judge: judge.id,
      facts,
    };
    opened = true;
    const limits = { concurrency, ...(signal !== undefined && { signal }) };
    for await (const step of mapInOrder(whileGoing(source, judge), review, limits)) {
      const { index, item } = step;
      if (step.kind === 'started') yield { type: 'review-start', index, number: item.number };
      else if ('error' in step.result) {
        for (const summary of summaries) summary.addFailure();
        yield { type: 'review-error', index, number: item.number, error: step.result.error };
      } else {
        const { ticket, scorecards, sent } = step.result;
        for (const [position, scorecard] of scorecards.entries()) {
          summaries[position]?.add(scorecard);
          yield { type: 'review-end', index, ticket, scorecard, ...(sent !== undefined && { sent }) };
        }
      }
    }
    const finished = summaries.map((summary) => summary.finish(facts));
    const stopped = judge.stopped?.();
    yield {
      type: 'run-end',
      summary: finished[0] as RunSummary,
      summaries: finished,
      ...(stopped !== undefined && { stopped }),
    };
  } finally {
    if (!opened) await source.return?.();
  }
}

/** The source, which is closed and ends where the judge stops. */
function whileGoing(source: TicketIterator, judge: Judge): TicketIterator {
  if (judge.stopped === undefined) return source;
  const close = async (): Promise<IteratorReturnResult<undefined>> => {
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    next: async () => (judge.stopped?.() === undefined ? source.next() : close()),
    return: close,
  };
}

type TicketIterator = ReturnType<typeof iteratorOf<Ticket>>;

function requireCount(concurrency: number): void {
  if (Number.isInteger(concurrency) && concurrency > 0) return;
  throw new TqrsError(`The concurrency must be a whole number from 1 on, not ${concurrency}.`, {
    code: 'concurrency-invalid',
    hint: 'Leave it out to use the default.',
  });
}

function requireRubrics(rubric: ReviewTicketsOptions['rubric']): readonly CompiledRubric[] {
  const rubrics = 'data' in rubric ? [rubric] : rubric;
  const ids = rubrics.map(({ data }) => data.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (rubrics.length > 0 && twice === undefined) return rubrics;
  throw new TqrsError(
    twice === undefined ? 'There is no rubric to score on.' : `The rubric "${twice}" is named twice.`,
    {
      code: twice === undefined ? 'rubric-missing' : 'rubric-twice',
      hint: 'Name each rubric once; two versions of one rubric need two ids.',
    },
  );
}
