import type { Breakdown, BreakdownRow } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { summary } from '../../../test/fixtures.ts';
import { localisationOf } from '../../catalogue/localisation.ts';
import { breakdownViews } from './breakdowns.ts';

const row = (value: string, more: Partial<BreakdownRow> = {}): BreakdownRow => ({
  value,
  tickets: 12,
  scored: 12,
  passed: 6,
  autoFailed: 0,
  passRate: { percent: 50, low: 25.4, high: 74.6 },
  meanPercent: 80,
  beside: 'no-difference-shown',
  ...more,
});
const views = (breakdown: Partial<Breakdown>) =>
  breakdownViews(
    { ...summary, breakdowns: [{ id: 'group', rows: [], others: null, unknown: null, ...breakdown }] },
    localisationOf(),
  );

describe('a breakdown', () => {
  test('shows the numbers of a row, and where its interval lies', () => {
    expect(views({ rows: [row('Desk', { scored: 11 })] })[0]?.table.rows[0]).toEqual({
      value: 'Desk',
      isRest: false,
      tickets: '11 of 12',
      mean: '80.0%',
      passRate: '50.0%',
      interval: '25.4–74.6%',
      place: { low: 25.4, width: 49.2, at: 50 },
      beside: { label: 'No difference shown', tone: 'none' },
    });
  });

  test('shows no rate where nothing is scored', () => {
    const nothing = row('Desk', { scored: 0, passRate: null, meanPercent: null, beside: 'too-few' });
    expect(views({ rows: [nothing] })[0]?.table.rows[0]).toMatchObject({
      mean: '—',
      passRate: '—',
      place: null,
      beside: null,
    });
  });

  test('ends with those that cannot be told apart', () => {
    const [view] = views({ rows: [row('Desk')], others: row('x', { tickets: 3 }), unknown: row('x') });
    expect(view?.table.rows.map(({ value, isRest }) => [value, isRest])).toEqual([
      ['Desk', false],
      ['All other groups', true],
      ['Blank or not exported', true],
    ]);
  });

  test('keeps a long list short at first', () => {
    const [view] = views({ rows: Array.from({ length: 30 }, (_, place) => row(`Group ${place}`)) });
    expect(view).toMatchObject({ count: '30 groups', more: { label: '18 more rows' } });
    expect([view?.table.rows.length, view?.more?.table.rows.length]).toEqual([12, 18]);
  });

  test('is left out where it has no value', () => {
    expect(views({ unknown: row('x') })).toEqual([]);
  });
});
