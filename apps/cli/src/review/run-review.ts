import type { RunSummary, SelectionReport } from '@tqrs/core';
import type { TicketProblem } from '@tqrs/parser';
import { selectionInWords } from '@tqrs/report';
import type { EventStream } from '../events/event-stream.ts';
import { ExitCode, exitCodeFor } from '../exit-code.ts';
import type { JudgeChoice } from '../judge/choose-judge.ts';
import { decisionsFor } from '../runs/decisions.ts';
import { estimateFirst } from '../runs/estimate-first.ts';
import { beginRun, configurationOf, explainRunError, type Keeping, refuseChanges } from '../runs/kept-run.ts';
import { isModelJudge, openJudge, recorderFor, spentSoFar } from '../runs/open-judge.ts';
import { describeError } from '../terminal/describe-error.ts';
import { counted, number, percent } from '../terminal/format.ts';
import type { Log } from '../terminal/output.ts';
import { plain } from '../terminal/plain.ts';
import { createProblemList } from '../terminal/problems.ts';
import { createProgress } from '../terminal/progress.ts';
import { describeRuns } from './describe-runs.ts';
import type { Inputs } from './inputs.ts';
import { listenForInterrupt } from './interrupt.ts';
import { printResults } from './print-results.ts';
import { type ReviewSettings, reviewInputs } from './review-inputs.ts';
import { type SpooledInputs, spoolInputs } from './spool-inputs.ts';
import type { Target } from './target.ts';
import { UnscoredTally } from './unscored-tally.ts';
import { type Results, type Unread, writeResults } from './write-results.ts';

const NOTHING_SPENT = { requests: 0, costUsd: 0 };

/** Everything that one run of `tqrs review` goes by. */
export interface ReviewRun extends Omit<ReviewSettings, 'judge'> {
  readonly inputs: Inputs;
  readonly choice: JudgeChoice;
  /** Whether it is said what a model would be asked: and nothing else is done, or before it is asked. */
  readonly estimate: 'no' | 'first' | 'only';
  readonly estimateAsJson: boolean;
  /** Tickets per durable write and progress tick. */
  readonly batchSize: number;
  /** The least percentage of scored tickets that must pass. Undefined: there is no gate. */
  readonly failUnder: number | undefined;
  /** How its reports write numbers and times. Undefined: as they do where nothing is said. */
  readonly locale: string | undefined;
  readonly target: Target;
  readonly keeping: Keeping;
  /** Records that an earlier run could not read. */
  readonly unread?: readonly Unread[];
  /** Which tickets of the exports were reviewed by the run that these tickets come from. */
  readonly selectedBefore?: SelectionReport | undefined;
  /** Tells programs how it goes. */
  readonly events: EventStream | undefined;
  readonly log: Log;
  /** Of the command. */
  readonly version: string;
}

/** Reviews every input, writes the results, prints what a person wants to know, and tells how the process should end. */
export async function runReview(run: ReviewRun): Promise<ExitCode> {
  const { inputs, log, target } = run;
  const problems = createProblemList();
  const warnings = createProblemList();
  const unread: Unread[] = [];
  let read = 0;
  const onProblem = ({ severity, error }: TicketProblem) => {
    log.debug(plain(error.message));
    run.events?.problem(severity, error);
    if (severity === 'warning') return warnings.add(error);
    problems.add(error);
    unread.push({ error, after: read });
  };
  for (const error of inputs.problems) onProblem({ severity: 'error', error });
  for (const error of inputs.skipped) log.info(`skipped ${describeError(error)}`);
  for (const known of run.unread ?? []) {
    problems.add(known.error);
    run.events?.problem('error', known.error);
    unread.push(known);
  }
  if (inputs.found.length === 0) {
    for (const text of problems.lines()) log.error(text);
    return ExitCode.input;
  }
  logRun(run);

  const { choice } = run;
  const line = createProgress(process.stderr, log.allows('INFO'));
  const progress = run.events?.watching(line) ?? line;
  const interrupt = listenForInterrupt(() => {
    progress.stop();
    log.warning('stopping, and saving what is finished; press Ctrl-C again to stop at once.');
  });
  run.events?.onLost(() => interrupt.stop());
  let store = run.keeping.resumed;
  let spooled: SpooledInputs | undefined;
  try {
    const { signal, deadline } = interrupt;
    const { rubrics, profile, spelling, concurrency, threads, selection, selectedBefore, mask, pseudonymKey } = run;
    if (selection !== undefined) spooled = await spoolInputs(inputs.found, signal);
    const found = {
      found: spooled?.found ?? inputs.found,
      selection,
      aliases: profile.data.fieldAliases,
      signal,
      deadline,
      onProblem,
      progress,
    };
    const settings = { ...found, rubrics, profile, spelling, concurrency, onRead: () => read++ };
    const isKept = target.folder !== undefined || store !== undefined;
    const configuration = isKept || run.keeping.earlier !== undefined ? await configurationOf(run, signal) : undefined;
    if (signal.aborted) return ExitCode.interrupted;
    if (store !== undefined && configuration !== undefined)
      refuseChanges(store.configuration, configuration, target.folder ?? '');
    if (choice.kind === 'model') {
      const ended = await estimateFirst({ ...run, choice, configuration, problems }, settings);
      if (ended !== undefined) return ended;
    }
    const output = await target.prepare();
    if (target.folder !== undefined && configuration !== undefined)
      store ??= beginRun(target.folder, configuration, run.keeping);
    const judge = openJudge(choice, store, run.keeping);
    const recorder = store && recorderFor(store, judge, run.keeping);
    if (selectedBefore !== undefined) store?.setSelection(selectedBefore);
    const unscored = new UnscoredTally();
    const decisions = target.folder === undefined ? undefined : decisionsFor(target.folder, run.keeping.earlier);
    run.events?.spendsBy(() => (isModelJudge(judge) ? judge.manifest().usage : NOTHING_SPENT));
    const events = reviewInputs({
      ...settings,
      judge,
      recorder,
      threads,
      mask,
      pseudonymKey,
      decisions,
      formats: target.formats,
      tell: run.events !== undefined,
      describe: (facts, selected = selectedBefore) =>
        describeRuns({
          startedAt: store?.configuration.startedAt ?? new Date().toISOString(),
          engine: `tqrs ${run.version}`,
          rubrics,
          profile,
          judge: choice.id,
          facts,
          sources: inputs.found.map((input) => input.shortName),
          selection: selected,
          mask,
          isAnonymous: pseudonymKey !== undefined,
          locale: run.locale,
        }),
    });
    const results = await writeResults({
      ...run,
      events,
      told: run.events,
      output,
      unread,
      recorder,
      problems,
      progress,
      signal,
      onReviewed: (scorecards) => unscored.add(scorecards),
      note: () => spentSoFar(judge),
    });
    const manifest = isModelJudge(judge) ? judge.manifest() : undefined;
    if (manifest !== undefined) await output.add('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
    const isComplete = !results.interrupted && results.stopped === undefined;
    recorder?.finish(isComplete);
    const entries = await output.finish(isComplete);
    run.events?.cameTo({
      reason: results.interrupted ? 'interrupted' : results.stopped !== undefined ? 'stopped' : 'finished',
      summaries: results.summaries,
      error: results.stopped,
    });
    progress.stop();
    for (const text of warnings.lines()) log.warning(text);
    for (const text of problems.lines()) log.error(text);
    if (results.selection?.selected === 0 && results.selection.tickets > 0)
      log.error(`no ticket is selected. ${plain(selectionInWords(results.selection).leftOut.join('; '))}`);
    if (results.stopped !== undefined) log.error(`the run was stopped: ${describeError(results.stopped)}`);
    if (log.allows('INFO'))
      printResults(results, {
        ...run,
        judge: choice.id,
        model: manifest && { manifest, unscored: unscored.counts() },
        entries,
        isComplete,
        isAnonymous: pseudonymKey !== undefined,
      });
    return verdict(run, results, problems.count);
  } catch (error) {
    throw explainRunError(error, store && target.folder);
  } finally {
    store?.close();
    progress.stop();
    interrupt.dispose();
    await spooled?.dispose();
  }
}

function logRun({ rubrics, profile, choice, spelling, batchSize, inputs, log }: ReviewRun): void {
  for (const { data, hash } of rubrics) log.debug(`rubric ${plain(data.id)} ${data.version} ${hash}`);
  log.debug(`profile ${plain(profile.data.id)} ${profile.hash}`);
  log.debug(
    `judge ${plain(choice.id)}, spelling ${spelling ? 'examined' : 'not examined'}, saved every ${counted(batchSize, 'ticket')}`,
  );
  for (const { name } of inputs.found) log.debug(`source ${plain(name)}`);
}

/**
 * What the process ends with. A judge that stopped comes before what could not be read, and that before the gate, which knows
 * only the rest.
 */
function verdict(
  run: ReviewRun,
  { summaries, interrupted, stopped, firstFailure }: Results,
  problems: number,
): ExitCode {
  const gates = summaries.map((summary, index) => passesGate(run, summary, run.rubrics[index]?.data.title ?? ''));
  if (interrupted) return ExitCode.interrupted;
  if (stopped) return exitCodeFor(stopped);
  if (firstFailure) return exitCodeFor(firstFailure);
  if (problems > 0 || summaries[0]?.tickets === 0) return ExitCode.input;
  return gates.every((passed) => passed) ? ExitCode.done : ExitCode.gate;
}

function passesGate({ failUnder, rubrics, log }: ReviewRun, { scored, passRate }: RunSummary, title: string): boolean {
  if (failUnder === undefined) return true;
  if (passRate !== null && passRate >= failUnder) return true;
  const found =
    passRate === null ? 'no ticket has a score' : `${percent(passRate)} of ${number(scored)} scored tickets passed`;
  const where = rubrics.length > 1 ? `${plain(title)}: ` : '';
  log.error(`${where}${found}; --fail-under asks for ${number(failUnder)}%.`);
  return false;
}
