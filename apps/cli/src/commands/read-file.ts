import { readFile } from 'node:fs/promises';
import { ConfigError } from '../config-error.ts';
import { whyUnreadable } from '../why-unreadable.ts';

/**
 * Reads a rubric or profile file.
 * @throws {ConfigError} where it cannot be read.
 */
export async function readConfigFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`${path}: ${whyUnreadable(error)}.`, {
      code: 'file-unreadable',
      hint: 'Check the path.',
      cause: error,
    });
  }
}

/** Whether an argument names a file, not something built in: `./mine.yaml`, `mine.yaml`, `rubrics/mine`. */
export function namesFile(argument: string): boolean {
  return /[./\\]/.test(argument);
}
