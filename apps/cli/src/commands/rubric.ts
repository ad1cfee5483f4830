import {
  builtInRubrics,
  type CompiledRubric,
  extendableRubric,
  extendableRubrics,
  loadBuiltInRubric,
  loadRubric,
  type Rubric,
} from '@tqrs/core';
import { Command, Option } from 'commander';
import { stringify } from 'yaml';
import { counted, number } from '../terminal/format.ts';
import { painterFor } from '../terminal/output.ts';
import { plain, plainLines } from '../terminal/plain.ts';
import { findRubric } from './find-rubrics.ts';
import { idFromPath } from './init/names.ts';
import { rubricText } from './init/rubric-text.ts';
import { writeNewFile } from './init/write-new-file.ts';
import { readConfigFile } from './read-file.ts';
import { pointsOf, rubricPage } from './rubric-page.ts';

const HELP = `
Examples:
  $ tqrs rubric list
  $ tqrs rubric show incident-logging          read it
  $ tqrs rubric init ours.yaml                 start your own: it says only what differs
  $ tqrs rubric validate ours.yaml
  $ tqrs rubric show ours.yaml > ours.md       a page for your analysts
  $ tqrs review incident.json --rubric ours.yaml
`;

/** `tqrs rubric`: what tickets are scored on. */
export function rubricCommand(): Command {
  const command = new Command('rubric').description('list, show, check and start rubrics').addHelpText('after', HELP);
  command.command('list').description('name the rubrics that come with TQRS').action(list);
  command
    .command('show')
    .argument('<id|file>')
    .description('print a rubric, complete whatever it extends')
    .addOption(
      new Option('--format <format>', 'a page to read, or data')
        .choices(Object.keys(FORMATS))
        .default('md' satisfies Format),
    )
    .action(show);
  command.command('validate').argument('<file>').description('check a rubric of your own').action(validate);
  command
    .command('init')
    .argument('<file>', 'where to write it: ours.yaml')
    .description('write a rubric of your own to start from')
    .addOption(
      new Option('--extends <id>', 'what it starts from').choices(extendableRubrics).default('incident-logging'),
    )
    .option('--force', 'overwrite the file where it is there already', false)
    .action(init);
  return command;
}

function list(): void {
  for (const id of builtInRubrics) {
    const { data } = loadBuiltInRubric(id);
    process.stdout.write(`${id}  ${data.version}  ${data.title}, ${counted(pointsOf(data), 'point')}\n`);
    process.stdout.write(`  ${data.description.trim()}\n`);
  }
}

type Format = 'md' | 'yaml' | 'json';

const FORMATS: Readonly<Record<Format, (rubric: CompiledRubric) => string>> = {
  md: ({ data, base }) => rubricPage(data, base),
  yaml: ({ data }) => stringify(withoutDefaults(data), { lineWidth: 120 }),
  json: ({ data }) => `${JSON.stringify(withoutDefaults(data), null, 2)}\n`,
};

async function show(idOrFile: string, { format }: { format: Format }): Promise<void> {
  process.stdout.write(plainLines(FORMATS[format](await findRubric(idOrFile))));
}

/** What nobody needs to write into a rubric: `false` and what is empty is what an absent key means, everywhere. */
function withoutDefaults(rubric: Rubric): unknown {
  const isDefault = (value: unknown) =>
    value === false || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return JSON.parse(JSON.stringify(rubric, (_, value) => (isDefault(value) ? undefined : value)));
}

async function validate(file: string): Promise<void> {
  const { data, base, warnings } = loadRubric(await readConfigFile(file), { source: file });
  const paint = painterFor(process.stdout);
  const origin = base === undefined ? '' : ` (extends ${base.id} ${base.version})`;
  process.stdout.write(
    `${paint('green', 'valid')}  ${plain(data.id)} ${data.version}${origin}: ${counted(data.criteria.length, 'criterion', 'criteria')}, ` +
      `${counted(pointsOf(data), 'point')}, pass mark ${number(data.passMark)} %\n`,
  );
  for (const { path, line, message, cure } of warnings) {
    const place = line === undefined ? path : `line ${line}, ${path}`;
    process.stdout.write(`${paint('yellow', 'warning:')} ${plain(`${place}: ${message}. ${cure}`)}\n`);
  }
}

async function init(path: string, options: { extends: string; force: boolean }): Promise<void> {
  const text = rubricText(idFromPath(path, extendableRubrics), extendableRubric(options.extends));
  await writeNewFile({ kind: 'rubric', path, text, force: options.force });
}
