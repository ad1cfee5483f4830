import { join, resolve } from 'node:path';
import { type AnswerFile, openAnswerFile } from '@tqrs/core/runs';
import type { Environment } from '@tqrs/llm/settings';
import { TqrsError } from '@tqrs/parser';
import { ConfigError } from '../config-error.ts';
import { wholeNumber } from '../settings.ts';
import { describeError } from '../terminal/describe-error.ts';
import type { Log } from '../terminal/output.ts';
import { userCache } from '../user-folders.ts';

const DEFAULT_DAYS = 30;
const DEFAULT_MEGABYTES = 500;

/**
 * Opens the cache of answers, where one is asked for: by `--cache`, else by TQRS_CACHE. Off by default: it keeps words of tickets
 * outside of the folder that a run was told to write into.
 *
 * @param flag What `--cache` names; true without a name, false for `--no-cache`, undefined where neither is given.
 * @throws {ConfigError} where a limit is no number, or the folder has no name.
 */
export function openCache(
  flag: string | boolean | undefined,
  environment: Environment,
  log: Log,
): AnswerFile | undefined {
  const maxDays = wholeNumber('TQRS_CACHE_DAYS', environment.TQRS_CACHE_DAYS, 36_500) ?? DEFAULT_DAYS;
  const megabytes = wholeNumber('TQRS_CACHE_MB', environment.TQRS_CACHE_MB, 1_000_000) ?? DEFAULT_MEGABYTES;
  const folder = cacheFolder(flag ?? fromEnvironment(environment.TQRS_CACHE), environment);
  if (folder === undefined) return undefined;
  return openAnswerFile(folder, {
    maxDays,
    maxBytes: megabytes * 1e6,
    onTrouble: (error) => {
      const why = TqrsError.isInstance(error) ? describeError(error) : 'it cannot be opened.';
      log.warning(`the cache of answers is left alone: ${why}`);
    },
  });
}

function fromEnvironment(value: string | undefined): string | boolean {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' || trimmed === '0' ? false : trimmed === '1' ? true : trimmed;
}

function cacheFolder(wanted: string | boolean, environment: Environment): string | undefined {
  if (wanted === false) return undefined;
  if (wanted === true) return join(userCache(environment), 'tqrs');
  if (wanted.trim() === '')
    throw new ConfigError('--cache names no folder.', {
      code: 'cache-unnamed',
      hint: 'Name one, or leave the name out.',
    });
  return resolve(wanted);
}
