import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '@tqrs/llm/settings';
import { ConfigError } from '../config-error.ts';
import type { Log } from '../terminal/output.ts';
import { userConfiguration } from '../user-folders.ts';

/** In characters: enough that nobody tries all of them. */
const SHORTEST = 16;

/**
 * The key that pseudonyms are derived with: TQRS_PSEUDONYM_KEY, which a team shares, else one of this user's own that is made
 * once and kept. Where it cannot be kept there is one for this run alone.
 *
 * @throws {ConfigError} where the variable is too short to keep anything secret.
 */
export function pseudonymKey(environment: Environment, log: Log): string {
  const given = environment.TQRS_PSEUDONYM_KEY?.trim() ?? '';
  if (given.length >= SHORTEST) return given;
  if (given !== '')
    throw new ConfigError(`TQRS_PSEUDONYM_KEY is shorter than ${SHORTEST} characters.`, {
      code: 'setting-invalid',
      hint: 'Give it a long random text, or leave it out: then a key is made and kept for you.',
    });
  return keptKey(join(userConfiguration(environment), 'tqrs', 'pseudonym.key'), log);
}

function keptKey(file: string, log: Log): string {
  const made = randomBytes(32).toString('hex');
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${made}\n`, { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    const kept = (error as NodeJS.ErrnoException).code === 'EEXIST' ? read(file) : '';
    if (kept.length >= SHORTEST) return kept;
  }
  log.warning('the key of the pseudonyms cannot be kept: the next run will have others. TQRS_PSEUDONYM_KEY sets one.');
  return made;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
