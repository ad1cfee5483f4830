import { Command } from 'commander';

/** `help [command]` for a command with commands below it. It names a word that it does not know. */
export function helpCommand(parent: Command): Command {
  return new Command('help')
    .argument('[command]')
    .description('print the help of a command')
    .action((name?: string) => {
      const found = name === undefined ? parent : parent.commands.find((command) => command.name() === name);
      if (!found) parent.error(`error: unknown command '${name}'`);
      found.help();
    });
}
