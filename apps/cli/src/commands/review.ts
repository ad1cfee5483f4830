import { resolve } from 'node:path';
import { RunError } from '@tqrs/core/runs';
import type { Command } from 'commander';
import { ConfigError } from '../config-error.ts';
import { withEvents } from '../events/with-events.ts';
import type { ExitCode } from '../exit-code.ts';
import { argumentsOf, noteGivenOptions } from '../runs/remembered.ts';
import { type ReopenedRun, reopenRun } from '../runs/reopen-run.ts';
import { openSource } from '../runs/run-source.ts';
import { type AskedRun, startRun } from '../runs/start-run.ts';
import { declareReview, FORMAT_LINES, type ReviewFlags } from './review-options.ts';

const HELP = `
Formats:
${FORMAT_LINES}

Without --out one format goes to standard output, everything else to standard error. Where standard output is a
terminal and no format is asked for, a summary is printed instead; in a pipe the format is json. With --quiet
and neither --format nor --out nothing is printed, and the exit code says how it went.

Conditions of --where compare a field (as TQRS or ServiceNow names it) with values, joined by commas:
  =  is one of    !=  is none of    ~  contains one of    !~  contains none of    <  <=  >  >=  numbers and times
  and: <field> is blank, is not blank, is exported, is not exported. Quote them for the shell. A value that holds a
  comma stands in double quotes: 'assigned_to="Olsen, Ada"'. All of the conditions and options must hold.

Examples:
  $ tqrs review incident.json                                  a summary
  $ tqrs review incident.json --out report                     a report to open in a browser
  $ tqrs review incident.xlsx incident.pdf --out report        any format, found by content
  $ tqrs review exports/ --profile ours.yaml --out report      every export of a folder, with one's own profile
  $ tqrs review incident.json --rubric incident-logging,incident-handling --out report
  $ tqrs review incident.json --format csv > scores.csv
  $ tqrs review incident.json --out report --locale de         numbers and times as German readers expect them
  $ curl -s "$URL" | tqrs review - --format ndjson | jq .score
  $ tqrs review incident.json --quiet --fail-under 80          a gate for a pipeline: exit code 1 below 80%
  $ tqrs review incident.json --where 'priority<=2' --since 2026-03-01
  $ tqrs review incident.json --sample 50 --stratify analyst   a fair sample; another --seed draws another one
  $ tqrs review incident.json --estimate                       what a language model would cost; sends nothing
  $ tqrs review incident.json --estimate --format json         the same for programs
  $ tqrs review incident.json --out report --max-cost 5        with the model that is set up, for five dollars at most
  $ tqrs review incident.json --out report --events 3 3>&1     how it goes, as JSON, for programs
  $ tqrs review --resume report                                go on where a run in a folder was interrupted
  $ tqrs review incident.json --resume report                  the same, or begin it where nothing is there yet: for scripts
  $ tqrs review --resume report --retry-unscored               ask again what failed, and nothing else
`;

/** `tqrs review`: the main job. */
export function reviewCommand(version: string, end: (code: ExitCode) => void): Command {
  const command = declareReview().addHelpText('after', HELP);
  const given = noteGivenOptions(command);
  return command.action(async (sources: string[], flags: ReviewFlags) =>
    end(await withEvents(flags.events, (events) => review({ kind: 'review', sources, flags, given, events }, version))),
  );
}

async function review(asked: AskedRun, version: string): Promise<ExitCode> {
  const { resume, branch, retryUnscored } = asked.flags;
  if (resume !== undefined) {
    if (asked.flags.out !== undefined) requireSame(resume, asked.flags.out);
    const reopened = reopenOrBegin(asked, resume);
    if (reopened !== undefined) return goOn(asked, version, reopened);
    return startRun({ ...asked, flags: { ...asked.flags, out: resume } }, version);
  }
  if (branch !== undefined || retryUnscored === true)
    throw new ConfigError(`${branch === undefined ? '--retry-unscored' : '--branch'} needs a run to go on with.`, {
      code: 'resume-missing',
      hint: 'Name its folder: --resume report.',
    });
  if (asked.sources.length === 0)
    throw new ConfigError('There is no source to review.', {
      code: 'source-missing',
      hint: 'Name an export: a file, a folder, or - for standard input. Or go on with a run: --resume <folder>.',
    });
  return startRun(asked, version);
}

/** The run that is named, or undefined where it is yet to begin and there is something to begin it with. */
function reopenOrBegin({ sources, flags: { branch } }: AskedRun, folder: string): ReopenedRun | undefined {
  try {
    return reopenRun(folder, branch);
  } catch (error) {
    const isYetToBegin = RunError.isInstance(error) && error.code === 'run-missing';
    if (isYetToBegin && sources.length > 0 && branch === undefined) return undefined;
    throw error;
  }
}

function requireSame(run: string, out: string): void {
  if (resolve(run) === resolve(out)) return;
  throw new ConfigError('--out and --resume name two folders.', {
    code: 'run-two-folders',
    hint: 'A run goes on in its own folder. To begin another one with what it was answered, use --branch.',
  });
}

async function goOn(asked: AskedRun, version: string, reopened: ReopenedRun): Promise<ExitCode> {
  const { store, earlier, command } = reopened;
  try {
    const [run = ''] = command.sources;
    const source = command.kind === 'rescore' ? openSource(run) : undefined;
    return await startRun(recall(asked, reopened), version, { source, resumed: store, earlier });
  } finally {
    store?.close();
  }
}

/** The command that began a run, with what is said anew. */
function recall({ sources, given, events }: AskedRun, { command, folder }: ReopenedRun): AskedRun {
  const again = declareReview().exitOverride();
  const all = noteGivenOptions(again);
  const anew = given.map(({ flag, value }) => (value === null ? flag : `${flag}=${value}`));
  again.parse([...argumentsOf(command, given), ...anew, '--'], { from: 'user' });
  const flags = { ...again.opts<ReviewFlags>(), out: folder };
  return { kind: command.kind, sources: sources.length > 0 ? sources : command.sources, flags, given: all, events };
}
