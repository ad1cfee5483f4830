import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadProfile } from '@tqrs/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Comparison, compareWithLabels } from '../scripts/agreement/compare.ts';
import { formatComparison } from '../scripts/agreement/format.ts';
import type { Agreement } from '../scripts/agreement/kappa.ts';
import { parseLabels } from '../scripts/agreement/labels.ts';
import { reviewLabelled } from '../scripts/agreement/review-labelled.ts';

const path = fileURLToPath(new URL('labels.json', import.meta.url));
const labels = parseLabels(readFileSync(path, 'utf8'), 'labels.json');

/** The least that the offline judge must reach. Percent flatters where one answer is common, hence kappa beside it. */
interface Floor {
  readonly percent: number;
  readonly kappa?: number;
}

/** Raise them when the judge gets better. Lower one only where a label was wrong. */
const FLOORS: Record<string, Record<string, Floor>> = {
  'incidents.json': {
    validation: { percent: 96, kappa: 0.93 },
    'critical-process': { percent: 96, kappa: 0.9 },
    category: { percent: 86 },
    subcategory: { percent: 86 },
    service: { percent: 93 },
    'configuration-item': { percent: 91 },
    'short-description': { percent: 93, kappa: 0.75 },
    description: { percent: 80, kappa: 0.6 },
    spelling: { percent: 96, kappa: 0.8 },
    'all criteria': { percent: 93, kappa: 0.9 },
    'all checks': { percent: 94, kappa: 0.89 },
  },
  'incidents-no-journals.json': {
    validation: { percent: 85 },
    'critical-process': { percent: 85 },
    'all criteria': { percent: 93, kappa: 0.88 },
    'all checks': { percent: 92, kappa: 0.84 },
  },
};

test('the profile of the invented company loads', () => {
  const text = readFileSync(new URL('profile.yaml', import.meta.url), 'utf8');
  expect(loadProfile(text, { source: 'profile.yaml' }).data.id).toBe('quenby-tarn');
});

describe('the offline judge', () => {
  const comparisons = new Map<string, Comparison>();
  beforeAll(async () => {
    const judged = await reviewLabelled(labels, path);
    for (const [name, own] of Object.entries(labels.exports)) comparisons.set(name, compareWithLabels(own, judged));
  });

  const cases = Object.entries(FLOORS).flatMap(([name, floors]) =>
    Object.entries(floors).map(([question, floor]) => ({ name, question, floor })),
  );
  test.each(cases)('agrees with a careful person on $question of $name', ({ name, question, floor }) => {
    const comparison = comparisons.get(name);
    if (comparison === undefined) throw new Error(`no comparison for ${name}`);
    const found = agreementOn(comparison, question);
    expect(found?.percent, formatComparison(comparison, name)).toBeGreaterThanOrEqual(floor.percent);
    if (floor.kappa !== undefined) expect(found?.kappa?.value).toBeGreaterThanOrEqual(floor.kappa);
  });
});

function agreementOn({ criteria, overall }: Comparison, question: string): Agreement | undefined {
  if (question === 'all criteria') return overall.criteria;
  return question === 'all checks' ? overall.checks : criteria.get(question);
}
