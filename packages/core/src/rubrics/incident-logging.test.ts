import { describe, expect, test } from 'vitest';
import { loadBuiltInRubric } from '../rubric/load.ts';

const { data } = loadBuiltInRubric('incident-logging');

/** `id points[-deduction][!]` of each level, best first: the table of the rubric. */
const TABLE: Record<string, readonly string[]> = {
  validation: ['pass 0', 'not-documented 0-15', 'not-validated 0!'],
  'critical-process': ['pass 0', 'not-followed 0-35', 'password-process-not-followed 0!'],
  category: ['right 10', 'better-exists 5', 'wrong 0'],
  subcategory: ['right 10', 'better-exists 5', 'wrong 0'],
  service: ['right 10', 'better-exists 5', 'wrong 0'],
  'configuration-item': ['right 10', 'better-exists 5', 'wrong 0'],
  'short-description': ['all-parts 8', 'one-wrong 6', 'two-wrong 4', 'three-wrong 2', 'four-wrong 0'],
  description: ['complete 20', 'one-missing 15', 'two-missing 10', 'three-missing 5', 'four-missing 0'],
  spelling: ['none 2', 'few 1', 'many 0'],
};

describe('incident logging', () => {
  test('has the criteria and levels of its table, in order', () => {
    const table = data.criteria.map(({ id, levels }) => [
      id,
      levels.map(
        (level) =>
          `${level.id} ${level.points}${level.deduction === undefined ? '' : `-${level.deduction}`}${level.autoFail ? '!' : ''}`,
      ),
    ]);
    expect(table).toEqual(Object.entries(TABLE));
  });

  test('has 70 points, passes at 90 percent, and its bands', () => {
    const possible = data.criteria.reduce((sum, { levels }) => sum + (levels[0]?.points ?? 0), 0);
    expect(possible).toBe(70);
    expect(data.passMark).toBe(90);
    expect(data.bands.map(({ id, from }) => [id, from])).toEqual([
      ['blue', 95],
      ['green', 90],
      ['yellow', 75],
      ['red', 50],
      ['purple', 0],
    ]);
  });

  test('asks for the eight items of a description', () => {
    const judge = data.criteria.find(({ id }) => id === 'description')?.evaluator.judge;
    expect(judge?.type === 'checklist' && judge.checks.map(({ id }) => id)).toEqual([
      'contact-number',
      'working-location',
      'office-or-remote',
      'issue-statement',
      'particulars',
      'user-name',
      'domain-user',
      'routing-needs',
    ]);
  });
});
