import { hashOf } from '../data-file/canonical-json.ts';
import { IssueLog } from '../data-file/issue-log.ts';
import { checkCriterion } from './check-criterion.ts';
import { checkRubric } from './check-rubric.ts';
import type { CompiledRubric, Registries } from './compiled-rubric.ts';
import { RubricError } from './errors.ts';
import type { RubricFile } from './read-rubric-file.ts';

/**
 * Checks a rubric, and finds its rules.
 *
 * @param source What to call it in errors: the file's path.
 * @throws {RubricError} with everything that is wrong.
 */
export function compileRubric(
  { rubric, file, base }: RubricFile,
  registries: Registries,
  source: string,
): CompiledRubric {
  const log = new IssueLog(file);
  checkRubric(rubric, log);
  const criteria = rubric.criteria.map((criterion, index) => ({
    data: criterion,
    rules: checkCriterion(criterion, log.at('criteria', index), registries),
  }));
  if (log.errors.length > 0) throw new RubricError(source, log.errors);
  return {
    data: rubric,
    hash: hashOf(rubric),
    criteria,
    warnings: log.warnings,
    ...(base === undefined ? {} : { base }),
  };
}
