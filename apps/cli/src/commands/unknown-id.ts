import { ConfigError } from '../config-error.ts';

/**
 * Makes sure that a rubric or profile of that id comes with TQRS.
 * @throws {ConfigError} naming those that do.
 */
export function checkBuiltIn(kind: 'rubric' | 'profile', id: string, known: readonly string[]): void {
  if (known.includes(id)) return;
  throw new ConfigError(`There is no ${kind} "${id}".`, {
    code: `${kind}-unknown`,
    hint: `Use one of these: ${known.join(', ')}. For a file of your own give its path, such as ./${kind}.yaml.`,
  });
}
