import type { CompiledProfile, CompiledRubric, Judge, RunSummary, SpellChecker } from '@tqrs/core';
import type { TicketProblem, TqrsError } from '@tqrs/parser';
import { ExitCode, exitCodeFor } from '../exit-code.ts';
import { counted, number, percent } from '../terminal/format.ts';
import { type Log, painterFor, widthOf } from '../terminal/output.ts';
import { plain } from '../terminal/plain.ts';
import { createProblemList } from '../terminal/problems.ts';
import { createProgress } from '../terminal/progress.ts';
import { summaryText } from '../terminal/summary.ts';
import type { Inputs } from './inputs.ts';
import { listenForInterrupt } from './interrupt.ts';
import { reviewInputs } from './review-inputs.ts';
import type { Target } from './target.ts';
import { type Results, writeResults } from './write-results.ts';

/** Everything that one run of `tqrs review` goes by. */
export interface ReviewRun {
  readonly inputs: Inputs;
  readonly rubric: CompiledRubric;
  readonly profile: CompiledProfile;
  readonly judge: Judge;
  /** Undefined: spelling is not examined. */
  readonly spelling: SpellChecker | undefined;
  /** Tickets under review at the same time. Undefined: the engine decides. */
  readonly concurrency: number | undefined;
  /** Tickets per durable write and progress tick. */
  readonly batchSize: number;
  /** The least percentage of scored tickets that must pass. Undefined: there is no gate. */
  readonly failUnder: number | undefined;
  readonly target: Target;
  readonly log: Log;
  /** Of the command. */
  readonly version: string;
}

/** Reviews every input, writes the results, prints what a person wants to know, and tells how the process should end. */
export async function runReview(run: ReviewRun): Promise<ExitCode> {
  const { inputs, log, target } = run;
  const problems = createProblemList();
  const warnings = createProblemList();
  const unread: TqrsError[] = [];
  const onProblem = ({ severity, error }: TicketProblem) => {
    log.debug(plain(error.message));
    if (severity === 'warning') return warnings.add(error);
    problems.add(error);
    unread.push(error);
  };
  for (const error of inputs.problems) onProblem({ severity: 'error', error });
  if (inputs.found.length === 0) {
    for (const text of problems.lines()) log.error(text);
    return ExitCode.input;
  }
  describeRun(run);

  const output = await target.prepare();
  const progress = createProgress(process.stderr, log.allows('INFO'));
  const interrupt = listenForInterrupt(() => {
    progress.stop();
    log.warning('stopping, and saving what is finished; press Ctrl-C again to stop at once.');
  });
  try {
    const { signal } = interrupt;
    const { rubric, profile, judge, spelling, concurrency } = run;
    const events = reviewInputs({
      found: inputs.found,
      review: {
        rubric,
        profile,
        judge,
        ...(spelling && { spelling }),
        ...(concurrency !== undefined && { concurrency }),
      },
      aliases: profile.data.fieldAliases,
      signal,
      onProblem,
      progress,
    });
    const results = await writeResults({ ...run, events, output, unread, problems, progress, signal });
    const { entry } = await output.finish(!results.interrupted);
    progress.stop();
    for (const text of warnings.lines()) log.warning(text);
    for (const text of problems.lines()) log.error(text);
    if (log.allows('INFO')) printSummary(run, results, entry);
    return verdict(run, results, problems.count);
  } finally {
    progress.stop();
    interrupt.dispose();
  }
}

function describeRun({ rubric, profile, judge, spelling, batchSize, inputs, log }: ReviewRun): void {
  log.debug(`rubric ${plain(rubric.data.id)} ${rubric.data.version} ${rubric.hash}`);
  log.debug(`profile ${plain(profile.data.id)} ${profile.hash}`);
  log.debug(
    `judge ${judge.id}, spelling ${spelling ? 'examined' : 'not examined'}, saved every ${counted(batchSize, 'ticket')}`,
  );
  for (const { name } of inputs.found) log.debug(`source ${plain(name)}`);
}

function printSummary(
  { rubric, profile, judge, target }: ReviewRun,
  results: Results,
  entry: string | undefined,
): void {
  const paint = painterFor(target.summary);
  const { summary, interrupted } = results;
  const about = { rubric: rubric.data, profileId: profile.data.id, judge: judge.id };
  const input = { ...about, summary, certain: String(results.ranges), interrupted };
  if (summary.tickets > 0) target.summary.write(summaryText(input, paint, widthOf(target.summary)));
  if (entry !== undefined) target.summary.write(`\n${paint('bold', 'Report')}  ${plain(entry)}\n`);
}

/** What the process ends with. What could not be read comes before the gate, which knows only the rest. */
function verdict(run: ReviewRun, { summary, interrupted, firstFailure }: Results, problems: number): ExitCode {
  const gate = passesGate(run, summary);
  if (interrupted) return ExitCode.interrupted;
  if (firstFailure) return exitCodeFor(firstFailure);
  if (problems > 0 || summary.tickets === 0) return ExitCode.input;
  return gate ? ExitCode.done : ExitCode.gate;
}

function passesGate({ failUnder, log }: ReviewRun, { scored, passRate }: RunSummary): boolean {
  if (failUnder === undefined) return true;
  if (passRate !== null && passRate >= failUnder) return true;
  const found =
    passRate === null ? 'no ticket has a score' : `${percent(passRate)} of ${number(scored)} scored tickets passed`;
  log.error(`${found}; --fail-under asks for ${number(failUnder)} %.`);
  return false;
}
