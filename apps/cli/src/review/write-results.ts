import type { RunSummary, Scorecard, SelectionReport } from '@tqrs/core';
import { TicketParseError, type TqrsError } from '@tqrs/parser';
import type { ReportWriter, ReviewFailure } from '@tqrs/report';
import type { EventStream } from '../events/event-stream.ts';
import { rowOf } from '../events/ticket-row.ts';
import type { Recorder } from '../runs/recorder.ts';
import { counted } from '../terminal/format.ts';
import type { Log } from '../terminal/output.ts';
import type { ProblemList } from '../terminal/problems.ts';
import type { Progress } from '../terminal/progress.ts';
import type { RunEvent } from './run-events.ts';
import type { OpenTarget } from './target.ts';

/** What comes in, and where it goes. */
export interface ResultsOptions {
  readonly events: AsyncIterable<RunEvent>;
  readonly output: OpenTarget;
  /** Tickets per durable write and progress tick. */
  readonly batchSize: number;
  /** Records that are no tickets, in the order of their finding. They are taken out as they are written. */
  readonly unread: Unread[];
  /** Keeps the run. Undefined: it is not kept. */
  readonly recorder: Recorder | undefined;
  /** Gathers the tickets that could not be reviewed. */
  readonly problems: ProblemList;
  readonly progress: Progress;
  /** What stands beside the progress: what was spent. */
  readonly note: () => string;
  /** Is told of the scorecards of every ticket that was reviewed in this thread. */
  readonly onReviewed: (scorecards: readonly Scorecard[]) => void;
  /** Tells programs how it goes. */
  readonly told?: EventStream | undefined;
  readonly log: Log;
  /** Aborted where the run was asked to stop. */
  readonly signal: AbortSignal;
}

/** A record that is no ticket. */
export interface Unread {
  readonly error: TqrsError;
  /** How many tickets were read before it: it is told after them, however many are under review at a time. */
  readonly after: number;
}

/** How a run came out. */
export interface Results {
  /** For each rubric. */
  readonly summaries: readonly RunSummary[];
  /** What was left out; undefined where nothing was to be. */
  readonly selection: SelectionReport | undefined;
  readonly interrupted: boolean;
  /** The first ticket's failure, where one could not be reviewed. */
  readonly firstFailure: TqrsError | undefined;
  /** Why the judge stopped before the last ticket. */
  readonly stopped: TqrsError | undefined;
}

/** Writes a run's events as they come, in batches that survive a crash. */
export async function writeResults(options: ResultsOptions): Promise<Results> {
  const { events, output, batchSize, unread, recorder, problems, progress, note, onReviewed, log, signal, told } =
    options;
  let writers: readonly ReportWriter[] | undefined;
  let summaries: readonly RunSummary[] | undefined;
  let firstFailure: TqrsError | undefined;
  let stopped: TqrsError | undefined;
  let selection: SelectionReport | undefined;
  let done = 0;
  const failAll = async (failure: ReviewFailure) => {
    for (const writer of writers ?? []) await writer.fail(failure);
  };
  const finished = async () => {
    done += 1;
    if (done % batchSize > 0) return;
    recorder?.commit();
    await output.save();
    log.debug(`saved after ${counted(done, 'ticket')}`);
    progress.tick(done, note());
  };

  for await (const event of events) {
    if (event.type === 'start') {
      writers = await output.open(event.runs);
      told?.start(event.runs);
    }
    if (!writers) throw new TypeError('The run did not start.');
    while (unread[0] !== undefined && (event.type === 'end' || unread[0].after <= done)) {
      for (const { error, after } of unread.splice(0, 1)) {
        const failure = failureOf(error);
        recorder?.addUnread({ after, failure });
        await failAll(failure);
      }
    }
    recorder?.add(event);

    if (event.type === 'failed') {
      firstFailure ??= event.error;
      problems.add(event.error);
      told?.failed(event.error);
      await failAll({ ...failureOf(event.error), number: event.number });
      await finished();
    } else if (event.type === 'reviewed') {
      const { ticket, scorecards } = event.shown;
      onReviewed(scorecards);
      for (const [index, card] of scorecards.entries()) await writers[index]?.add(ticket, card);
      await told?.reviewed(rowOf(ticket, scorecards));
      await finished();
    } else if (event.type === 'rendered') {
      let place = 0;
      for (const cards of event.tickets) {
        for (const [index, card] of cards.entries()) await writers[index]?.addRendered(card);
        const row = event.rows?.[place++];
        if (row !== undefined) await told?.reviewed(row);
        await finished();
      }
    } else if (event.type === 'end') {
      ({ summaries, stopped, selection } = event);
      const finishedAt = new Date().toISOString();
      for (const [index, summary] of event.summaries.entries())
        await writers[index]?.close({ summary, finishedAt, interrupted: signal.aborted || stopped !== undefined });
    }
  }
  if (!summaries) throw new TypeError('The run did not end.');
  return { summaries, selection, interrupted: signal.aborted, firstFailure, stopped };
}

function failureOf(error: TqrsError): ReviewFailure {
  const { code, message, hint } = error;
  if (!(error instanceof TicketParseError)) return { code, message, hint };
  return { code, message, hint, source: error.source, record: error.record, number: error.number };
}
