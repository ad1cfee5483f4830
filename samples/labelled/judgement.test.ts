import { expect, test } from 'vitest';
import { compared, judgementPage } from '../../scripts/agreement/judgement-page.ts';

/** The least percent of agreement on all criteria of the held-out tickets. Raise them when the judge gets better. */
const FLOORS: Record<string, number> = {
  'incident-logging': 80,
  'incident-handling': 72,
  'customer-service': 76,
  'onsite-support': 85,
};

test.each(Object.entries(FLOORS))('the offline judge agrees on held-out tickets: %s', async (rubric, floor) => {
  const { comparison } = await compared(rubric, 'held-out');
  expect(comparison.overall.criteria.percent).toBeGreaterThanOrEqual(floor);
});

test('docs/judgement.md tells what the offline judge does', { timeout: 60_000 }, async () => {
  await expect(await judgementPage()).toMatchFileSnapshot('../../docs/judgement.md');
});
