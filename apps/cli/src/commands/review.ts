import { availableParallelism } from 'node:os';
import { createSpellChecker, profileWords } from '@tqrs/core';
import { FORMAT_IDS, FORMATS, type FormatId } from '@tqrs/report';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from '../exit-code.ts';
import { chooseJudge } from '../judge/choose-judge.ts';
import { JUDGE_OPTIONS, type JudgeFlags } from '../judge/model-flags.ts';
import { findInputs } from '../review/inputs.ts';
import { runReview } from '../review/run-review.ts';
import { chooseTarget } from '../review/target.ts';
import { readEnvironment, readSettings, wholeNumber } from '../settings.ts';
import { createLog } from '../terminal/output.ts';
import { plain } from '../terminal/plain.ts';
import { findRubrics } from './find-rubrics.ts';
import { findProfile } from './profile.ts';

/** More threads make a run on many processors faster still; each takes about as much memory again. */
const DEFAULT_THREADS = 2;
const DEFAULT_RUBRIC = 'incident-logging';
const WIDEST_ID = Math.max(...FORMAT_IDS.map((id) => id.length));
const HELP = `
Formats:
${FORMAT_IDS.map((id) => `  ${id.padEnd(WIDEST_ID + 2)}${FORMATS[id].description}`).join('\n')}

Without --out one format goes to standard output, everything else to standard error. Where standard output is a
terminal and no format is asked for, a summary is printed instead; in a pipe the format is json. With --quiet
and neither --format nor --out nothing is printed, and the exit code says how it went.

Examples:
  $ tqrs review incident.json                                  a summary
  $ tqrs review incident.json --out report                     a report to open in a browser
  $ tqrs review incident.xlsx incident.pdf --out report        any format, found by content
  $ tqrs review exports/ --profile ours.yaml --out report      every export of a folder, with one's own profile
  $ tqrs review incident.json --rubric incident-logging,incident-handling --out report
  $ tqrs review incident.json --format csv > scores.csv
  $ curl -s "$URL" | tqrs review - --format ndjson | jq .score
  $ tqrs review incident.json --quiet --fail-under 80          a gate for a pipeline: exit code 1 below 80 %
  $ tqrs review incident.json --estimate                       what a language model would cost; sends nothing
  $ tqrs review incident.json --out report --max-cost 5        with the model that is set up, for five dollars at most
`;

interface ReviewFlags extends JudgeFlags {
  readonly rubric?: readonly string[];
  readonly profile: string;
  readonly out?: string;
  readonly format?: readonly FormatId[];
  readonly concurrency?: string;
  readonly threads?: string;
  readonly failUnder?: number;
  readonly spelling: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
}

/** `tqrs review`: the main job. */
export function reviewCommand(version: string, end: (code: ExitCode) => void): Command {
  const command = new Command('review')
    .description('review exports and write a report')
    .argument(
      '<source...>',
      'ServiceNow exports (JSON, XML, CSV, Excel, PDF; also .gz): files, folders, or - for standard input',
    )
    .addOption(
      new Option(
        '-r, --rubric <id|file,...>',
        `what to score on: built-in rubrics or files, joined by commas (default: ${DEFAULT_RUBRIC})`,
      ).argParser(parseNames),
    )
    .option('-p, --profile <id|file>', 'the organisation: a built-in profile or a file', 'default');
  for (const option of JUDGE_OPTIONS) command.addOption(option);
  return command
    .option('-o, --out <folder>', 'write the report into this folder (an earlier report in it is replaced)')
    .option('-f, --format <formats>', `report formats, joined by commas: ${FORMAT_IDS.join(', ')}`, parseFormats)
    .option('--concurrency <n>', 'tickets under review at the same time')
    .option('--threads <n>', 'threads that review a large export')
    .option('--fail-under <percent>', 'exit with 1 where fewer of the scored tickets pass', parsePercent)
    .option('--no-spelling', 'leave spelling out: faster, and its points are not counted')
    .option('--force', 'write into a folder that holds other files', false)
    .option('-q, --quiet', 'print errors and what --format asks for, nothing else', false)
    .option('--no-color', 'print without colours')
    .addHelpText('after', HELP)
    .action(async (sources: string[], flags: ReviewFlags) => end(await review(sources, flags, version)));
}

async function review(sources: readonly string[], flags: ReviewFlags, version: string): Promise<ExitCode> {
  const environment = readEnvironment(process.cwd(), process.env);
  const settings = readSettings(environment);
  const concurrency = wholeNumber('--concurrency', flags.concurrency, 1_000) ?? settings.concurrency;
  const log = createLog(process.stderr, flags.quiet ? 'ERROR' : settings.logLevel);
  const threads = wholeNumber('--threads', flags.threads, 64) ?? Math.min(availableParallelism(), DEFAULT_THREADS);
  const [rubrics, profile] = await Promise.all([
    findRubrics(flags.rubric ?? [DEFAULT_RUBRIC]),
    findProfile(flags.profile),
  ]);
  const choice = await chooseJudge(flags, environment, {
    concurrency,
    onRetry: ({ error, attempts, delayMs }) =>
      log.debug(`request failed (${error.code}), tried ${attempts} times, again in ${Math.round(delayMs)} ms`),
  });
  if (choice.kind === 'model' && !choice.redact)
    log.warning(`names, numbers and addresses are sent to ${plain(choice.judge.id)} as they are.`);
  const target = chooseTarget({ ...flags, rubrics: rubrics.length });
  const inputs = await findInputs(sources, profile.data.fieldAliases);
  return runReview({
    inputs,
    rubrics,
    profile,
    concurrency,
    threads,
    batchSize: settings.batchSize,
    target,
    log,
    version,
    choice,
    estimate: flags.estimate,
    spelling: flags.spelling && !flags.estimate ? await createSpellChecker(profileWords(profile.data)) : undefined,
    failUnder: flags.failUnder,
  });
}

/** Reads names joined by commas, also over several options. */
function parseNames(text: string, earlier: readonly string[] | undefined): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('A name is empty.');
  return [...new Set([...(earlier ?? []), ...names])];
}

function parseFormats(text: string): FormatId[] {
  const ids = text.split(',').map((id) => id.trim().toLowerCase());
  return ids.map((id) => {
    const format = FORMAT_IDS.find((known) => known === id);
    if (!format) throw new InvalidArgumentError(`There is no format "${id}". Choose from ${FORMAT_IDS.join(', ')}.`);
    return format;
  });
}

function parsePercent(text: string): number {
  const value = /^\d{1,3}(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError('Give a percentage from 0 to 100.');
}
