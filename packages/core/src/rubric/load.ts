import { suggest } from '../data-file/closest.ts';
import { SIGNALS } from '../judge/offline/signals/index.ts';
import incidentLogging from '../rubrics/incident-logging.yaml';
import { RULES } from '../rules/index.ts';
import { compileRubric } from './compile.ts';
import type { CompiledRubric, Registries } from './compiled-rubric.ts';
import { RubricError } from './errors.ts';

const BUILT_IN: ReadonlyMap<string, string> = new Map([['incident-logging', incidentLogging]]);

const BUILT_IN_REGISTRIES: Registries = {
  rules: new Map(RULES.map((rule) => [rule.id, rule])),
  signals: new Map(SIGNALS.map((signal) => [signal.id, signal])),
};

/** Ids of the rubrics that ship with the package. */
export const builtInRubrics: readonly string[] = [...BUILT_IN.keys()];

/** Settings of {@link loadRubric}. */
export interface LoadRubricOptions {
  /** What to call the rubric in errors: the file's path. */
  readonly source?: string;
  /** Rules and signals that the rubric may name. Default: the built-in ones. */
  readonly registries?: Registries;
}

/**
 * Loads a rubric from YAML or JSON text, or from parsed data, and checks it.
 *
 * @throws {RubricError} with every issue: its path, line and column, what is wrong, and the cure.
 */
export function loadRubric(input: string | object, options: LoadRubricOptions = {}): CompiledRubric {
  return compileRubric(input, options.registries ?? BUILT_IN_REGISTRIES, options.source);
}

/**
 * Loads a rubric that ships with the package.
 *
 * @throws {RubricError} where there is none of that id.
 */
export function loadBuiltInRubric(id: string): CompiledRubric {
  const text = BUILT_IN.get(id);
  if (text === undefined) {
    throw new RubricError(id, [
      { path: '', message: `there is no built-in rubric "${id}"`, cure: suggest(id, builtInRubrics) },
    ]);
  }
  return loadRubric(text, { source: id });
}

/**
 * The text of a rubric that ships with the package, to start one's own from.
 *
 * @returns YAML with comments, or undefined where there is none of that id.
 */
export function builtInRubricText(id: string): string | undefined {
  return BUILT_IN.get(id);
}
