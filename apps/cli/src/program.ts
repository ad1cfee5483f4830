import { TqrsError } from '@tqrs/parser';
import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { compareCommand } from './commands/compare.ts';
import { doctorCommand } from './commands/doctor.ts';
import { helpCommand } from './commands/help.ts';
import { inspectCommand } from './commands/inspect.ts';
import { profileCommand } from './commands/profile.ts';
import { reportCommand } from './commands/report.ts';
import { rescoreCommand } from './commands/rescore.ts';
import { reviewCommand } from './commands/review.ts';
import { rubricCommand } from './commands/rubric.ts';
import { serveCommand } from './commands/serve.ts';
import { ExitCode, exitCodeFor } from './exit-code.ts';
import { describeError } from './terminal/describe-error.ts';
import { painterFor } from './terminal/output.ts';
import { plainLines } from './terminal/plain.ts';

const HELP = `
Examples:
  $ tqrs review incident.json --out report      review an export and write a report into a folder
  $ tqrs rubric show incident-logging           read the rubric
  $ tqrs help review                            every option of a command

Exit codes:
  0 done   1 --fail-under not reached   2 usage or configuration   3 input   4 model or network
  70 a defect of TQRS   130 interrupted

Settings from the environment or a .env file in the working folder:
  LOG_LEVEL=DEBUG|INFO|WARNING|ERROR   BATCH_CONCURRENCY=<n>   BATCH_SIZE=<n>   NO_COLOR=1   FORCE_COLOR=1
  OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL, TQRS_AZURE_OPENAI_… choose a model: see tqrs help doctor
`;

/**
 * Runs the command and tells what the process should end with. Nothing is thrown: a failure is printed to standard
 * error in words.
 */
export async function runCommand(args: readonly string[]): Promise<ExitCode> {
  // Before anything is painted, wherever on the line it stands.
  if (args.includes('--no-color')) {
    process.env.NO_COLOR = '1';
    delete process.env.FORCE_COLOR;
  }
  let exitCode: ExitCode = ExitCode.done;
  const program = createProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
    const paint = painterFor(process.stderr);
    const details = TqrsError.isInstance(error) ? describeError(error) : describeDefect(error);
    process.stderr.write(`${paint('red', 'error:')} ${details}\n`);
    return exitCodeFor(error);
  }
}

function createProgram(end: (code: ExitCode) => void): Command {
  const program = new Command('tqrs')
    .description('Scores IT service-desk tickets against a rubric and shows the words behind every point.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option('--no-color', 'print without colours')
    .addHelpText('after', HELP)
    .addCommand(reviewCommand(manifest.version, end))
    .addCommand(inspectCommand(end))
    .addCommand(rescoreCommand(manifest.version, end))
    .addCommand(reportCommand(end))
    .addCommand(compareCommand())
    .addCommand(rubricCommand())
    .addCommand(profileCommand())
    .addCommand(doctorCommand(end))
    .addCommand(serveCommand(manifest.version, end));
  for (const command of everyCommand(program)) {
    if (command.commands.length > 0) command.helpCommand(false).addCommand(helpCommand(command));
    command.exitOverride().configureOutput({ writeErr: (text) => process.stderr.write(plainLines(text)) });
    command.showHelpAfterError('Run the command with --help to see what it takes.');
  }
  return program;
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function describeDefect(error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return plainLines(`this is a defect of TQRS, please report it.\n${details}`);
}
