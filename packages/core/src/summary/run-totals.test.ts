import { expect, test } from 'vitest';
import { gate, graded, open, rubricOf, scored } from '../testing/rubric.ts';
import { cardOf } from '../testing/scorecard.ts';
import { RunTotals } from './run-totals.ts';

const rubric = rubricOf(gate(), graded('a', 60), graded('b', 40));

test('a scorecard that is taken out again leaves no trace', () => {
  const kept = cardOf(rubric, [scored('pass'), scored('full'), scored('half')]);
  const others = [
    cardOf(rubric, [scored('pass'), scored('full'), scored('full')]),
    cardOf(rubric, [scored('fail'), scored('half'), scored('none')]),
    cardOf(rubric, [scored('pass'), scored('full'), open(['full', 'none'], { reason: 'needs-second-key' })]),
    cardOf(rubric, [scored('fail'), open(['full', 'none']), scored('full')]),
    cardOf(
      rubric,
      Array.from({ length: 3 }, () => ({ status: 'not-applicable', rationale: '' })),
    ),
  ];
  const totals = new RunTotals(rubric);
  for (const card of [...others, kept]) totals.add(card);
  expect(totals.summary()).toMatchObject({ tickets: 6, scored: 3, partial: 2, notApplicable: 1, autoFailed: 2 });
  for (const card of others) totals.remove(card);
  const alone = new RunTotals(rubric);
  alone.add(kept);
  expect(totals.summary()).toEqual(alone.summary());
});
