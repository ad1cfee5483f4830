import { hashOf } from '../data-file/canonical-json.ts';
import { IssueLog } from '../data-file/issue-log.ts';
import { readDataFile } from '../data-file/read-data-file.ts';
import { issuesOf } from '../data-file/zod-issues.ts';
import type { Signal } from '../judge/offline/define-signal.ts';
import type { Rule } from '../rules/define-rule.ts';
import { checkCriterion } from './check-criterion.ts';
import { checkRubric } from './check-rubric.ts';
import { RubricError, type RubricIssue } from './errors.ts';
import { type Criterion, type Rubric, rubricSchema } from './schema.ts';

/** A rule of a criterion, found and with its options parsed. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly options: unknown;
}

/** A criterion with its rules, in the order in which they run. */
export interface CompiledCriterion {
  readonly data: Criterion;
  readonly rules: readonly CompiledRule[];
}

/** A rubric made ready for a run. */
export interface CompiledRubric {
  readonly data: Rubric;
  /** SHA-256 of the canonical JSON of the parsed rubric, in hex. */
  readonly hash: string;
  /** In the rubric's order. */
  readonly criteria: readonly CompiledCriterion[];
  /** Nothing that stops a run: questions that only a language model can answer, levels that nothing leads to. */
  readonly warnings: readonly RubricIssue[];
}

/** The rules and signals that a rubric may name, by id. */
export interface Registries {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly signals: ReadonlyMap<string, Signal>;
}

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
