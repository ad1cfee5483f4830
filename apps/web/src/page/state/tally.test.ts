import { describe, expect, test } from 'vitest';
import type { RunEvent, TicketRow } from '../../api/index.ts';
import { EMPTY_TALLY, MOST_ROWS, secondsLeft, takeIn } from './tally.ts';

const start = {
  type: 'start',
  schemaVersion: 1,
  at: '2026-03-01T10:00:00.000Z',
  engine: 'tqrs',
  sources: ['a.json'],
  total: 100,
  rubrics: [{ id: 'a', title: 'A', version: '1', passMark: 90, bands: [{ id: 'blue', title: 'Best', from: 0 }] }],
  profile: 'default',
  judge: 'offline',
} satisfies RunEvent;
const progress = (second: number, done: number): RunEvent => ({
  type: 'progress',
  at: new Date(Date.parse(start.at) + second * 1_000).toISOString(),
  done,
  total: 100,
  requests: 0,
  costUsd: 0,
});
const row = (index: number, band: string | null): TicketRow => ({
  number: `INC${index}`,
  page: `INC${index}.html`,
  shortDescription: '',
  assignedTo: '',
  group: '',
  openedAt: '',
  results: [{ percent: null, range: null, band, outcome: 'open', needsReview: band === null }],
});
const tickets = (...rows: TicketRow[]): RunEvent => ({ type: 'tickets', tickets: rows });

describe('what a run tells', () => {
  test('is counted by band', () => {
    const tally = takeIn(EMPTY_TALLY, [start, tickets(row(1, 'blue'), row(2, null)), tickets(row(3, 'blue'))]);
    expect(tally.rubrics).toEqual([{ bands: { blue: 2 }, unscored: 1, needsReview: 1 }]);
    expect(tally.rowCount).toBe(3);
  });

  test('is forgotten when the run tells it anew', () => {
    const tally = takeIn(EMPTY_TALLY, [start, tickets(row(1, 'blue')), progress(1, 1), start]);
    expect(tally).toEqual({ ...EMPTY_TALLY, start, rubrics: [{ bands: {}, unscored: 0, needsReview: 0 }] });
  });

  test('does not grow without end, and counts all the same', () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => row(index, 'blue'));
    const tally = takeIn(EMPTY_TALLY, [start, tickets(...rows)]);
    expect(tally.rows).toHaveLength(MOST_ROWS);
    expect(tally.rows.at(-1)?.number).toBe('INC2999');
    expect(tally.rowCount).toBe(3_000);
  });

  test('has a rate of late, and so a time that is left', () => {
    expect(secondsLeft(takeIn(EMPTY_TALLY, [start, progress(0, 0)]))).toBe(undefined);
    const tally = takeIn(EMPTY_TALLY, [start, progress(0, 0), progress(20, 10), progress(30, 60)]);
    expect(tally.rate).toBe(5);
    expect(secondsLeft(tally)).toBe(8);
    expect(secondsLeft(takeIn(tally, [progress(44, 60), progress(46, 60)]))).toBe(undefined);
  });
});
