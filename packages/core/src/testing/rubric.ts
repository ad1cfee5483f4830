import { z } from 'zod';
import type { CompiledRubric } from '../rubric/compiled-rubric.ts';
import type { Criterion, Level, Rubric } from '../rubric/schema.ts';
import { type Checklist, criterionSchema } from '../rubric/schema.ts';
import type { Rule, RuleOutcome } from '../rules/define-rule.ts';
import type { ScoredVerdict, UnscoredVerdict } from '../verdict.ts';

/** A level for tests: `level('half', 5)`, `level('severe', 0, { deduction: 35 })`. */
export function level(id: string, points: number, more: Partial<Level> = {}): Level {
  return { id, points, autoFail: false, provenBy: 'quote', descriptor: `The ${id} level.`, ...more };
}

type More = Partial<z.input<typeof criterionSchema>>;

/** A criterion for tests, whose id is also its title. */
export function criterion(id: string, levels: readonly Level[], more: More = {}): Criterion {
  return criterionSchema.parse({
    id,
    title: id,
    guidance: 'For tests.',
    fields: ['description'],
    levels,
    evaluator: {},
    ...more,
  });
}

/** A gate for tests: pass, a deduction of 15, an automatic fail. */
export function gate(id = 'gate', more: More = {}): Criterion {
  return criterion(
    id,
    [level('pass', 0), level('deduct', 0, { deduction: 15 }), level('fail', 0, { autoFail: true })],
    more,
  );
}

/** Level ids `full`, `half` and `none`. */
export function graded(id: string, points: number, more: More = {}): Criterion {
  return criterion(id, [level('full', points), level('half', points / 2), level('none', 0)], more);
}

/** A rubric for tests with the built-in bands and pass mark. */
export function rubricOf(...criteria: readonly Criterion[]): Rubric {
  return {
    schemaVersion: 1,
    id: 'test',
    version: '1.0.0',
    title: 'Test',
    description: 'For tests.',
    passMark: 90,
    bands: [
      { id: 'blue', title: 'Blue', from: 95 },
      { id: 'green', title: 'Green', from: 90 },
      { id: 'yellow', title: 'Yellow', from: 75 },
      { id: 'red', title: 'Red', from: 50 },
      { id: 'purple', title: 'Purple', from: 0 },
    ],
    criteria: [...criteria],
  };
}

/** A rule for tests that answers with whatever the function returns or throws. */
export function fakeRule(evaluate: Rule['evaluate'], requires: Rule['requires'] = []): Rule {
  return {
    id: 'fake',
    title: 'Fake',
    description: 'For tests.',
    requires,
    options: z.unknown(),
    levels: () => [],
    evaluate,
  };
}

/** A rubric with rules by criterion id, without the checks that loading a rubric file makes. */
export function compiled(rubric: Rubric, rules: Readonly<Record<string, readonly Rule[]>> = {}): CompiledRubric {
  return {
    data: rubric,
    hash: '0'.repeat(64),
    criteria: rubric.criteria.map((data) => ({
      data,
      rules: (rules[data.id] ?? []).map((rule) => ({ rule, options: {} })),
    })),
    warnings: [],
  };
}

/** A checklist of checks with these ids, all answered from the description. */
export function checklist(levels: readonly string[], ...ids: readonly string[]): Checklist {
  return {
    type: 'checklist',
    levels: [...levels],
    checks: ids.map((id) => ({
      id,
      title: id,
      question: `${id}?`,
      fields: ['description'],
      notMetBy: 'absence',
      judgeMayWaive: false,
      vetoes: [],
      needs: [],
      coaching: `Add ${id}.`,
    })),
  };
}

/** A scored verdict whose loss, if any, rests on something missing. */
export function scored(levelId: string, more: Partial<ScoredVerdict> = {}): ScoredVerdict {
  return {
    status: 'scored',
    levelId,
    method: 'rule',
    confidence: 'high',
    rationale: 'For tests.',
    evidence: [],
    missing: [{ element: 'something', searched: ['description'] }],
    ...more,
  };
}

/** An unscored verdict that may still come to these levels. */
export function open(possibleLevels: readonly string[], more: Partial<UnscoredVerdict> = {}): UnscoredVerdict {
  return {
    status: 'unscored',
    reason: 'undecided',
    detail: 'For tests.',
    possibleLevels: [...possibleLevels],
    ...more,
  };
}

/** A rule's answer. */
export function ruling(levelId: string, more: Partial<ScoredVerdict> = {}): RuleOutcome {
  const { method: _, ...outcome } = scored(levelId, more);
  return outcome;
}
