import type { CompiledRubric, ReviewEvent, RunStartEvent, RunSummary } from '@tqrs/core';
import { TicketParseError, type TqrsError } from '@tqrs/parser';
import { RangeTally, type ReportWriter, type ReviewFailure, type RunInfo } from '@tqrs/report';
import { counted } from '../terminal/format.ts';
import type { Log } from '../terminal/output.ts';
import type { ProblemList } from '../terminal/problems.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Inputs } from './inputs.ts';
import type { OpenTarget } from './target.ts';

/** What comes in, and where it goes. */
export interface ResultsOptions {
  readonly events: AsyncIterable<ReviewEvent>;
  readonly output: OpenTarget;
  readonly rubric: CompiledRubric;
  readonly inputs: Inputs;
  /** Tickets per durable write and progress tick. */
  readonly batchSize: number;
  /** Errors about records that are no tickets, in the order of their finding. They are taken out as they are written. */
  readonly unread: TqrsError[];
  /** Gathers the tickets that could not be reviewed. */
  readonly problems: ProblemList;
  readonly progress: Progress;
  readonly log: Log;
  /** Aborted where the run was asked to stop. */
  readonly signal: AbortSignal;
  /** Of the command. */
  readonly version: string;
}

/** How a run came out. */
export interface Results {
  readonly summary: RunSummary;
  /** What is certain of the tickets without a score. */
  readonly ranges: RangeTally;
  readonly interrupted: boolean;
  /** The first ticket's failure, where one could not be reviewed. */
  readonly firstFailure: TqrsError | undefined;
}

/** Writes a run's events as they come, in batches that survive a crash. */
export async function writeResults(options: ResultsOptions): Promise<Results> {
  const { events, output, batchSize, unread, problems, progress, log, signal } = options;
  let writer: ReportWriter | undefined;
  let summary: RunSummary | undefined;
  let firstFailure: TqrsError | undefined;
  const ranges = new RangeTally();
  let done = 0;

  for await (const event of events) {
    if (event.type === 'run-start') writer = await output.open(runInfo(event, options));
    if (!writer) throw new TypeError('The run did not start.');
    for (const error of unread.splice(0)) await writer.fail(failureOf(error));

    if (event.type === 'review-error') {
      firstFailure ??= event.error;
      problems.add(event.error);
      await writer.fail({ ...failureOf(event.error), number: event.number });
    } else if (event.type === 'review-end') {
      ranges.add(event.scorecard);
      await writer.add(event.ticket, event.scorecard);
    } else if (event.type === 'run-end') {
      ({ summary } = event);
      await writer.close({ summary: event.summary, finishedAt: new Date().toISOString(), interrupted: signal.aborted });
    }

    if (event.type !== 'review-end' && event.type !== 'review-error') continue;
    done += 1;
    if (done % batchSize > 0) continue;
    await output.save();
    log.debug(`saved after ${counted(done, 'ticket')}`);
    progress.tick(done);
  }
  if (!summary) throw new TypeError('The run did not end.');
  return { summary, ranges, interrupted: signal.aborted, firstFailure };
}

function runInfo(start: RunStartEvent, { rubric, inputs, version }: ResultsOptions): RunInfo {
  return {
    startedAt: new Date().toISOString(),
    engine: `tqrs ${version}`,
    rubric: { ...rubric.data, hash: rubric.hash },
    profile: start.profile,
    judge: start.judge,
    facts: start.facts,
    sources: inputs.found.map((input) => input.shortName),
  };
}

function failureOf(error: TqrsError): ReviewFailure {
  const { code, message, hint } = error;
  if (!(error instanceof TicketParseError)) return { code, message, hint };
  return { code, message, hint, source: error.source, record: error.record, number: error.number };
}
