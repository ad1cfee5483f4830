import { describe, expect, test } from 'vitest';
import { fillCoaching } from '../coaching/fill-coaching.ts';
import { builtInRubrics, loadBuiltInRubric } from '../rubric/load.ts';

describe.each(builtInRubrics)('%s', (id) => {
  const { data, warnings } = loadBuiltInRubric(id);
  const checks = data.criteria.flatMap(({ evaluator: { judge } }) => (judge?.type === 'checklist' ? judge.checks : []));

  test('is answered in full without a model', () => {
    expect(warnings).toEqual([]);
  });

  test('coaches every level below the best', () => {
    for (const { id, levels } of data.criteria) {
      // What to do instead in a critical process is told by the profile's process.
      const coached = id === 'critical-process' ? levels.map(() => false) : levels.map((_, index) => index > 0);
      expect(levels.map(({ coaching }) => coaching !== undefined)).toEqual(coached);
    }
  });

  test('shows an example and a trap for every check', () => {
    for (const { id, examples } of checks) {
      expect(examples?.positive, id).toMatch(/\w/);
      expect(examples?.trap, id).toMatch(/\w/);
    }
  });

  test('has something to say on each level and check also where there is nothing to quote', () => {
    const ofLevels = data.criteria.flatMap(({ levels }) => levels.flatMap(({ coaching }) => coaching ?? []));
    for (const coaching of [...ofLevels, ...checks.map(({ coaching }) => coaching)])
      expect(fillCoaching(coaching, {}), coaching).toMatch(/^[^{}]{20,}$/);
  });
});
