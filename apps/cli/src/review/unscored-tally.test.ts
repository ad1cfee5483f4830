import type { Scorecard, UnscoredReason } from '@tqrs/core';
import { expect, test } from 'vitest';
import { UnscoredTally } from './unscored-tally.ts';

const card = (...reasons: readonly UnscoredReason[]) =>
  ({ criteria: reasons.map((reason) => ({ verdict: { status: 'unscored', reason } })) }) as unknown as Scorecard;

test('a ticket counts once for each reason, on however many rubrics, and the commonest reason comes first', () => {
  const tally = new UnscoredTally();
  tally.add([card('undecided')]);
  tally.add([card('refused', 'refused'), card('refused', 'undecided')]);
  tally.add([card('refused')]);
  tally.add([card('refused'), card()]);
  expect(tally.counts()).toEqual([
    ['refused', 3],
    ['undecided', 2],
  ]);
});
