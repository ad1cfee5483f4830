import { builtInRubrics, builtInRubricText, type CompiledRubric, loadBuiltInRubric, loadRubric } from '@tqrs/core';
import { Command } from 'commander';
import { counted, number } from '../terminal/format.ts';
import { painterFor } from '../terminal/output.ts';
import { plain } from '../terminal/plain.ts';
import { namesFile, readConfigFile } from './read-file.ts';
import { checkBuiltIn } from './unknown-id.ts';

const HELP = `
Examples:
  $ tqrs rubric list
  $ tqrs rubric show incident-logging > mine.yaml      start your own from it
  $ tqrs rubric validate mine.yaml
  $ tqrs review incident.json --rubric mine.yaml
`;

/**
 * A rubric by its id or from a file.
 * @throws {RubricError} @throws {ConfigError}
 */
export async function findRubric(idOrFile: string): Promise<CompiledRubric> {
  if (!namesFile(idOrFile)) {
    checkBuiltIn('rubric', idOrFile, builtInRubrics);
    return loadBuiltInRubric(idOrFile);
  }
  return loadRubric(await readConfigFile(idOrFile), { source: idOrFile });
}

/** `tqrs rubric`: what tickets are scored on. */
export function rubricCommand(): Command {
  const command = new Command('rubric').description('list, show and check rubrics').addHelpText('after', HELP);
  command.command('list').description('name the rubrics that come with TQRS').action(list);
  command.command('show').argument('<id>').description('print a rubric as YAML').action(show);
  command.command('validate').argument('<file>').description('check a rubric of your own').action(validate);
  return command;
}

function list(): void {
  for (const id of builtInRubrics) {
    const { version, title, description } = loadBuiltInRubric(id).data;
    process.stdout.write(`${id}  ${version}  ${title}\n  ${description.trim()}\n`);
  }
}

function show(id: string): void {
  checkBuiltIn('rubric', id, builtInRubrics);
  process.stdout.write(builtInRubricText(id) ?? '');
}

async function validate(file: string): Promise<void> {
  const { data, warnings } = loadRubric(await readConfigFile(file), { source: file });
  const points = data.criteria.reduce((sum, { levels }) => sum + (levels[0]?.points ?? 0), 0);
  const paint = painterFor(process.stdout);
  process.stdout.write(
    `${paint('green', 'valid')}  ${plain(data.id)} ${data.version}: ${counted(data.criteria.length, 'criterion', 'criteria')}, ` +
      `${counted(points, 'point')}, pass mark ${number(data.passMark)} %\n`,
  );
  for (const { path, line, message, cure } of warnings) {
    const place = line === undefined ? path : `line ${line}, ${path}`;
    process.stdout.write(`${paint('yellow', 'warning:')} ${plain(`${place}: ${message}. ${cure}`)}\n`);
  }
}
