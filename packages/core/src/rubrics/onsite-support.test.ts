import { describe, expect, test } from 'vitest';
import { loadBuiltInRubric } from '../rubric/load.ts';

const { data } = loadBuiltInRubric('onsite-support');

/** `id points` of each level, best first, and `?` where the judge may find that the criterion does not apply. */
const TABLE: Record<string, readonly string[]> = {
  category: ['right 5', 'wrong 0'],
  subcategory: ['right 5', 'wrong 0'],
  service: ['right 5', 'better-exists 2', 'wrong 0'],
  'configuration-item': ['right 10', 'better-exists 5', 'wrong 0'],
  'opened-for': ['filled 10', 'blank 0'],
  'incident-notes?': ['sufficient 20', 'gaps 10', 'none 0'],
  'incident-handling?': ['right 15', 'wrong 0'],
  'resolution-notes': ['both 20', 'one 10', 'neither 0'],
};

describe('onsite support', () => {
  test('has the criteria and levels of its table, in order, and no gates', () => {
    const table = data.criteria.map(({ id, judgeMayWaive, levels }) => [
      `${id}${judgeMayWaive ? '?' : ''}`,
      levels.map((level) => `${level.id} ${level.points}`),
    ]);
    expect(table).toEqual(Object.entries(TABLE));
  });

  test('has 90 points, passes at 90 percent, and has the bands of the others', () => {
    const possible = data.criteria.reduce((sum, { levels }) => sum + (levels[0]?.points ?? 0), 0);
    expect([possible, data.passMark]).toEqual([90, 90]);
    expect(data.bands).toEqual(loadBuiltInRubric('incident-logging').data.bands);
  });

  test('asks the close notes alone for what was done and the confirmation', () => {
    const judge = data.criteria.find(({ id }) => id === 'resolution-notes')?.evaluator.judge;
    expect(judge?.type === 'checklist' && judge.checks.map(({ id, fields }) => [id, fields])).toEqual([
      ['what-was-done', ['closeNotes']],
      ['user-confirmed', ['closeNotes']],
    ]);
  });
});
