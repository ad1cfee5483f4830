import { jsonText } from '@tqrs/report';
import { Argument, Command, Option } from 'commander';
import { ExitCode } from '../exit-code.ts';
import { inspectSources } from '../inspect/inspect-sources.ts';
import { listenForInterrupt } from '../review/interrupt.ts';
import { inspectionText } from '../terminal/inspection.ts';
import { painterFor, widthOf } from '../terminal/output.ts';
import { findRubrics } from './find-rubrics.ts';
import { findProfile } from './profile.ts';
import { DEFAULT_PROFILE, DEFAULT_RUBRIC, nameOption, scoringOptions } from './review-options.ts';

const HELP = `
Nothing is reviewed and nothing is sent: exports are read to the end, and this tells what they hold, what they lack for the
rubric, and how to export it.

Exit codes:
  0 every source is an export without problems   2 a wrong option, rubric or profile   3 something cannot be read

Examples:
  $ tqrs inspect incident.json                         what is in it
  $ tqrs inspect exports/ --rubric onsite-support      what another rubric would miss
  $ tqrs inspect incident.json --format json | jq '.files[].fields.missing'
`;

interface InspectFlags {
  readonly rubric?: readonly string[];
  readonly profile?: string;
  readonly name?: readonly string[];
  readonly format: 'text' | 'json';
}

/** `tqrs inspect`: what exports hold, before anything runs. */
export function inspectCommand(end: (code: ExitCode) => void): Command {
  const command = new Command('inspect')
    .description('tell what exports hold, and what they lack, before anything is reviewed')
    .addArgument(new Argument('<source...>', 'exports: files, folders, or - for standard input'));
  for (const option of scoringOptions(`default: ${DEFAULT_RUBRIC}`, `default: ${DEFAULT_PROFILE}`))
    command.addOption(option);
  return command
    .addOption(nameOption())
    .addOption(new Option('-f, --format <format>', 'how to tell it').choices(['text', 'json']).default('text'))
    .option('--no-color', 'print without colours')
    .addHelpText('after', HELP)
    .action(async (sources: string[], flags: InspectFlags) => end(await inspect(sources, flags)));
}

async function inspect(sources: readonly string[], flags: InspectFlags): Promise<ExitCode> {
  const [rubrics, profile] = await Promise.all([
    findRubrics(flags.rubric ?? [DEFAULT_RUBRIC]),
    findProfile(flags.profile ?? DEFAULT_PROFILE),
  ]);
  const interrupt = listenForInterrupt(() => {});
  try {
    const { signal } = interrupt;
    const inspection = await inspectSources({ sources, names: flags.name, rubrics, profile, signal });
    if (signal.aborted) return ExitCode.interrupted;
    const out = process.stdout;
    out.write(
      flags.format === 'json' ? `${jsonText(inspection)}\n` : inspectionText(inspection, painterFor(out), widthOf(out)),
    );
    const { files, skipped } = inspection;
    return skipped.length > 0 || files.some(({ problemCount }) => problemCount > 0) ? ExitCode.input : ExitCode.done;
  } finally {
    interrupt.dispose();
  }
}
