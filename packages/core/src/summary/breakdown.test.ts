import { describe, expect, test } from 'vitest';
import type { Scorecard } from '../scorecard/schema.ts';
import { gate, graded, open, rubricOf, scored } from '../testing/rubric.ts';
import { cardOf } from '../testing/scorecard.ts';
import type { Verdict } from '../verdict.ts';
import { BREAKDOWN_IDS, Breakdowns } from './breakdown.ts';
import type { Breakdown, BreakdownId } from './schema.ts';

const rubric = rubricOf(gate(), graded('a', 60), graded('b', 40));
const PASSES = [scored('pass'), scored('full'), scored('full')];
const FAILS = [scored('fail'), scored('full'), scored('full')];
const IN_PART = [scored('pass'), scored('full'), open(['full', 'none'])];

const card = (ticket: Partial<Scorecard['ticket']>, verdicts: readonly Verdict[] = PASSES): Scorecard => ({
  ...cardOf(rubric, verdicts),
  ticket: { number: 'INC1', ...ticket },
});

function breakdownsOf(cards: readonly Scorecard[]): Breakdowns {
  const breakdowns = new Breakdowns();
  for (const each of cards) breakdowns.add(each);
  return breakdowns;
}

function by(id: BreakdownId, cards: readonly Scorecard[]): Breakdown {
  const found = breakdownsOf(cards)
    .summary()
    .find((breakdown) => breakdown.id === id);
  if (found === undefined) throw new Error(`no breakdown ${id}`);
  return found;
}

describe('a breakdown', () => {
  test('counts scored tickets apart from others, with the mean and the share that passed', () => {
    const cards = [
      card({ assignedTo: 'Ann' }),
      card({ assignedTo: 'Ann' }, FAILS),
      card({ assignedTo: 'Ann' }, IN_PART),
      card({ assignedTo: 'Bo' }, IN_PART),
    ];
    expect(by('analyst', cards).rows).toEqual([
      {
        value: 'Ann',
        tickets: 3,
        scored: 2,
        passed: 1,
        autoFailed: 1,
        passRate: { percent: 50, low: 9.5, high: 90.5 },
        meanPercent: 50,
        beside: 'too-few',
      },
      {
        value: 'Bo',
        tickets: 1,
        scored: 0,
        passed: 0,
        autoFailed: 0,
        passRate: null,
        meanPercent: null,
        beside: 'too-few',
      },
    ]);
  });

  test('tells of tickets whose value is not known', () => {
    const { rows, unknown } = by('group', [card({ assignmentGroup: 'Desk' }), card({})]);
    expect(rows.map(({ value }) => value)).toEqual(['Desk']);
    expect(unknown).toMatchObject({ tickets: 1, scored: 1 });
  });

  test('puts the values with the most tickets first, and weeks by time', () => {
    const cards = [
      card({ category: 'Network', closedAt: '2026-03-11' }),
      card({ category: 'Email', closedAt: '2026-03-04' }),
      card({ category: 'Email', openedAt: '2026-03-12' }),
    ];
    expect(by('category', cards).rows.map(({ value }) => value)).toEqual(['Email', 'Network']);
    expect(by('week', cards).rows.map(({ value, tickets }) => [value, tickets])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-09', 2],
    ]);
  });

  test('says that values differ only where the intervals are apart, and never of few tickets', () => {
    const of = (assignedTo: string, passes: number, fails: number) => [
      ...Array.from({ length: passes }, () => card({ assignedTo })),
      ...Array.from({ length: fails }, () => card({ assignedTo }, FAILS)),
    ];
    const { rows } = by('analyst', [
      ...of('Best', 30, 0),
      ...of('Worst', 2, 20),
      ...of('Even', 12, 8),
      ...of('New', 9, 0),
    ]);
    expect(Object.fromEntries(rows.map(({ value, beside }) => [value, beside]))).toEqual({
      Best: 'above',
      Worst: 'below',
      Even: 'no-difference-shown',
      New: 'too-few',
    });
  });

  test('keeps five hundred values apart and counts the rest together', () => {
    const { rows, others } = by(
      'analyst',
      Array.from({ length: 502 }, (_, index) => card({ assignedTo: `Analyst ${index}` })),
    );
    expect(rows).toHaveLength(500);
    expect(others).toMatchObject({ tickets: 2, passed: 2 });
  });
});

test('parts that are merged in order come to the same as one after the other', () => {
  const cards = Array.from({ length: 40 }, (_, index) =>
    card(
      { assignedTo: `A${index % 7}`, contactType: index % 3 === 0 ? 'chat' : 'phone' },
      index % 2 === 0 ? PASSES : FAILS,
    ),
  );
  const merged = new Breakdowns();
  for (let at = 0; at < cards.length; at += 9) merged.merge(breakdownsOf(cards.slice(at, at + 9)).part());
  expect(merged.summary()).toEqual(breakdownsOf(cards).summary());
  expect(merged.summary().map(({ id }) => id)).toEqual(BREAKDOWN_IDS);
});
