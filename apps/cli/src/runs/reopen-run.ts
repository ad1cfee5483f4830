import { join, resolve } from 'node:path';
import { openRun, RUN_FILE, type RunConfiguration, type RunStore, readRun } from '@tqrs/core/runs';
import { ConfigError } from '../config-error.ts';
import { type RememberedCommand, rememberedCommandSchema } from './remembered.ts';

/** A run that is gone on with, in its folder or in another one. */
export interface ReopenedRun {
  /** How it was started. */
  readonly command: RememberedCommand;
  /** Where results go. */
  readonly folder: string;
  /** Its record, where it is gone on with; nobody else can open that meanwhile. */
  readonly store?: RunStore;
  /** Its record, where another run takes over its answers. */
  readonly earlier?: string;
}

/**
 * Opens a run again.
 * @param branch The folder of a run that takes over its answers. Undefined: it is gone on with itself.
 * @throws {RunError} where there is none in the folder, or it is in use.
 */
export function reopenRun(folder: string, branch: string | undefined): ReopenedRun {
  const path = join(folder, RUN_FILE);
  if (branch === undefined) {
    const store = openRun(path);
    try {
      return { command: commandOf(store.configuration, folder), folder, store };
    } catch (error) {
      store.close();
      throw error;
    }
  }
  requireOther(folder, branch, '--branch');
  const record = readRun(path);
  try {
    return { command: commandOf(record.configuration, folder), folder: branch, earlier: path };
  } finally {
    record.close();
  }
}

/** @throws {ConfigError} where a new run would be written over the one that it comes from. */
export function requireOther(folder: string, other: string, option: string): void {
  if (resolve(folder) !== resolve(other)) return;
  throw new ConfigError(`${option} names the folder of the run itself.`, {
    code: 'run-folder-same',
    hint: 'Name another folder: the run stays as it is.',
  });
}

function commandOf({ command }: RunConfiguration, folder: string): RememberedCommand {
  const parsed = rememberedCommandSchema.safeParse(command);
  if (parsed.success) return parsed.data;
  throw new ConfigError(`${folder} holds a run that was not made by this command.`, {
    code: 'run-not-by-command',
    hint: 'Go on with it where it was made.',
  });
}
