import { builtInRubrics, type CompiledRubric, loadBuiltInRubric, loadRubric } from '@tqrs/core';
import { ConfigError } from '../config-error.ts';
import { namesFile, readConfigFile } from './read-file.ts';
import { checkBuiltIn } from './unknown-id.ts';

/**
 * A rubric by its id or from a file.
 * @throws {RubricError} @throws {ConfigError}
 */
export async function findRubric(idOrFile: string): Promise<CompiledRubric> {
  if (!namesFile(idOrFile)) {
    checkBuiltIn('rubric', idOrFile, builtInRubrics);
    return loadBuiltInRubric(idOrFile);
  }
  return loadRubric(await readConfigFile(idOrFile), { source: idOrFile });
}

/**
 * Several rubrics, in the order of their naming.
 * @throws {RubricError} @throws {ConfigError} also where two have the same id: nobody could tell their scorecards apart.
 */
export async function findRubrics(idsOrFiles: readonly string[]): Promise<CompiledRubric[]> {
  const rubrics = await Promise.all(idsOrFiles.map(findRubric));
  const ids = rubrics.map(({ data }) => data.id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice < 0) return rubrics;
  const [first, second] = [idsOrFiles[ids.indexOf(ids[twice] ?? '')], idsOrFiles[twice]];
  throw new ConfigError(`${second} has the id "${ids[twice]}", as ${first} has.`, {
    code: 'rubric-twice',
    hint: 'Give one of them another id.',
  });
}
