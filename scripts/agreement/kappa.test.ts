import { describe, expect, test } from 'vitest';
import { agreementOf, cohensKappa, type Pair } from './kappa.ts';

const pairs = (expected: string, actual: string, times: number): Pair[] => Array(times).fill({ expected, actual });

describe('kappa and its interval', () => {
  // Values of statsmodels 0.14, `cohens_kappa`; the first is the worked example of Fleiss, Levin and Paik.
  test.each([
    {
      counts: [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      kappa: 0.67647,
      low: 0.50458,
      high: 0.84837,
    },
    {
      counts: [
        [44, 5, 1],
        [7, 20, 3],
        [9, 5, 6],
      ],
      kappa: 0.49153,
      low: 0.35016,
      high: 0.63289,
    },
    {
      counts: [
        [20, 5],
        [10, 15],
      ],
      kappa: 0.4,
      low: 0.15109,
      high: 0.64891,
    },
  ])('$counts', ({ counts, kappa, low, high }) => {
    const found = cohensKappa(counts);
    expect(found?.value).toBeCloseTo(kappa, 5);
    expect(found?.low).toBeCloseTo(low, 5);
    expect(found?.high).toBeCloseTo(high, 5);
  });

  test('is 1 where two answers always agree', () => {
    expect(
      cohensKappa([
        [50, 0],
        [0, 50],
      ]),
    ).toEqual({ value: 1, low: 1, high: 1 });
  });

  test('is 0 where a rater who always says the same is right by chance only', () => {
    expect(
      cohensKappa([
        [0, 10],
        [0, 30],
      ])?.value,
    ).toBe(0);
  });

  test.each([
    { name: 'nothing was rated', counts: [] },
    {
      name: 'only one answer was ever given',
      counts: [
        [10, 0],
        [0, 0],
      ],
    },
  ])('is not defined where $name', ({ counts }) => {
    expect(cohensKappa(counts)).toBeNull();
  });

  test('does not depend on the order of the answers', () => {
    const one = cohensKappa([
      [8, 2, 0],
      [1, 5, 1],
      [0, 3, 4],
    ]);
    const other = cohensKappa([
      [4, 3, 0],
      [1, 5, 1],
      [0, 2, 8],
    ]);
    expect(other?.value).toBeCloseTo(one?.value ?? Number.NaN, 12);
    expect(other?.low).toBeCloseTo(one?.low ?? Number.NaN, 12);
  });

  test('stays within -1 and 1', () => {
    const found = cohensKappa([
      [0, 2],
      [2, 0],
    ]);
    expect(found?.value).toBe(-1);
    expect(found?.low).toBeGreaterThanOrEqual(-1);
  });
});

describe('agreement', () => {
  test('counts pairs and lays them out with the expected answer as the row', () => {
    const found = agreementOf([
      ...pairs('met', 'met', 6),
      ...pairs('not-met', 'met', 2),
      ...pairs('not-met', 'not-met', 2),
    ]);
    expect(found).toMatchObject({ pairs: 10, agreed: 8, percent: 80 });
    expect(found.table).toEqual({
      answers: ['met', 'not-met'],
      counts: [
        [6, 0],
        [2, 2],
      ],
    });
  });

  test('of nothing has no percentage', () => {
    expect(agreementOf([])).toMatchObject({ pairs: 0, percent: null, kappa: null });
  });
});
