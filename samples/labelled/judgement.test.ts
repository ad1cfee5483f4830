import { expect, test } from 'vitest';
import { compareWithLabels } from '../../scripts/agreement/compare.ts';
import { compared, judgementPage } from '../../scripts/agreement/judgement-page.ts';
import { GATES, ORDINARY_NOTES } from '../../scripts/agreement/labelled-sets.ts';
import { reviewSet } from '../../scripts/agreement/review-labelled.ts';

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

test('ordinary notes are read as a careful person reads them', async () => {
  const { labels, scorecards } = await reviewSet(ORDINARY_NOTES);
  const { checks } = compareWithLabels(labels, scorecards);
  const percent = (check: string) => checks.get(check)?.percent;
  expect(percent('what-was-done')).toBeGreaterThanOrEqual(95);
  expect(percent('user-confirmed')).toBeGreaterThanOrEqual(92);
  expect(percent('agreed-to-close')).toBeGreaterThanOrEqual(98);
});

/** What ends an appraisal. */
const SEVERE = new Set(['not-validated', 'not-followed', 'password-process-not-followed']);

test('the gates are judged as a careful person judges them, and hardly anybody fails who should not', async () => {
  const { labels, scorecards } = await reviewSet(GATES);
  const { criteria, misses } = compareWithLabels(labels, scorecards);
  expect(criteria.get('validation')?.percent).toBeGreaterThanOrEqual(88);
  expect(criteria.get('critical-process')?.percent).toBeGreaterThanOrEqual(91);
  expect(misses.filter(({ actual }) => SEVERE.has(actual)).length).toBeLessThanOrEqual(1);
});

test('docs/judgement.md tells what the offline judge does', { timeout: 60_000 }, async () => {
  await expect(await judgementPage()).toMatchFileSnapshot('../../docs/judgement.md');
});
