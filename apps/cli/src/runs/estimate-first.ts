import type { RunConfiguration } from '@tqrs/core/runs';
import { jsonText } from '@tqrs/report';
import { ExitCode } from '../exit-code.ts';
import type { ModelChoice } from '../judge/choose-judge.ts';
import {
  type EstimatedRun,
  estimateReport,
  estimateRun,
  estimateText,
  requireRoomForOne,
  shortEstimate,
} from '../judge/estimate-run.ts';
import { type Log, painterFor, widthOf } from '../terminal/output.ts';
import { plain } from '../terminal/plain.ts';
import type { ProblemList } from '../terminal/problems.ts';
import { selectionSummary } from '../terminal/selection-summary.ts';
import { type Keeping, withEarlierAnswers } from './kept-run.ts';
import { Recorder } from './recorder.ts';

/** A run before anything is asked. */
export interface UnaskedRun {
  readonly choice: ModelChoice;
  readonly keeping: Keeping;
  /** Present where the run is kept or builds on another one. */
  readonly configuration: RunConfiguration | undefined;
  /** Whether it is said what a model would be asked: and nothing else is done, or before it is asked. */
  readonly estimate: 'no' | 'first' | 'only';
  readonly estimateAsJson: boolean;
  readonly problems: ProblemList;
  readonly log: Log;
}

/**
 * Says what a model is going to be asked, where that is wanted, and makes sure that a limit of cost leaves room to begin.
 *
 * @returns What the command ends with, where it does nothing else.
 * @throws {ConfigError} where the limit of cost leaves no room.
 */
export async function estimateFirst(run: UnaskedRun, settings: EstimatedRun): Promise<ExitCode | undefined> {
  const { resumed, earlier } = run.keeping;
  if (resumed !== undefined) return estimate(run, { ...settings, kept: resumed.answers });
  if (earlier === undefined || run.configuration === undefined) return estimate(run, settings);
  return withEarlierAnswers(run.configuration, earlier, (kept) => estimate(run, { ...settings, kept }));
}

async function estimate(run: UnaskedRun, settings: EstimatedRun): Promise<ExitCode | undefined> {
  const { choice, keeping, log } = run;
  if (run.estimate === 'only') return printEstimate(run, settings);
  // What is read here is read again by the run itself, which tells of it.
  const quietly = { ...settings, onProblem: () => {}, onRead: () => {} };
  await requireRoomForOne(quietly, choice);
  if (run.estimate === 'no' || choice.remembersOnly || !log.allows('INFO')) return undefined;
  const recorder = finishedIn(keeping);
  const { estimate: found } = await estimateRun({ ...quietly, ...(recorder && { recorder }) }, choice);
  settings.progress.stop();
  log.info(shortEstimate(found));
  return undefined;
}

async function printEstimate(
  { choice, keeping, problems, log, estimateAsJson }: UnaskedRun,
  settings: EstimatedRun,
): Promise<ExitCode> {
  const recorder = finishedIn(keeping);
  const estimated = await estimateRun({ ...settings, ...(recorder && { recorder }) }, choice);
  const { tickets, estimate: found, selection } = estimated;
  settings.progress.stop();
  for (const text of problems.lines()) log.error(text);
  if (settings.signal.aborted) return ExitCode.interrupted;
  if (estimateAsJson) process.stdout.write(`${jsonText(estimateReport(choice.id, tickets, found))}\n`);
  else if (tickets > 0)
    process.stdout.write(estimateText(plain(choice.id), tickets, found, settings.kept !== undefined));
  if (selection !== undefined && !estimateAsJson)
    process.stdout.write(`\n${selectionSummary(selection, painterFor(process.stdout), widthOf(process.stdout))}`);
  return problems.count > 0 || tickets === 0 ? ExitCode.input : ExitCode.done;
}

/** Tells what is finished already. Nothing is counted or kept by it. */
function finishedIn({ resumed, retryUnscored }: Keeping): Recorder | undefined {
  return resumed && new Recorder(resumed, { retryUnscored, recall: () => {} });
}
