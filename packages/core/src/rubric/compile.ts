import { hashOf } from '../data-file/canonical-json.ts';
import { IssueLog } from '../data-file/issue-log.ts';
import { readDataFile } from '../data-file/read-data-file.ts';
import { issuesOf } from '../data-file/zod-issues.ts';
import { checkCriterion } from './check-criterion.ts';
import { checkRubric } from './check-rubric.ts';
import type { CompiledRubric, Registries } from './compiled-rubric.ts';
import { RubricError } from './errors.ts';
import { rubricSchema } from './schema.ts';

/**
 * Parses and checks a rubric.
 *
 * @param input YAML or JSON text, or data that is parsed already.
 * @param source What to call it in errors: the file's path.
 * @throws {RubricError} with everything that is wrong.
 */
export function compileRubric(input: string | object, registries: Registries, source = 'rubric'): CompiledRubric {
  const file = readDataFile(input);
  if (file.issues.length > 0) throw new RubricError(source, file.issues);
  const parsed = rubricSchema.safeParse(file.value);
  if (!parsed.success) throw new RubricError(source, issuesOf(parsed.error, file, file.value));

  const rubric = parsed.data;
  const log = new IssueLog(file);
  checkRubric(rubric, log);
  const criteria = rubric.criteria.map((criterion, index) => ({
    data: criterion,
    rules: checkCriterion(criterion, log.at('criteria', index), registries),
  }));
  if (log.errors.length > 0) throw new RubricError(source, log.errors);
  return { data: rubric, hash: hashOf(rubric), criteria, warnings: log.warnings };
}
