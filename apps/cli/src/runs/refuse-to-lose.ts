import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DECISIONS_FILE, openRun, RUN_FILE, RunError, readRun } from '@tqrs/core/runs';
import { ConfigError } from '../config-error.ts';

/**
 * Makes sure that a new run in a folder does not throw away what somebody else is at, what was paid for and not used yet, or what
 * people decided.
 * @throws {RunError} where another process is at work on the run there.
 * @throws {ConfigError} where that run is not finished, or has decisions.
 */
export function refuseToLose(folder: string, force: boolean): void {
  if (!force && existsSync(join(folder, DECISIONS_FILE)))
    throw new ConfigError(`${folder} holds a run with decisions of people.`, {
      code: 'run-decided',
      hint: 'Name another folder, or add --force to throw them away with the run.',
    });
  const path = join(folder, RUN_FILE);
  if (!existsSync(path)) return;
  let unfinished: boolean;
  try {
    // Only read at first: it may be the file of another program.
    readRun(path).close();
    const run = openRun(path);
    unfinished = !run.isComplete && run.answers.hasAsked;
    run.close();
  } catch (error) {
    if (RunError.isInstance(error) && (error as RunError).code !== 'run-in-use') return;
    throw error;
  }
  if (!unfinished || force) return;
  throw new ConfigError(`${folder} holds a run that is not finished, with answers of a model that were paid for.`, {
    code: 'run-unfinished',
    hint: `Go on with it: tqrs review --resume ${folder}. Or name another folder, or add --force to throw it away.`,
  });
}
