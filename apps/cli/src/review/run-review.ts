import type { RunSummary } from '@tqrs/core';
import type { ExportFacts, TicketProblem, TqrsError } from '@tqrs/parser';
import { type RunInfo, rangesInWords } from '@tqrs/report';
import { ExitCode, exitCodeFor } from '../exit-code.ts';
import { counted, number, percent } from '../terminal/format.ts';
import { type Log, painterFor, widthOf } from '../terminal/output.ts';
import { plain } from '../terminal/plain.ts';
import { createProblemList } from '../terminal/problems.ts';
import { createProgress } from '../terminal/progress.ts';
import { summaryText } from '../terminal/summary.ts';
import type { Inputs } from './inputs.ts';
import { listenForInterrupt } from './interrupt.ts';
import { type ReviewSettings, reviewInputs } from './review-inputs.ts';
import type { Target } from './target.ts';
import { type Results, writeResults } from './write-results.ts';

/** Everything that one run of `tqrs review` goes by. */
export interface ReviewRun extends ReviewSettings {
  readonly inputs: Inputs;
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
  logRun(run);

  const output = await target.prepare();
  const progress = createProgress(process.stderr, log.allows('INFO'));
  const interrupt = listenForInterrupt(() => {
    progress.stop();
    log.warning('stopping, and saving what is finished; press Ctrl-C again to stop at once.');
  });
  try {
    const { signal } = interrupt;
    const { rubrics, profile, judge, spelling, concurrency, threads } = run;
    const events = reviewInputs({
      found: inputs.found,
      rubrics,
      profile,
      judge,
      spelling,
      concurrency,
      threads,
      formats: target.formats,
      describe: (facts) => describeRuns(run, facts),
      aliases: profile.data.fieldAliases,
      signal,
      onProblem,
      progress,
    });
    const results = await writeResults({ ...run, events, output, unread, problems, progress, signal });
    const entries = await output.finish(!results.interrupted);
    progress.stop();
    for (const text of warnings.lines()) log.warning(text);
    for (const text of problems.lines()) log.error(text);
    if (log.allows('INFO')) printSummaries(run, results, entries);
    return verdict(run, results, problems.count);
  } finally {
    progress.stop();
    interrupt.dispose();
  }
}

function logRun({ rubrics, profile, judge, spelling, batchSize, inputs, log }: ReviewRun): void {
  for (const { data, hash } of rubrics) log.debug(`rubric ${plain(data.id)} ${data.version} ${hash}`);
  log.debug(`profile ${plain(profile.data.id)} ${profile.hash}`);
  log.debug(
    `judge ${judge.id}, spelling ${spelling ? 'examined' : 'not examined'}, saved every ${counted(batchSize, 'ticket')}`,
  );
  for (const { name } of inputs.found) log.debug(`source ${plain(name)}`);
}

/** The run as its reports tell of it, for each rubric. */
function describeRuns({ rubrics, profile, judge, inputs, version }: ReviewRun, facts: ExportFacts): RunInfo[] {
  const startedAt = new Date().toISOString();
  return rubrics.map(({ data, hash }) => ({
    startedAt,
    engine: `tqrs ${version}`,
    rubric: { ...data, hash },
    profile: { id: profile.data.id, hash: profile.hash },
    judge: judge.id,
    facts,
    sources: inputs.found.map((input) => input.shortName),
  }));
}

function printSummaries(
  { rubrics, profile, judge, target }: ReviewRun,
  { summaries, interrupted }: Results,
  entries: readonly string[],
): void {
  const out = target.summary;
  const paint = painterFor(out);
  for (const [index, summary] of summaries.entries()) {
    const rubric = rubrics[index]?.data;
    if (rubric === undefined || summary.tickets === 0) continue;
    const certain = rangesInWords(summary.ranges);
    const input = { rubric, profileId: profile.data.id, judge: judge.id, summary, certain, interrupted };
    out.write(`${index > 0 ? '\n\n' : ''}${summaryText(input, paint, widthOf(out))}`);
  }
  for (const [index, entry] of entries.entries())
    out.write(`${index > 0 ? '' : '\n'}${paint('bold', 'Report')}  ${plain(entry)}\n`);
}

/** What the process ends with. What could not be read comes before the gate, which knows only the rest. */
function verdict(run: ReviewRun, { summaries, interrupted, firstFailure }: Results, problems: number): ExitCode {
  const gates = summaries.map((summary, index) => passesGate(run, summary, run.rubrics[index]?.data.title ?? ''));
  if (interrupted) return ExitCode.interrupted;
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
  log.error(`${where}${found}; --fail-under asks for ${number(failUnder)} %.`);
  return false;
}
