import { TqrsError } from '@tqrs/parser';
import { canonicalLocale, FORMAT_IDS, FORMATS, type FormatId } from '@tqrs/report';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { JUDGE_OPTIONS, type JudgeFlags } from '../judge/model-flags.ts';
import { SELECTION_OPTIONS, type SelectionFlags } from '../selection/selection-flags.ts';

/** What a review is scored on where nothing else is said. */
export const DEFAULT_RUBRIC = 'incident-logging';
/** The organisation where nothing else is said. */
export const DEFAULT_PROFILE = 'default';
const WIDEST_ID = Math.max(...FORMAT_IDS.map((id) => id.length));

/** The report formats for a help page, a line each. */
export const FORMAT_LINES = FORMAT_IDS.map((id) => `  ${id.padEnd(WIDEST_ID + 2)}${FORMATS[id].description}`).join(
  '\n',
);

/** What a review was told. */
export interface ReviewFlags extends JudgeFlags, SelectionFlags {
  readonly rubric?: readonly string[];
  readonly profile?: string;
  readonly out?: string;
  readonly format?: readonly FormatId[];
  readonly locale?: string;
  readonly concurrency?: string;
  readonly threads?: string;
  readonly failUnder?: number;
  /** An open descriptor that events go to. */
  readonly events?: number;
  /** What the sources are called in reports, in their order. */
  readonly name?: readonly string[];
  readonly spelling: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly anonymize: boolean;
  readonly resume?: string;
  readonly branch?: string;
}

/** `tqrs review` with everything that it takes. */
export function declareReview(): Command {
  const command = new Command('review')
    .description('review exports and write a report')
    .addArgument(
      new Argument(
        '[source...]',
        'ServiceNow exports (JSON, XML, CSV, Excel, PDF; also .gz): files, folders, or - for standard input',
      ),
    );
  for (const option of scoringOptions(`default: ${DEFAULT_RUBRIC}`, `default: ${DEFAULT_PROFILE}`))
    command.addOption(option);
  for (const option of [...SELECTION_OPTIONS, ...JUDGE_OPTIONS, ...REPORT_OPTIONS, ...RUNNING_OPTIONS])
    command.addOption(option);
  return command
    .addOption(nameOption())
    .option('--threads <n>', 'threads that review an export (default: half of the processors for a large one)')
    .option('--no-spelling', 'leave spelling out: faster, and its points are not counted')
    .option('--resume <run>', 'go on with the run in this folder: what is finished is not reviewed or asked again')
    .option('--retry-unscored', 'with --resume: also ask again what a failed request left unscored')
    .option('--branch <folder>', 'with --resume, where something changed: begin a run here with the answers that hold')
    .option('--no-color', 'print without colours');
}

/** `tqrs rescore` with everything that it takes. */
export function declareRescore(): Command {
  const command = new Command('rescore')
    .description('score a kept run anew, by another rubric or profile')
    .argument('<run>', 'the folder of the run; it stays as it is');
  for (const option of scoringOptions('default: those of the run', 'default: that of the run'))
    command.addOption(option);
  for (const option of [...JUDGE_OPTIONS, ...REPORT_OPTIONS, ...RUNNING_OPTIONS]) command.addOption(option);
  return command.option('--no-color', 'print without colours');
}

/** What sources are called, where their paths are not their names. */
export function nameOption(): Option {
  return new Option('--name <text>', 'what a source is called in reports (again: the next source)').argParser(
    (text: string, earlier: readonly string[] = []) => [...earlier, text],
  );
}

/** `--rubric` and `--profile`, with what counts where they are not given. */
export function scoringOptions(rubric: string, profile: string): Option[] {
  return [
    new Option(
      '-r, --rubric <id|file,...>',
      `what to score on: built-in rubrics or files, joined by commas (${rubric})`,
    ).argParser(parseNames),
    new Option('-p, --profile <id|file>', `the organisation: a built-in profile or a file (${profile})`),
  ];
}

/** Options of how a report is written, and where. */
export const REPORT_OPTIONS: readonly Option[] = [
  new Option('-o, --out <folder>', 'write the report into this folder (an earlier report in it is replaced)'),
  new Option('-f, --format <formats>', `report formats, joined by commas: ${FORMAT_IDS.join(', ')}`).argParser(
    parseFormats,
  ),
  new Option(
    '--anonymize',
    'pseudonyms instead of names in the report, and nothing else that tells who somebody is',
  ).default(false),
  new Option('--locale <tag>', 'how reports write numbers and times: en, en-GB, de, … (default: en)').argParser(
    parseLocale,
  ),
  new Option(
    '--events <fd>',
    'tell programs how the run goes: JSON, a line for each event, to this open descriptor',
  ).argParser(parseDescriptor),
  new Option('--force', 'write into a folder that holds other files').default(false),
  new Option('-q, --quiet', 'print errors and what --format asks for, nothing else').default(false),
];

const RUNNING_OPTIONS: readonly Option[] = [
  new Option('--concurrency <n>', 'tickets under review at the same time'),
  new Option('--fail-under <percent>', 'exit with 1 where fewer of the scored tickets pass').argParser(parsePercent),
];

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

function parseLocale(text: string): string {
  try {
    return canonicalLocale(text);
  } catch (error) {
    if (TqrsError.isInstance(error)) throw new InvalidArgumentError(`${error.message} ${error.hint ?? ''}`);
    throw error;
  }
}

function parseDescriptor(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text.trim())) return Number(text);
  throw new InvalidArgumentError('Give the number of an open descriptor: 3.');
}

function parsePercent(text: string): number {
  const value = /^\d{1,3}(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError('Give a percentage from 0 to 100.');
}
