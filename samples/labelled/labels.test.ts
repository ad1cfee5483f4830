import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadBuiltInRubric } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { LABELLED_SETS, pathOf, readLabels } from '../../scripts/agreement/labelled-sets.ts';

/** Cases of each kind that a question must have over both parts together. */
const FEWEST = 12;

const GATES = ['validation', 'critical-process'];
const GATE_OUTCOMES = [
  ...['pass', 'not-documented', 'not-validated', 'not-applicable'].map((level) => `validation ${level}`),
  ...['pass', 'not-followed', 'password-process-not-followed', 'not-applicable'].map(
    (level) => `critical-process ${level}`,
  ),
];

const numbersIn = (path: string): string[] =>
  JSON.parse(readFileSync(path, 'utf8')).records.map(({ number }: { number: string }) => number);

describe.each(LABELLED_SETS)('$file', (labelled) => {
  const { exports, rubric } = readLabels(labelled);
  const { criteria } = loadBuiltInRubric(rubric).data;

  test('has a label for every ticket, in the same order, and no other', () => {
    for (const [name, labels] of Object.entries(exports)) {
      expect(labels.map(({ number }) => number)).toEqual(numbersIn(join(dirname(pathOf(labelled)), name)));
    }
  });

  test('gives levels and answers checks of its rubric only', () => {
    const levels = new Map(criteria.map(({ id, levels }) => [id, levels.map((level) => level.id)]));
    const checks = new Set(
      criteria.flatMap(({ evaluator: { judge } }) =>
        judge?.type === 'checklist' ? judge.checks.map(({ id }) => id) : [],
      ),
    );
    for (const label of Object.values(exports).flat()) {
      for (const [id, outcome] of Object.entries(label.criteria)) {
        if (!/^(?:not-applicable|unscored: )/.test(outcome))
          expect(levels.get(id), `${label.number} ${id}`).toContain(outcome);
      }
      for (const id of Object.keys(label.checks)) expect(checks, label.number).toContain(id);
    }
  });
});

test('ticket numbers are unique over all sets', () => {
  const numbers = LABELLED_SETS.flatMap((labelled) => Object.values(readLabels(labelled).exports).flat());
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
});

test('every outcome of the gates is shown often enough', () => {
  const outcomes = LABELLED_SETS.flatMap((labelled) => Object.values(readLabels(labelled).exports).flat()).flatMap(
    ({ criteria }) => GATES.map((gate) => `${gate} ${criteria[gate]}`),
  );
  for (const outcome of GATE_OUTCOMES)
    expect(outcomes.filter((one) => one === outcome).length, outcome).toBeGreaterThanOrEqual(FEWEST);
});

/** Checks that few tickets are about: a domain's password, a group's own needs. */
const RARE = new Set(['domain-user', 'routing-needs']);

describe.each([...new Set(LABELLED_SETS.map(({ rubric }) => rubric))])('the labels of %s', (rubric) => {
  const labels = LABELLED_SETS.filter((labelled) => labelled.rubric === rubric).flatMap((labelled) =>
    Object.values(readLabels(labelled).exports).flat(),
  );
  const count = (values: Iterable<string>) => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };

  test(`hold ${FEWEST} cases for and against each check`, () => {
    const counts = count(
      labels.flatMap(({ checks }) => Object.entries(checks).map(([id, answer]) => `${id} ${answer}`)),
    );
    const ids = new Set(labels.flatMap(({ checks }) => Object.keys(checks)));
    for (const id of ids) {
      if (RARE.has(id)) continue;
      for (const answer of ['met', 'not-met'])
        expect(counts.get(`${id} ${answer}`) ?? 0, `${id} ${answer}`).toBeGreaterThanOrEqual(FEWEST);
    }
  });

  test(`hold ${FEWEST} cases of the best level and below it for each criterion but the gates`, () => {
    for (const { id, levels } of loadBuiltInRubric(rubric).data.criteria) {
      if (GATES.includes(id)) continue;
      const outcomes = labels.flatMap(({ criteria }) => criteria[id] ?? []);
      const scored = outcomes.filter((outcome) => levels.some((level) => level.id === outcome));
      const best = scored.filter((outcome) => outcome === levels[0]?.id).length;
      expect(best, `${id} best`).toBeGreaterThanOrEqual(FEWEST);
      expect(scored.length - best, `${id} below`).toBeGreaterThanOrEqual(FEWEST);
    }
  });
});
