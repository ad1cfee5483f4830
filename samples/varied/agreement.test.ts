import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareWithLabels } from '../../scripts/agreement/compare.ts';
import { parseLabels } from '../../scripts/agreement/labels.ts';
import { reviewLabelled } from '../../scripts/agreement/review-labelled.ts';

/** The least percent of agreement. Raise it when the judge gets better; lower it only where a label was wrong. */
const FLOORS: Record<string, number> = {
  validation: 96,
  'critical-process': 98,
  'short-description': 98,
  description: 88,
  spelling: 97,
  'all criteria': 97,
  'all checks': 97,
};

test.each(['first', 'second', 'third'])('the offline judge agrees with the %s set', async (name) => {
  const path = fileURLToPath(new URL(`${name}-labels.json`, import.meta.url));
  const file = parseLabels(readFileSync(path, 'utf8'), path);
  const { criteria, overall } = compareWithLabels(file.exports[`${name}.json`] ?? [], await reviewLabelled(file, path));
  const found = new Map([...criteria, ['all criteria', overall.criteria], ['all checks', overall.checks]] as const);
  for (const [id, floor] of Object.entries(FLOORS)) expect(found.get(id)?.percent, id).toBeGreaterThanOrEqual(floor);
});
