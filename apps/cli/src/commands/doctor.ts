import type { ProviderName } from '@tqrs/llm/settings';
import { Command, Option } from 'commander';
import { ExitCode } from '../exit-code.ts';
import { readEnvironment, readSettings } from '../settings.ts';
import { configurationLines, diagnosisLines, offlineLines } from '../terminal/diagnosis.ts';
import { painterFor, widthOf } from '../terminal/output.ts';

const CHOICES = ['offline', 'openai', 'azure', 'compatible'] as const satisfies readonly ('offline' | ProviderName)[];
const HELP = `
One small request, with nothing of any ticket in it, goes to the model that the environment sets up: Azure OpenAI where
TQRS_AZURE_OPENAI_ENDPOINT, _API_KEY and _DEPLOYMENT are set, else OpenAI where OPENAI_API_KEY is, else the server at
OPENAI_BASE_URL. Where nothing is set up, the offline judge answers, and nothing is sent. Keys are never shown.

Exit codes:
  0 the model answers, or none is set up   2 a setting is missing or malformed   4 the model does not answer

Examples:
  $ tqrs doctor                                                        the judge that is set up
  $ OPENAI_BASE_URL=http://localhost:11434/v1 OPENAI_MODEL=llama3.1 tqrs doctor
  $ tqrs doctor --judge azure                                          says what is missing for Azure
`;

/** `tqrs doctor`: which judge is set up, and whether it answers. */
export function doctorCommand(end: (code: ExitCode) => void): Command {
  return new Command('doctor')
    .description('show which judge is set up, and try it with one small request')
    .addOption(new Option('-j, --judge <judge>', 'try this one').choices(CHOICES))
    .addHelpText('after', HELP)
    .action(async (flags: { judge?: (typeof CHOICES)[number] }) => end(await doctor(flags.judge)));
}

async function doctor(judge: (typeof CHOICES)[number] | undefined): Promise<ExitCode> {
  const environment = readEnvironment(process.cwd(), process.env);
  readSettings(environment);
  const paint = painterFor(process.stdout);
  const print = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);
  const width = widthOf(process.stdout);

  // Loaded here only: whoever reviews offline does not wait for it.
  const [{ readModelConfiguration }, { diagnose }] = await Promise.all([
    import('@tqrs/llm/settings'),
    import('@tqrs/llm/diagnosis'),
  ]);
  const configuration =
    judge === 'offline' ? undefined : readModelConfiguration(environment, judge && { provider: judge });
  if (!configuration) {
    print(offlineLines(paint, width));
    return ExitCode.done;
  }
  // Whatever is wrong is to be seen at once.
  const model = await configuration.create({ tries: 1 });
  print(configurationLines(configuration.description, process.env, paint, width));
  const diagnosis = await diagnose(model);
  print(diagnosisLines(diagnosis, paint, width));
  return diagnosis.ok ? ExitCode.done : ExitCode.model;
}
