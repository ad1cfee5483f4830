import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';

/** How the `tqrs` command is started: a program, and what comes before the command's own arguments. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** What one process of it gets. */
export interface ProcessOptions {
  /** All of its environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Its working folder. It holds no `.env` file. */
  readonly folder: string;
  readonly stdio: StdioOptions;
}

/**
 * Starts the command without a shell. It is no part of the server's process group: a Ctrl-C at the terminal is the server's to
 * pass on, once.
 */
export function startCommand(
  { program, args }: Command,
  own: readonly string[],
  { environment, folder, stdio }: ProcessOptions,
): ChildProcess {
  return spawn(program, [...args, ...own], {
    cwd: folder,
    env: { ...environment, NO_COLOR: '1' },
    stdio,
    shell: false,
    windowsHide: true,
    detached: process.platform !== 'win32',
  });
}
