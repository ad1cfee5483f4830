import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where programs of this user keep what they can do without. */
export function userCache({ XDG_CACHE_HOME, LOCALAPPDATA }: Environment): string {
  return userFolder(LOCALAPPDATA, XDG_CACHE_HOME, ['Library', 'Caches'], ['.cache']);
}

/** Where programs of this user keep what is to last: settings, keys. */
export function userConfiguration({ XDG_CONFIG_HOME, APPDATA }: Environment): string {
  return userFolder(APPDATA, XDG_CONFIG_HOME, ['Library', 'Application Support'], ['.config']);
}

/** Where programs of this user keep what they must not lose. */
export function userData({ XDG_DATA_HOME, LOCALAPPDATA }: Environment): string {
  return userFolder(LOCALAPPDATA, XDG_DATA_HOME, ['Library', 'Application Support'], ['.local', 'share']);
}

function userFolder(
  windows: string | undefined,
  chosen: string | undefined,
  mac: readonly string[],
  others: readonly string[],
): string {
  if (process.platform === 'win32' && windows) return windows;
  if (chosen) return chosen;
  return join(homedir(), ...(process.platform === 'darwin' ? mac : others));
}
