import { suggest } from '../data-file/closest.ts';
import { SIGNALS } from '../judge/offline/signals/index.ts';
import { data as customerService } from '../rubrics/customer-service.yaml';
import { data as gates } from '../rubrics/gates.yaml';
import { data as incidentHandling } from '../rubrics/incident-handling.yaml';
import { data as incidentLogging } from '../rubrics/incident-logging.yaml';
import { data as onsiteSupport } from '../rubrics/onsite-support.yaml';
import { RULES } from '../rules/index.ts';
import { compileRubric } from './compile.ts';
import type { CompiledRubric, Registries } from './compiled-rubric.ts';
import { RubricError } from './errors.ts';
import { readRubricFile } from './read-rubric-file.ts';
import type { Rubric } from './schema.ts';

const BUILT_IN: ReadonlyMap<string, object> = new Map([
  ['incident-logging', incidentLogging],
  ['incident-handling', incidentHandling],
  ['customer-service', customerService],
  ['onsite-support', onsiteSupport],
]);

/** A file may also extend the gates, which score nothing by themselves. */
const EXTENDABLE: ReadonlyMap<string, object> = new Map([['gates', gates], ...BUILT_IN]);

const BUILT_IN_REGISTRIES: Registries = {
  rules: new Map(RULES.map((rule) => [rule.id, rule])),
  signals: new Map(SIGNALS.map((signal) => [signal.id, signal])),
};

/** Ids of the rubrics that ship with the package. */
export const builtInRubrics: readonly string[] = [...BUILT_IN.keys()];

/** Ids of the rubrics that a file may extend. */
export const extendableRubrics: readonly string[] = [...EXTENDABLE.keys()];

/** Settings of {@link loadRubric}. */
export interface LoadRubricOptions {
  /** What to call the rubric in errors: the file's path. */
  readonly source?: string;
  /** Rules and signals that the rubric may name. Default: the built-in ones. */
  readonly registries?: Registries;
}

/**
 * Loads a rubric from YAML or JSON text, or from parsed data, and checks it. A file with `extends` says only how it differs
 * from a rubric that ships with the package.
 *
 * @throws {RubricError} with every issue: its path, line and column, what is wrong, and the cure.
 */
export function loadRubric(input: string | object, options: LoadRubricOptions = {}): CompiledRubric {
  const { source = 'rubric', registries = BUILT_IN_REGISTRIES } = options;
  return compileRubric(readRubricFile(input, source, EXTENDABLE), registries, source);
}

/**
 * Loads a rubric that ships with the package.
 *
 * @throws {RubricError} where there is none of that id.
 */
export function loadBuiltInRubric(id: string): CompiledRubric {
  const data = BUILT_IN.get(id);
  if (data === undefined) throw noBuiltIn(id, builtInRubrics);
  return loadRubric(data, { source: id });
}

/**
 * A rubric that a file may extend, complete. Not checked: `gates` has no points of its own.
 *
 * @throws {RubricError} where there is none of that id.
 */
export function extendableRubric(id: string): Rubric {
  const data = EXTENDABLE.get(id);
  if (data === undefined) throw noBuiltIn(id, extendableRubrics);
  return readRubricFile(data, id, EXTENDABLE).rubric;
}

function noBuiltIn(id: string, known: readonly string[]): RubricError {
  return new RubricError(id, [{ path: '', message: `there is no built-in rubric "${id}"`, cure: suggest(id, known) }]);
}
