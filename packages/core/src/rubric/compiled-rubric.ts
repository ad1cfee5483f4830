import type { DataIssue } from '../data-file/issue.ts';
import type { Signal } from '../judge/offline/define-signal.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { Criterion, Rubric } from './schema.ts';

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

/** The rubric that another one was extended from. */
export type BaseRubric = Pick<Rubric, 'id' | 'version' | 'title'>;

/** A rubric made ready for a run. */
export interface CompiledRubric {
  readonly data: Rubric;
  /** SHA-256 of the canonical JSON of the parsed rubric, in hex. */
  readonly hash: string;
  /** In the rubric's order. */
  readonly criteria: readonly CompiledCriterion[];
  /** Nothing that stops a run: questions that only a language model can answer, levels that nothing leads to. */
  readonly warnings: readonly DataIssue[];
  /** The rubric that its file extends. `data` is complete without it. */
  readonly base?: BaseRubric;
}

/** The rules and signals that a rubric may name, by id. */
export interface Registries {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly signals: ReadonlyMap<string, Signal>;
}
