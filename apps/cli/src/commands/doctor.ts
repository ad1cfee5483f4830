import type { Diagnosis } from '@tqrs/llm/diagnosis';
import type { ModelConfiguration, ProviderName } from '@tqrs/llm/settings';
import { TqrsError } from '@tqrs/parser';
import { jsonText } from '@tqrs/report';
import type { ConnectionDiagnosis } from '@tqrs/web/api';
import { Command, Option } from 'commander';
import { ExitCode, exitCodeFor } from '../exit-code.ts';
import { readEnvironment, readSettings } from '../settings.ts';
import { configurationLines, diagnosisLines, diagnosisReport, offlineLines } from '../terminal/diagnosis.ts';
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
  $ tqrs doctor --format json | jq .status                             the same for programs
`;

interface DoctorFlags {
  readonly judge?: (typeof CHOICES)[number];
  readonly format: 'text' | 'json';
}

/** `tqrs doctor`: which judge is set up, and whether it answers. */
export function doctorCommand(end: (code: ExitCode) => void): Command {
  return new Command('doctor')
    .description('show which judge is set up, and try it with one small request')
    .addOption(new Option('-j, --judge <judge>', 'try this one').choices(CHOICES))
    .addOption(new Option('-f, --format <format>', 'how to tell it').choices(['text', 'json']).default('text'))
    .addHelpText('after', HELP)
    .action(async (flags: DoctorFlags) =>
      end(await (flags.format === 'json' ? doctorForPrograms(flags) : doctor(flags))),
    );
}

async function doctor({ judge }: DoctorFlags): Promise<ExitCode> {
  const paint = painterFor(process.stdout);
  const print = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);
  const width = widthOf(process.stdout);
  const configuration = await configurationFor(judge);
  if (!configuration) {
    print(offlineLines(paint, width));
    return ExitCode.done;
  }
  const diagnosing = await prepare(configuration);
  print(configurationLines(configuration.description, process.env, paint, width));
  const diagnosis = await diagnosing();
  print(diagnosisLines(diagnosis, paint, width));
  return diagnosis.ok ? ExitCode.done : ExitCode.model;
}

async function doctorForPrograms({ judge }: DoctorFlags): Promise<ExitCode> {
  const print = (report: ConnectionDiagnosis) => process.stdout.write(`${jsonText(report)}\n`);
  try {
    const configuration = await configurationFor(judge);
    const diagnosing = configuration && (await prepare(configuration));
    const report = diagnosisReport(configuration?.description, await diagnosing?.());
    print(report);
    return report.status === 'failed' ? ExitCode.model : ExitCode.done;
  } catch (error) {
    if (!TqrsError.isInstance(error)) throw error;
    const { code, message, hint } = error;
    print({ status: 'failed', model: null, problem: code, message, cure: hint ?? null });
    return exitCodeFor(error);
  }
}

/** Undefined: the offline judge is wanted, or nothing else is set up. */
async function configurationFor(judge: DoctorFlags['judge']): Promise<ModelConfiguration | undefined> {
  const environment = readEnvironment(process.cwd(), process.env);
  readSettings(environment);
  // Loaded here only: whoever reviews offline does not wait for it.
  const { readModelConfiguration } = await import('@tqrs/llm/settings');
  return judge === 'offline' ? undefined : readModelConfiguration(environment, judge && { provider: judge });
}

async function prepare(configuration: ModelConfiguration): Promise<() => Promise<Diagnosis>> {
  const { diagnose } = await import('@tqrs/llm/diagnosis');
  // Whatever is wrong is to be seen at once.
  const model = await configuration.create({ tries: 1 });
  return () => diagnose(model);
}
