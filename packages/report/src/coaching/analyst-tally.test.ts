import { describe, expect, test } from 'vitest';
import { AnalystTally } from './analyst-tally.ts';
import type { CardFacts, HabitFact } from './card-facts.ts';

const fact = (key: string, more: Partial<HabitFact> = {}): HabitFact => ({
  key,
  criterionId: key,
  criterion: key,
  check: null,
  isGood: true,
  lost: 0,
  fails: false,
  advice: '',
  example: { number: 'INC1', quote: `words of ${key}`, missing: null },
  ...more,
});
const bad = (key: string, lost: number, more: Partial<HabitFact> = {}) =>
  fact(key, {
    isGood: false,
    lost,
    advice: `advice on ${key}`,
    example: { number: 'INC2', quote: null, missing: key },
    ...more,
  });
const card = (habits: readonly HabitFact[], more: Partial<CardFacts> = {}): CardFacts => ({
  analyst: 'Ann',
  scored: true,
  passed: true,
  percent: 100,
  habits,
  ...more,
});
const summaryOf = (cards: readonly CardFacts[]) => {
  const tally = new AnalystTally();
  for (const each of cards) tally.add(each);
  return tally.summary();
};

describe('an analyst’s tickets in short', () => {
  test('count scored tickets, the mean, and the days between', () => {
    const cards = [
      card([], { percent: 90, closedAt: '2026-03-09 10:00' }),
      card([], { percent: 61, passed: false, closedAt: '2026-03-02' }),
      card([], { scored: false, passed: false, percent: 0, closedAt: 'some day' }),
    ];
    expect(summaryOf(cards)).toMatchObject({
      tickets: 3,
      scored: 2,
      passed: 1,
      meanPercent: 75.5,
      passRate: { percent: 50 },
      period: { from: '2026-03-02', to: '2026-03-09' },
    });
  });

  test('name the habits that cost most, those that fail a ticket first, three at most', () => {
    const habits = [bad('small', 2), bad('large', 20), bad('fatal', 0, { fails: true }), bad('middle', 10)];
    expect(summaryOf([card(habits)]).habits.map(({ criterion }) => criterion)).toEqual(['fatal', 'large', 'middle']);
  });

  test('set good examples beside bad ones, two of each', () => {
    const cards = [...Array.from({ length: 3 }, () => card([fact('notes')])), card([bad('notes', 5)])];
    const [habit] = summaryOf(cards).habits;
    expect(habit).toMatchObject({ right: 3, wrong: 1, lost: 5, advice: 'advice on notes' });
    expect([habit?.good.length, habit?.bad.length]).toEqual([2, 1]);
  });

  test('call a strength what goes right nearly always and can be shown, the surest first', () => {
    const cards = Array.from({ length: 10 }, (_, place) =>
      card([
        fact('always'),
        ...(place < 2 ? [fact('twice')] : []),
        place < 5 ? fact('half') : bad('half', 1),
        fact('silent', { example: { number: 'INC1', quote: null, missing: null } }),
      ]),
    );
    expect(summaryOf(cards).strengths.map(({ criterion }) => criterion)).toEqual(['always', 'twice']);
  });
});
