import { builtInProfiles, builtInProfileText, type CompiledProfile, loadBuiltInProfile, loadProfile } from '@tqrs/core';
import { Command } from 'commander';
import { counted } from '../terminal/format.ts';
import { painterFor } from '../terminal/output.ts';
import { plain } from '../terminal/plain.ts';
import { idFromPath } from './init/names.ts';
import { profileText } from './init/profile-text.ts';
import { writeNewFile } from './init/write-new-file.ts';
import { namesFile, readConfigFile } from './read-file.ts';
import { checkBuiltIn } from './unknown-id.ts';

const HELP = `
Profiles that come with TQRS: ${builtInProfiles.join(', ')}

Examples:
  $ tqrs profile show default                   read what every other one is laid over
  $ tqrs profile init ours.yaml                 start your own: it says only what differs
  $ tqrs profile validate ours.yaml
  $ tqrs review incident.json --profile ours.yaml
`;

/**
 * A profile by its id or from a file.
 * @throws {ProfileError} @throws {ConfigError}
 */
export async function findProfile(idOrFile: string): Promise<CompiledProfile> {
  if (!namesFile(idOrFile)) {
    checkBuiltIn('profile', idOrFile, builtInProfiles);
    return loadBuiltInProfile(idOrFile);
  }
  return loadProfile(await readConfigFile(idOrFile), { source: idOrFile });
}

/** `tqrs profile`: the organisation that the tickets come from. */
export function profileCommand(): Command {
  const command = new Command('profile').description('show, check and start profiles').addHelpText('after', HELP);
  command
    .command('show')
    .argument('[id]', 'a built-in profile', 'default')
    .description('print a profile as YAML')
    .action(show);
  command.command('validate').argument('<file>').description('check a profile of your own').action(validate);
  command
    .command('init')
    .argument('<file>', 'where to write it: ours.yaml')
    .description('write a profile of your own to start from')
    .option('--force', 'overwrite the file where it is there already', false)
    .action(init);
  return command;
}

function show(id: string): void {
  checkBuiltIn('profile', id, builtInProfiles);
  process.stdout.write(builtInProfileText(id) ?? '');
}

async function validate(file: string): Promise<void> {
  const { data } = loadProfile(await readConfigFile(file), { source: file });
  const paint = painterFor(process.stdout);
  const parts = [
    counted(data.linesOfBusiness.length, 'line of business', 'lines of business'),
    counted(data.applications.length, 'application'),
    counted(data.categories.length, 'category', 'categories'),
    counted(Object.keys(data.criticalProcesses).length, 'critical process', 'critical processes'),
  ];
  process.stdout.write(`${paint('green', 'valid')}  ${plain(data.id)}: ${parts.join(', ')}\n`);
}

async function init(path: string, { force }: { force: boolean }): Promise<void> {
  const text = profileText(idFromPath(path, builtInProfiles));
  await writeNewFile({ kind: 'profile', path, text, force });
}
