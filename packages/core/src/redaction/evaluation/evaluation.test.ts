import { describe, expect, test } from 'vitest';
import { evaluate, type Tally } from './evaluate.ts';

/** Of values of these types, so many are masked at least. */
const FLOOR = 0.99;
const FLOORED = ['EMAIL', 'PHONE', 'EMPLOYEE_ID', 'SECRET', 'PERSON'] as const;
/** The others; names that only a text tells, and addresses, are harder. */
const LOWER_FLOOR = 0.9;

const recall = ({ marked, masked }: Tally) => masked / marked;

describe.each(['building', 'held-out'] as const)('on the tickets for %s', (folder) => {
  const { tickets, byType, kept, harmed, missed } = evaluate(folder);

  test('there is enough to measure', () => {
    expect(tickets).toBeGreaterThanOrEqual(80);
    expect(kept).toBeGreaterThanOrEqual(200);
    for (const type of FLOORED) expect(byType.get(type)?.marked, type).toBeGreaterThanOrEqual(10);
  });

  test.each(FLOORED)('nearly every %s is masked as what it is', (type) => {
    expect(recall(byType.get(type) ?? { marked: 1, masked: 0 }), missed.join('\n')).toBeGreaterThanOrEqual(FLOOR);
  });

  test('most of all else is', () => {
    for (const [type, tally] of byType) expect(recall(tally), type).toBeGreaterThanOrEqual(LOWER_FLOOR);
  });

  test('nothing is masked that must stay', () => {
    expect(harmed).toEqual([]);
  });
});
