import type {
  CompiledProfile,
  CompiledRubric,
  Judge,
  ReportMask,
  Selection,
  SelectionReport,
  SpellChecker,
  TicketSet,
} from '@tqrs/core';
import type { DecisionsByTicket } from '@tqrs/core/runs';
import type { ExportFacts, TqrsError } from '@tqrs/parser';
import type { FormatId, RunInfo } from '@tqrs/report';
import type { Recorder } from '../runs/recorder.ts';
import { shownTicket } from '../runs/shown-ticket.ts';
import { plain } from '../terminal/plain.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Input } from './inputs.ts';
import { reviewInLanes } from './lanes/review-in-lanes.ts';
import { threadsFor } from './lanes/threads-for.ts';
import { type ReadOptions, surveyInput } from './read-input.ts';
import { reviewSerially } from './review-serially.ts';
import type { InputEvent, RunEvent, TicketEvent } from './run-events.ts';
import { RunTally, unionOf } from './run-tally.ts';
import { selectTickets } from './select-tickets.ts';

/** How the tickets of a run are reviewed. */
export interface ReviewSettings {
  /** Each ticket gets a scorecard for each of them. */
  readonly rubrics: readonly CompiledRubric[];
  readonly profile: CompiledProfile;
  readonly judge: Judge;
  /** Undefined: spelling is not examined. */
  readonly spelling: SpellChecker | undefined;
  /** Tickets under review at the same time. Undefined: the engine decides. */
  readonly concurrency: number | undefined;
  /** Undefined: every ticket is reviewed. */
  readonly selection: Selection | undefined;
  /** Threads that review an export, this one included. Undefined: as many as pay. */
  readonly threads: number | undefined;
  /** What the reports hide. Undefined: nothing. */
  readonly mask?: ReportMask | undefined;
  /** The key of the pseudonyms in the reports, which {@link mask} goes by. Undefined: names are shown. */
  readonly pseudonymKey?: string | undefined;
  /** What people decided about tickets that were reviewed before. */
  readonly decisions?: DecisionsByTicket | undefined;
}

/** What is reviewed, and how. */
export interface ReviewInputsOptions extends ReadOptions, ReviewSettings {
  readonly found: readonly Input[];
  readonly formats: readonly FormatId[];
  /** The run as its reports tell of it, for each rubric. */
  readonly describe: (facts: ExportFacts, selection: SelectionReport | undefined) => readonly RunInfo[];
  readonly progress: Progress;
  /** Aborted where nobody waits any more for what is in flight. */
  readonly deadline: AbortSignal;
  /** Keeps the run, and tells what of it is finished. Absent: it is not kept. */
  readonly recorder?: Pick<Recorder, 'earlier' | 'isCatchingUp' | 'beginSource'> | undefined;
  /** Somebody listens to how the run goes. */
  readonly tell?: boolean | undefined;
  /** Is told of every ticket that is read ahead of its review. */
  readonly onRead?: (() => void) | undefined;
}

/**
 * Reviews exports one after the other, as one run. Each is judged by what it carries itself, so that a journal that one
 * export left out costs nobody points because another one has it.
 */
export async function* reviewInputs(options: ReviewInputsOptions): AsyncGenerator<RunEvent, void, undefined> {
  const { found, progress, describe, selection } = options;
  const surveyed: (ExportFacts | undefined)[] = [];
  for (const input of found) {
    progress.note(`  reading ${plain(input.shortName)} …`);
    surveyed.push(await surveyInput(input, options));
  }
  const known = surveyed.every((facts) => facts !== undefined);
  if (selection !== undefined) progress.note('  selecting tickets …');
  const chosen = selection && (await selectTickets(found, surveyed, selection, options));
  progress.start(chosen?.report.selected ?? (known ? unionOf(surveyed).records : undefined));

  const tally = new RunTally(options.rubrics);
  let runs: readonly RunInfo[] | undefined;
  let stopped: TqrsError | undefined;
  for (const [index, input] of found.entries()) {
    if (stopped !== undefined) break;
    if (known) runs ??= describe(unionOf(surveyed), chosen?.report);
    let count: (event: TicketEvent) => void = () => {};
    for await (const event of reviewInput(input, surveyed[index], runs, chosen?.exports[index], options)) {
      if (event.type === 'stopped') {
        stopped = event.error;
        continue;
      }
      if (event.type !== 'facts') {
        const told = event.type === 'reviewed' ? { ...event, shown: shownTicket(event, options) } : event;
        count(told);
        yield told;
        continue;
      }
      surveyed[index] ??= event.facts;
      count = tally.begin(input.shortName, event.facts);
      options.recorder?.beginSource(index, input.shortName, event.facts);
      if (index > 0) continue;
      runs ??= describe(unionOf(surveyed), chosen?.report);
      yield { type: 'start', runs };
    }
  }
  const summaries = tally.finish(unionOf(surveyed));
  yield {
    type: 'end',
    summaries,
    ...(chosen && { selection: chosen.report }),
    ...(stopped !== undefined && { stopped }),
  };
}

function reviewInput(
  input: Input,
  facts: ExportFacts | undefined,
  runs: readonly RunInfo[] | undefined,
  chosen: TicketSet | undefined,
  options: ReviewInputsOptions,
): AsyncGenerator<InputEvent, void, undefined> {
  const { rubrics, profile, judge, spelling, concurrency, formats, aliases, recorder, mask, pseudonymKey } = options;
  const { tell = false } = options;
  const review = { rubrics, profile, judge, ...(spelling && { spelling }) };
  const threads = options.threads ?? threadsFor(chosen?.size ?? facts?.records ?? 0);
  const isReady = facts !== undefined && runs !== undefined && input.kept === undefined;
  if (isReady && threads > 1 && judge.method === 'offline') {
    const lanes = {
      ...review,
      facts,
      runs,
      formats,
      aliases,
      chosen,
      recorder,
      mask,
      pseudonymKey,
      tell,
      threads: threads - 1,
    };
    return reviewInLanes(input, lanes, options);
  }
  const more = {
    signal: options.deadline,
    ...(concurrency !== undefined && { concurrency }),
    earlier: recorder?.earlier,
  };
  return reviewSerially(input, { ...review, ...more }, facts, { ...options, chosen }, options.onRead ?? (() => {}));
}
